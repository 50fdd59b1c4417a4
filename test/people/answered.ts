/** Answers of a fixture, given as a person would type them and read by the kit. A wrong fixture throws. */
import { day } from '#domain/dates.ts'
import { parseAnswers } from '#forms/kit/answers.ts'
import { type File, type Item, ONLY_ITEM, type Questions, type Section } from '#forms/kit/section.ts'

/** The day on which the people of the fixtures live. */
export const fixtureDay = day('2026-11-24')

export type TypedFor<S extends Section> = { readonly [N in keyof S['questions']]?: string }

/** One item of a list. */
export function item<Q extends Questions, Id extends string>(
  id: string,
  s: Section<Q, Id>,
  typed: TypedFor<Section<Q, Id>>,
): Item {
  const { answers, problems } = parseAnswers(s, typed as Record<string, string>, fixtureDay)
  if (problems.length > 0) throw new Error(`fixture ${s.id}: ${JSON.stringify(problems)}`)
  return { id, answers }
}

/** The answers of a section that does not repeat. */
export const only = <Q extends Questions, Id extends string>(
  s: Section<Q, Id>,
  typed: TypedFor<Section<Q, Id>>,
): readonly [Item] => [item(ONLY_ITEM, s, typed)]

/** The file with one answer replaced, or removed when it is undefined. */
export const altered = (file: File, section: string, id: string, name: string, value: unknown): File => ({
  ...file,
  [section]: file[section]!.map((i) => {
    const { [name]: _, ...others } = i.answers
    return i.id === id ? { id, answers: value === undefined ? others : { ...others, [name]: value } } : i
  }),
})
