/** Whatever is taken out of a complete file it is complete no more; what differs is exactly what was changed. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { altered, fixtureDay } from '#test/people/answered.ts'
import { everybody } from '#test/people/everybody.ts'
import { en } from '#words/index.ts'
import { type Form, isComplete, sectionOf, sectionsOf } from './kit/form.ts'
import { diffSection } from './kit/say.ts'
import { type File, isAsked } from './kit/section.ts'
import { readingOf } from './readings.ts'

type Place = readonly [section: string, item: string, question: string]
const answered = (form: Form, file: File): readonly Place[] =>
  Object.entries(file).flatMap(([id, items]) =>
    items.flatMap((item) =>
      Object.entries(sectionOf(form, id)!.questions)
        .filter(([name, q]) => isAsked(q, item.answers) && item.answers[name] !== undefined)
        .map(([name]) => [id, item.id, name] as const),
    ),
  )
const without = (file: File, places: readonly Place[]): File =>
  places.reduce((f, [s, i, n]) => altered(f, s, i, n, undefined), file)
const differing = (form: Form, before: File, after: File): readonly string[] =>
  sectionsOf(form)
    .flatMap((s) => diffSection(s, en.forms[form.id]!.sections[s.id]!, before, after, en.values))
    .map((c) => `${c.sectionId}.${c.itemId}.${c.name}`)
    .sort()

describe.each(everybody)('%s', (_, id, file) => {
  const { form } = readingOf(id)
  const places = answered(form, file)
  const required = places.filter(([s, , n]) => !sectionOf(form, s)!.questions[n]!.optional)
  const some = (from: readonly Place[]) => fc.subarray([...from], { minLength: 1, maxLength: 12 })

  test('any required answers are missed, and it is whole again with them', () => {
    expect(isComplete(form, file, fixtureDay)).toBe(true)
    fc.assert(
      fc.property(some(required), (taken) => {
        expect(isComplete(form, without(file, taken), fixtureDay)).toBe(false)
      }),
      { numRuns: 40 },
    )
  })

  test('the differences are the answers that were taken out, in whichever order they are compared', () => {
    expect(differing(form, file, file)).toEqual([])
    fc.assert(
      fc.property(some(places), (taken) => {
        const fewer = without(file, taken)
        const names = taken.map((p) => p.join('.')).sort()
        expect(differing(form, file, fewer)).toEqual(names)
        expect(differing(form, fewer, file)).toEqual(names)
      }),
      { numRuns: 40 },
    )
  })
})
