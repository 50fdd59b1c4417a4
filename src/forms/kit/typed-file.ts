/** A whole file out of what somebody would type: for the people of tests and of the demonstration. Pure. */
import type { Day } from '#domain/dates.ts'
import { parseAnswers, type Typed } from './answers.ts'
import { type Form, sectionsOf } from './form.ts'
import { applies, type File, type Item, ONLY_ITEM } from './section.ts'

/** By section; of a list by item. */
export type TypedSections = Readonly<Record<string, Typed | Readonly<Record<string, Typed>>>>

/**
 * Reads every section that applies, in the order of the form; what does not apply is left out. Throws when the form
 * refuses an answer, or is given a section that it does not have: both are mistakes of whoever wrote them.
 */
export function fileOf(form: Form, typed: TypedSections, on: Day): File {
  const unknown = Object.keys(typed).filter((id) => !sectionsOf(form).some((s) => s.id === id))
  if (unknown.length > 0) throw new Error(`${form.id} has no ${unknown.join(', ')}`)
  const file: Record<string, readonly Item[]> = {}
  for (const section of sectionsOf(form)) {
    const given = typed[section.id]
    if (!given || !applies(section, file)) continue
    const items = section.repeats
      ? Object.entries(given as Readonly<Record<string, Typed>>)
      : [[ONLY_ITEM, given as Typed] as const]
    file[section.id] = items.map(([id, one]) => {
      const { answers, problems } = parseAnswers(section, one, on, file)
      if (problems.length > 0) throw new Error(`${form.id} ${section.id}/${id}: ${JSON.stringify(problems)}`)
      return { id, answers }
    })
  }
  return file
}
