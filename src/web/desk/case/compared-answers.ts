/**
 * The submitted answers of a case, question by question, beside the record and the NPI registry, with what differs.
 * Pure. A difference is an answer that is not what the registry says, or, for a change, not what is on record.
 */
import { linesOf, sayValue } from '#forms/kit/say.ts'
import { applies, type File, type Item, type Section } from '#forms/kit/section.ts'
import type { Words } from '#words/index.ts'
import type { LoadedCase } from './loaded-case.ts'
import { agree, besideItem } from './source-answers.ts'

export interface ComparedLine {
  /** "section/item/question". */
  readonly field: string
  readonly ask: string
  readonly said: string
  /** It was given and is hidden. */
  readonly isHidden: boolean
  readonly before: string | undefined
  readonly isChanged: boolean
  readonly theirs: string | undefined
  readonly isDifferent: boolean
}
export interface ComparedItem {
  readonly key: string
  readonly title: string
  readonly lines: readonly ComparedLine[]
}
export interface ComparedTask {
  readonly id: string
  readonly title: string
  readonly items: readonly ComparedItem[]
  /** Titles of sections that were asked and in which nothing is listed. */
  readonly without: readonly string[]
  readonly differences: number
}

const differs = (l: ComparedLine) => l.isChanged || l.isDifferent

/** Every task that was asked, in the order of the form. */
export function comparedTasks(loaded: LoadedCase, source: File, w: Words): readonly ComparedTask[] {
  const { form, file } = loaded
  const words = w.forms[form.id]!
  return form.tasks.flatMap((task) => {
    const sections = task.sections.filter((s) => applies(s, file))
    if (sections.length === 0) return []
    const items = sections.flatMap((s) =>
      (file[s.id] ?? []).map((item, i) => comparedItem(loaded, source, s, item, i, w)),
    )
    return [
      {
        id: task.id,
        title: words.tasks[task.id]?.title ?? task.id,
        items,
        without: sections.filter((s) => (file[s.id] ?? []).length === 0).map((s) => words.sections[s.id]!.title),
        differences: items.flatMap((i) => i.lines.filter(differs)).length,
      },
    ]
  })
}

/** Only what differs; tasks and items in which nothing does are left out. */
export const onlyDifferences = (tasks: readonly ComparedTask[]): readonly ComparedTask[] =>
  tasks
    .filter((t) => t.differences > 0)
    .map((t) => ({
      ...t,
      without: [],
      items: t.items.map((i) => ({ ...i, lines: i.lines.filter(differs) })).filter((i) => i.lines.length > 0),
    }))

function comparedItem(
  { form, basis }: LoadedCase,
  source: File,
  s: Section,
  item: Item,
  at: number,
  w: Words,
): ComparedItem {
  const words = w.forms[form.id]!.sections[s.id]!
  const theirs = besideItem(s, item, source)
  const old = basis?.file[s.id]?.find((i) => i.id === item.id)
  const oldLines = old ? linesOf(s, words, old.answers, w.values) : []
  return {
    key: `${s.id}/${item.id}`,
    title:
      s.repeats && words.item ? `${words.title}: ${w.portal.section.itemTitle(words.item.one, at + 1)}` : words.title,
    lines: linesOf(s, words, item.answers, w.values).map((line) => {
      const { kind } = s.questions[line.name]!
      const their = theirs[line.name]
      const said = their === undefined ? undefined : sayValue(kind, their, words.questions[line.name]!, w.values)
      return {
        field: `${s.id}/${item.id}/${line.name}`,
        ask: line.ask,
        said: line.said,
        isHidden: line.restricted && line.given,
        before: oldLines.find((l) => l.name === line.name)?.said,
        isChanged:
          basis !== undefined && JSON.stringify(old?.answers[line.name]) !== JSON.stringify(item.answers[line.name]),
        theirs: said,
        isDifferent: said !== undefined && !agree(line.said, said),
      }
    }),
  }
}
