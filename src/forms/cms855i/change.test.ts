/** A change asks only what it must, and can be judged by itself. */
import { describe, expect, test } from 'vitest'
import { fixtureDay } from '#test/people/answered.ts'
import { drVega } from '#test/people/dr-vega.ts'
import { isComplete, relevant, sectionsOf } from '../kit/form.ts'
import { changeableTasks, formForReason } from './change.ts'
import { cms855i } from './index.ts'

test.each(['initial', 'revalidation', 'reactivation'] as const)('%s asks everything', (reason) => {
  expect(formForReason(reason, ['mail'])).toBe(cms855i)
})

test('a change of practice locations asks who it is, what gates the locations, and the locations', () => {
  expect(sectionsOf(formForReason('change', ['locations'])).map((s) => s.id)).toEqual([
    'enrollment',
    'legal-name',
    'identifiers',
    'business',
    'practice-locations',
    'home-visits',
    'home-visit-areas',
    'record-storage',
    'record-stores',
  ])
})

test('a change of address asks nothing about the practice', () => {
  expect(formForReason('change', ['mail']).tasks.map((t) => t.id)).toEqual(['enrollment', 'you', 'mail'])
})

test('every task can be changed', () => {
  expect(new Set(changeableTasks)).toEqual(new Set(cms855i.tasks.map((t) => t.id)))
  expect(sectionsOf(formForReason('change', changeableTasks))).toEqual(sectionsOf(cms855i))
})

describe.each(changeableTasks)('change of %s', (task) => {
  const f = formForReason('change', [task])
  test('is complete for a complete enrollment, also from the answers it keeps', () => {
    const kept = relevant(f, drVega)
    expect(isComplete(f, kept, fixtureDay)).toBe(true)
    expect(relevant(f, kept)).toEqual(kept)
    for (const s of f.tasks.find((t) => t.id === task)!.sections)
      if (drVega[s.id as keyof typeof drVega]) expect(kept).toHaveProperty([s.id])
  })
})
