/** The table of reasons: who has which, what it costs, who signs, and what becomes of the record. */
import { expect, test } from 'vitest'
import { applicationReasons, formIds, laterReasons, reasonFacts, reasonOf, reasonsByForm } from './reasons.ts'

test('every reason belongs to some form, and every form can be begun', () => {
  for (const r of applicationReasons)
    expect(
      formIds.some((f) => reasonFacts(f, r)),
      r,
    ).toBe(true)
  for (const f of formIds) expect(reasonFacts(f, 'initial')?.record).toBe('opens')
})

test.each([
  ['CMS-855I', 'initial', 'none', 'practitioner', 'opens'],
  ['CMS-855I', 'reassignment-add', 'none', 'practitioner-and-payee', 'changes'],
  ['CMS-855I', 'reassignment-end', 'none', 'practitioner', 'changes'],
  ['CMS-855S', 'initial', 'due', 'authorized-official', 'opens'],
  ['CMS-855S', 'revalidation', 'due', 'authorized-official', 'changes'],
  ['CMS-855S', 'change', 'none', 'any-official', 'changes'],
  ['CMS-855A', 'ownership-buyer', 'none', 'authorized-official', 'changes'],
  ['CMS-855A', 'ownership-seller', 'none', 'authorized-official', 'ends'],
  ['CMS-855B', 'add-location', 'by-type', 'any-official', 'changes'],
  ['CMS-855B', 'initial', 'by-type', 'authorized-official', 'opens'],
  ['CMS-855A', 'reactivation', 'none', 'authorized-official', 'reactivates'],
  ['CMS-20134', 'initial', 'none', 'authorized-official', 'opens'],
  ['CMS-855O', 'order-stop', 'none', 'practitioner', 'ends'],
  ['OPT-OUT', 'opt-out-cancellation', 'none', 'practitioner', 'ends'],
] as const)('%s for %s: fee %s, signed by %s, the record %s', (form, reason, fee, signers, record) => {
  expect(reasonOf({ form, reason })).toMatchObject({ fee, signers, record })
})

test('only what opens a record begins without one, and nothing that ends one asks the form again', () => {
  for (const f of formIds)
    for (const [reason, facts] of Object.entries(reasonsByForm[f])) {
      expect(facts.record === 'opens', `${f} ${reason}`).toBe(reason === 'initial')
      if (facts.record === 'ends') expect(facts.asks).toBe('nothing')
      if (facts.asks === 'nothing' || facts.same) expect(facts.own, `${f} ${reason}`).toBeDefined()
    }
})

test('a reason that a form does not have is refused', () => {
  expect(laterReasons('OPT-OUT')).toEqual(['change', 'opt-out-renewal', 'opt-out-cancellation'])
  expect(reasonFacts('CMS-855O', 'merger')).toBeUndefined()
  expect(() => reasonOf({ form: 'CMS-855O', reason: 'merger' })).toThrow('is not filed for')
})
