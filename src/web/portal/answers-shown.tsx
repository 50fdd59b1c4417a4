/** All answers of a file in words, task by task, restricted ones masked. Used to check, and to show the record. */
import type { Form } from '#forms/kit/form.ts'
import { linesOf } from '#forms/kit/say.ts'
import { applies, type File, type Item, type Section } from '#forms/kit/section.ts'
import { SummaryList } from '#web/kit/parts.tsx'
import type { Words } from '#words/index.ts'

interface AnswersProps {
  readonly form: Form
  readonly file: File
  readonly w: Words
  /** Where an answer is changed; without it nothing can be. */
  readonly changeAt?: (s: Section, itemId: string, question: string) => string
  /** Where a list is changed. */
  readonly listAt?: (s: Section) => string
}

export const AnswersShown = (p: AnswersProps) => {
  const words = p.w.forms[p.form.id]!
  return (
    <div class="check-answers">
      {p.form.tasks.map((task) => {
        const sections = task.sections.filter((s) => applies(s, p.file))
        return sections.length === 0 ? null : (
          <section key={task.id} class="check-answers__task">
            <h2>{words.tasks[task.id]?.title}</h2>
            {sections.map((s) => (
              <SectionShown {...p} section={s} key={s.id} />
            ))}
          </section>
        )
      })}
    </div>
  )
}

function SectionShown({ section: s, file, w, form, changeAt, listAt }: AnswersProps & { readonly section: Section }) {
  const words = w.forms[form.id]!.sections[s.id]!
  const items = file[s.id] ?? []
  const rows = (item: Item, about: string) =>
    linesOf(s, words, item.answers, w.values).map((line) => ({
      key: line.ask,
      value: line.said,
      ...(changeAt && {
        change: { href: `${changeAt(s, item.id, line.name)}#${line.name}`, label: `${about}: ${line.ask}` },
      }),
    }))
  if (!s.repeats)
    return (
      <div id={`section-${s.id}`}>
        <h3>{words.title}</h3>
        <SummaryList w={w} rows={rows(items[0] ?? { id: '1', answers: {} }, words.title)} />
      </div>
    )
  const { one, many } = words.item ?? { one: '', many: '' }
  return (
    <div id={`section-${s.id}`}>
      <h3>{words.title}</h3>
      <p>
        {items.length === 0 ? w.portal.check.empty(many) : w.portal.section.listCount(items.length, one, many)}{' '}
        {listAt && (
          <a class="usa-link" href={listAt(s)}>
            {w.layout.change}
            <span class="usa-sr-only">{` ${many}`}</span>
          </a>
        )}
      </p>
      {items.map((item, i) => (
        <div key={item.id}>
          <h4>{w.portal.section.itemTitle(one, i + 1)}</h4>
          <SummaryList w={w} rows={rows(item, w.portal.section.itemTitle(one, i + 1))} />
        </div>
      ))}
    </div>
  )
}
