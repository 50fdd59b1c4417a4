/** Every situation leads to forms that exist for that reason, and the plan follows what is held. */
import { describe, expect, test } from 'vitest'
import { reasonFacts } from './reasons.ts'
import { isSituation, planSteps, situationGroups, situationIds, situationOf } from './situations.ts'

describe.each(situationIds)('%s', (id) => {
  const { steps, cite } = situationOf(id)
  test('names forms and reasons that go together, and says why', () => {
    expect(steps.length).toBeGreaterThan(0)
    expect(cite).toMatch(/^42 CFR \d/)
    for (const s of steps) expect(reasonFacts(s.form, s.reason), `${s.form} ${s.reason}`).toBeDefined()
    for (const s of steps) expect(s.tasks !== undefined, s.reason).toBe(s.reason === 'change' && s.by !== 'other')
  })
})

test('each situation is in one group', () => {
  expect(Object.values(situationGroups).flat().toSorted()).toEqual([...situationIds].toSorted())
  expect(isSituation('toString')).toBe(false)
})

const mine = { enrollmentId: 'I20260101000001', form: 'CMS-855I' }
const store = { enrollmentId: 'O20260101000002', form: 'CMS-855S' }

test.each([
  ['a person who revalidates is not shown the forms of groups', 'revalidate', [mine], ['CMS-855I revalidation']],
  ['a chain sees its own form', 'revalidate', [store], ['CMS-855S revalidation']],
  ['one who acts for both sees both', 'revalidate', [mine, store], ['CMS-855I revalidation', 'CMS-855S revalidation']],
  ['ordering needs no record', 'order-only', [], ['CMS-855O initial']],
  ['a company of one’s own is two applications', 'own-company', [], ['CMS-855B initial', 'CMS-855I initial']],
  ['the seller files beside the buyer', 'bought', [], ['CMS-855A ownership-buyer', 'CMS-855A ownership-seller']],
  [
    'who opts out with an enrollment is told to withdraw it',
    'opt-out',
    [mine],
    ['OPT-OUT initial', 'CMS-855I withdrawal'],
  ],
  ['who opts out without one is not', 'opt-out', [], ['OPT-OUT initial']],
  ['who holds nothing still sees what it would take', 'leave-group', [], ['CMS-855I reassignment-end']],
] as const)('%s', (_, id, held, expected) => {
  expect(planSteps(situationOf(id), held).map((s) => `${s.form} ${s.reason}`)).toEqual(expected)
})

test('a step about a record names the records, a new one none', () => {
  expect(planSteps(situationOf('leave-group'), [mine, store])[0]?.about).toEqual([mine.enrollmentId])
  expect(planSteps(situationOf('sell-equipment'), [store])[0]?.about).toEqual([])
})
