/** Older editions ask less than today's, and nothing that today's does not. */
import { describe, expect, test } from 'vitest'
import { drVega } from '#test/people/dr-vega.ts'
import { applicationForm } from './application-form.ts'
import { enrolledFacts } from './cms855i/apply-to-enrollment.ts'
import { formOfEdition, replacedEditions } from './editions.ts'
import { sectionOf, sectionsOf } from './kit/form.ts'
import { readingOf } from './readings.ts'

describe.each(replacedEditions)('$form $edition', ({ form: id, edition, without }) => {
  const today = readingOf(id).form
  const then = formOfEdition(today, edition)

  test('is named, and asks what today’s asks, but for what it did not ask yet', () => {
    expect(then.edition).toBe(edition)
    expect(edition).not.toBe(today.edition)
    for (const gone of without) {
      const [section = '', question] = gone.split('.')
      expect(sectionOf(today, section), gone).toBeDefined()
      expect(question ? sectionOf(then, section)?.questions[question] : sectionOf(then, section)).toBeUndefined()
    }
    const names = sectionsOf(then).map((s) => s.id)
    expect(
      sectionsOf(today)
        .filter((s) => !without.includes(s.id))
        .map((s) => s.id),
    ).toEqual(names)
  })
})

test('an application is asked by the edition that it was begun on', () => {
  const asked = { form: 'CMS-855I', reason: 'initial', chosenTasks: [] } as const
  expect(sectionOf(applicationForm({ ...asked, edition: '12/18' }), 'reassignments')).toBeUndefined()
  expect(sectionOf(applicationForm(asked), 'reassignments')).toBeDefined()
  // Nothing is known of it, so today's questions are asked under its name.
  const unknown = applicationForm({ ...asked, edition: '07/11' })
  expect([unknown.edition, sectionsOf(unknown).length]).toEqual(['07/11', sectionsOf(applicationForm(asked)).length])
})

test('what an older edition did not ask is nothing on record either', () => {
  const { reassignments: _, ...then } = drVega
  expect(enrolledFacts(then)).toMatchObject({ reassignments: [], specialty: '08' })
})
