/** All answers of a file in words, task by task, restricted ones masked. Used to check, and to show the record. */
import type { Form } from '#forms/kit/form.ts'
import { linesOf } from '#forms/kit/say.ts'
import { applies, type File, type Item, type Section } from '#forms/kit/section.ts'
import { JumpList } from '#web/kit/jump-list.tsx'
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
  const tasks = p.form.tasks
    .map(({ id, sections }) => ({
      id,
      title: words.tasks[id]?.title ?? id,
      sections: sections.filter((s) => applies(s, p.file)),
    }))
    .filter((task) => task.sections.length > 0)
  return (
    <div class="check-answers">
      <JumpList
        label={p.w.layout.partsOfPage}
        jumps={tasks.map((task) => ({ to: `answers-${task.id}`, title: task.title }))}
      />
      {tasks.map((task) => (
        <section key={task.id}>
          <h2 id={`answers-${task.id}`}>{task.title}</h2>
          {task.sections.map((s) => (
            <SectionShown {...p} section={s} key={s.id} />
          ))}
        </section>
      ))}
    </div>
  )
}

/** The answers of one section. */
export function SectionShown({
  section: s,
  file,
  w,
  form,
  changeAt,
  listAt,
}: AnswersProps & { readonly section: Section }) {
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
