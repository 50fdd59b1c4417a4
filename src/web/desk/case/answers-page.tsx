/**
 * What was submitted, beside what is on record and what the NPI registry says. Differences are said in words; what has
 * none is closed, and open on paper; "?show=differences" leaves only what differs.
 */
import type { JSX } from 'preact'
import { applicationSubject } from '#db/queries/application/applications.ts'
import { allows } from '#domain/application/lifecycle.ts'
import type { Problem } from '#domain/result.ts'
import { JumpList } from '#web/kit/jump-list.tsx'
import { page } from '#web/kit/page.ts'
import { Alert, type Column, Table } from '#web/kit/parts.tsx'
import type { Shown } from '#web/kit/reply.ts'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'
import { showCase } from './case-frame.tsx'
import { type ComparedLine, type ComparedTask, comparedTasks, onlyDifferences } from './compared-answers.ts'
import { type CaseAsk, casePath, loadCase } from './loaded-case.ts'
import { sourceAnswers } from './source-answers.ts'

/** So many answers without a difference stay where they are. */
const FEW = 4

export const answersPage = page({
  path: '/desk/cases/:applicationId',
  action: 'case.view',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  query: ['show'],
  get: (ask) => drawAnswers(ask, [], ask.query.show === 'differences'),
})

export async function drawAnswers(
  ask: CaseAsk<'case.view' | 'application.review'>,
  problems: readonly Problem[],
  onlyThese = false,
): Promise<Shown> {
  const { db, permit, w } = ask
  const t = w.desk.case
  const loaded = await loadCase(ask)
  const source = await sourceAnswers(db, permit, loaded.form, loaded.header.enrolleeNpi)
  const all = comparedTasks(loaded, source.file, w)
  const tasks = onlyThese ? onlyDifferences(all) : all
  const mayAsk = loaded.isWorkable && allows(loaded.header.status, 'request-development')
  const columns = columnsOf(loaded.header.id, loaded.basis !== undefined, loaded.mayReview, mayAsk, w)
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
        <Filter all={all} onlyThese={onlyThese} id={loaded.header.id} w={w} />
        <JumpList label={t.tasksLabel} jumps={tasks.map((task) => jumpTo(task, w))} />
        {tasks.map((task) => (
          <details key={task.id} id={`task-${task.id}`} class="fold" open={task.differences > 0}>
            <summary>
              <h3>{task.title}</h3> <span class="fold__note">{noteOf(task, w)}</span>
            </summary>
            {task.items.map((item) => (
              <Item key={item.key} item={item} columns={columns} isOpen={task.differences > 0} w={w} />
            ))}
            {task.without.map((title) => (
              <p key={title}>
                <strong>{title}</strong>: {t.noAnswers}
              </p>
            ))}
          </details>
        ))}
      </>
    ),
  })
}

const stands = (l: ComparedLine): boolean => l.isChanged || l.isDifferent

interface ItemProps {
  readonly item: ComparedTask['items'][number]
  readonly columns: readonly Column<ComparedLine>[]
  /** Its task stands open, because of what differs there. */
  readonly isOpen: boolean
  readonly w: Words
}
/** In an open task what does not differ is closed under what does, when there is more of it than fits a glance. */
function Item({ item, columns, isOpen, w }: ItemProps): JSX.Element {
  const t = w.desk.case
  const rest = item.lines.filter((l) => !stands(l))
  const table = (caption: string, rows: readonly ComparedLine[]) => (
    <Table
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={(l) => l.field}
      rowClass={(l) => (stands(l) ? 'differs' : undefined)}
    />
  )
  if (!isOpen || rest.length < FEW) return table(item.title, item.lines)
  const differing = item.lines.filter(stands)
  return (
    <>
      {differing.length > 0 && table(item.title, differing)}
      <details class="fold fold--inner">
        <summary>
          {item.title} <span class="fold__note">{t.agreeing(rest.length)}</span>
        </summary>
        {table(item.title, rest)}
      </details>
    </>
  )
}

const noteOf = (task: ComparedTask, w: Words): string => w.desk.case.differences(task.differences)
const jumpTo = (task: ComparedTask, w: Words) => ({
  to: `task-${task.id}`,
  title: task.title,
  note: task.differences > 0 ? noteOf(task, w) : undefined,
})

interface FilterProps {
  readonly all: readonly ComparedTask[]
  readonly onlyThese: boolean
  readonly id: string
  readonly w: Words
}
function Filter({ all, onlyThese, id, w }: FilterProps): JSX.Element {
  const t = w.desk.case
  const count = all.reduce((sum, task) => sum + task.differences, 0)
  return (
    <p class="filter-line">
      <strong>{t.differences(count)}</strong>{' '}
      {onlyThese ? (
        <a href={casePath(id)}>{t.showAll}</a>
      ) : (
        count > 0 && <a href={`${casePath(id)}?show=differences`}>{t.showDifferences}</a>
      )}
    </p>
  )
}

const columnsOf = (
  id: string,
  hasRecord: boolean,
  mayReveal: boolean,
  mayAsk: boolean,
  w: Words,
): readonly Column<ComparedLine>[] => {
  const t = w.desk.case
  return [
    { title: t.question, cell: (l) => l.ask },
    { title: t.submitted, cell: (l) => <Said line={l} id={mayReveal ? id : undefined} w={w} /> },
    ...(hasRecord
      ? [
          {
            title: t.record,
            cell: (l: ComparedLine) => (
              <>
                {l.before ?? t.none} {l.isChanged && <strong class="difference">{t.changed}</strong>}
              </>
            ),
          },
        ]
      : []),
    {
      title: t.registry,
      cell: (l) => (
        <>
          <Theirs line={l} w={w} />
          {mayAsk && stands(l) && (
            <a class="below no-print" href={`${casePath(id, '/request')}?pick=${encodeURIComponent(l.field)}#pick`}>
              {t.askAbout}
              <span class="usa-sr-only">: {l.ask}</span>
            </a>
          )}
        </>
      ),
    },
  ]
}

/** Without `id` nothing can be revealed. */
const Said = ({ line, id, w }: { line: ComparedLine; id: string | undefined; w: Words }): JSX.Element => (
  <>
    {line.said}
    {line.isHidden && id !== undefined && (
      <>
        {' '}
        <a class="usa-link" href={`${casePath(id, '/reveal')}?field=${encodeURI(line.field)}`}>
          {w.desk.case.reveal}
          <span class="usa-sr-only"> {line.ask}</span>
        </a>
      </>
    )}
  </>
)

const Theirs = ({ line, w }: { line: ComparedLine; w: Words }): JSX.Element =>
  line.theirs === undefined ? (
    <span>{w.desk.case.none}</span>
  ) : line.isDifferent ? (
    <>
      {line.theirs} <strong class="difference">{w.desk.case.different}</strong>
    </>
  ) : (
    <>
      {line.theirs} <span class="quiet">{w.desk.case.same}</span>
    </>
  )
