/** What was submitted, beside what is on record and what the NPI registry says. Differences are said in words. */
import type { ComponentChildren, JSX } from 'preact'
import { applicationSubject } from '#db/queries/applications.ts'
import type { Problem } from '#domain/result.ts'
import type { Form } from '#forms/kit/form.ts'
import { linesOf, sayValue } from '#forms/kit/say.ts'
import { applies, type File, type Item, type Section } from '#forms/kit/section.ts'
import { page } from '#web/kit/page.ts'
import { Alert, type Column, Table } from '#web/kit/parts.tsx'
import type { Shown } from '#web/kit/reply.ts'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'
import { showCase } from './case-frame.tsx'
import { type CaseAsk, casePath, loadCase } from './loaded-case.ts'
import { agree, besideItem, type SourceAnswers, sourceAnswers } from './source-answers.ts'

export const answersPage = page({
  path: '/desk/cases/:applicationId',
  action: 'application.review',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  get: (ask) => drawAnswers(ask, []),
})

export async function drawAnswers(ask: CaseAsk<'application.review'>, problems: readonly Problem[]): Promise<Shown> {
  const { db, permit, w } = ask
  const t = w.desk.case
  const loaded = await loadCase(ask)
  const source = await sourceAnswers(db, permit, loaded.header.enrolleeNpi)
  const { form, file, basis } = loaded
  const beside: Beside = { id: loaded.header.id, form, file, record: basis?.file, source, w }
  return showCase({
    ask,
    loaded,
    tab: 'answers',
    problems,
    children: (
      <>
        <p>{t.answersIntro}</p>
        {source.state === 'missing' && <Alert kind="warning">{t.registryMissing}</Alert>}
        {source.state === 'unknown' && <Alert kind="warning">{t.registryUnknown}</Alert>}
        {source.asOf && <p class="quiet">{t.registryAsOf(time.day(source.asOf))}</p>}
        {form.tasks.map((task) => {
          const sections = task.sections.filter((s) => applies(s, file))
          return sections.length === 0 ? null : (
            <section key={task.id} class="case__task">
              <h3>{w.forms[form.id]?.tasks[task.id]?.title}</h3>
              {sections.map((s) => (
                <SectionBeside {...beside} section={s} key={s.id} />
              ))}
            </section>
          )
        })}
      </>
    ),
  })
}

interface Beside {
  readonly id: string
  readonly form: Form
  readonly file: File
  readonly record: File | undefined
  readonly source: SourceAnswers
  readonly w: Words
}

function SectionBeside(p: Beside & { readonly section: Section }): JSX.Element {
  const { section: s, file, w, form } = p
  const words = w.forms[form.id]!.sections[s.id]!
  const items = file[s.id] ?? []
  if (items.length === 0)
    return (
      <>
        <h4>{words.title}</h4>
        <p>{w.desk.case.noAnswers}</p>
      </>
    )
  return (
    <>
      {items.map((item, i) => (
        <Table
          key={item.id}
          caption={
            s.repeats && words.item
              ? `${words.title}: ${w.portal.section.itemTitle(words.item.one, i + 1)}`
              : words.title
          }
          columns={columns(p.record !== undefined, w)}
          rows={rowsOf(p, s, item)}
          rowKey={(r) => r.key}
        />
      ))}
    </>
  )
}

interface Row {
  readonly key: string
  readonly ask: string
  readonly said: ComponentChildren
  readonly record: ComponentChildren
  readonly registry: ComponentChildren
}

const columns = (hasRecord: boolean, w: Words): readonly Column<Row>[] => {
  const t = w.desk.case
  return [
    { title: t.question, cell: (r) => r.ask },
    { title: t.submitted, cell: (r) => r.said },
    ...(hasRecord ? [{ title: t.record, cell: (r: Row) => r.record }] : []),
    { title: t.registry, cell: (r) => r.registry },
  ]
}

function rowsOf({ id, form, record, source, w }: Beside, s: Section, item: Item): readonly Row[] {
  const t = w.desk.case
  const words = w.forms[form.id]!.sections[s.id]!
  const theirs = besideItem(s, item, source.file)
  const old = record?.[s.id]?.find((i) => i.id === item.id)
  const oldLines = old ? linesOf(s, words, old.answers, w.values) : []
  return linesOf(s, words, item.answers, w.values).map((line) => {
    const { kind } = s.questions[line.name]!
    const their = theirs[line.name]
    const said = their === undefined ? undefined : sayValue(kind, their, words.questions[line.name]!, w.values)
    const before = oldLines.find((l) => l.name === line.name)?.said
    const isChanged = JSON.stringify(old?.answers[line.name]) !== JSON.stringify(item.answers[line.name])
    return {
      key: line.name,
      ask: line.ask,
      said:
        line.restricted && line.given ? (
          <>
            {line.said}{' '}
            <a
              class="usa-link"
              href={`${casePath(id, '/reveal')}?field=${s.id}/${encodeURIComponent(item.id)}/${line.name}`}
            >
              {t.reveal}
              <span class="usa-sr-only"> {line.ask}</span>
            </a>
          </>
        ) : (
          line.said
        ),
      record: (
        <>
          {before ?? t.none} {record && isChanged && <strong class="difference">{t.changed}</strong>}
        </>
      ),
      registry: said === undefined ? t.none : <Compared ours={line.said} theirs={said} w={w} />,
    }
  })
}

const Compared = ({ ours, theirs, w }: { ours: string; theirs: string; w: Words }): JSX.Element =>
  agree(ours, theirs) ? (
    <>
      {theirs} <span class="quiet">{w.desk.case.same}</span>
    </>
  ) : (
    <>
      {theirs} <strong class="difference">{w.desk.case.different}</strong>
    </>
  )
