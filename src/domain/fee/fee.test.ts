import { describe, expect, test } from 'vitest'
import { applicationReasons, formIds, reasonFacts } from '../application/reasons.ts'
import { feeDue } from './fee-due.ts'
import { feeMayBecome, feeStateNames, paymentMayBecome, paymentOutcomes, paymentStatuses } from './fee-states.ts'
import { refundRulesFor } from './refund-rules.ts'

const due = (form: string, reason: (typeof applicationReasons)[number], supplier?: string, addsPlace = false) =>
  feeDue({ form, reason, supplier, addsPlace }).value

describe('who pays', () => {
  test.each([
    ['CMS-855I', 'initial', undefined, false, false, 'practitioner-form'],
    ['CMS-855O', 'initial', undefined, false, false, 'practitioner-form'],
    ['CMS-20134', 'initial', undefined, false, false, 'prevention-program'],
    ['CMS-855A', 'initial', undefined, false, true, 'institution'],
    ['CMS-855A', 'revalidation', undefined, false, true, 'institution'],
    ['CMS-855A', 'reactivation', undefined, false, false, 'reason-pays-none'],
    ['CMS-855A', 'ownership-buyer', undefined, false, false, 'reason-pays-none'],
    ['CMS-855A', 'change', undefined, false, false, 'no-place-added'],
    ['CMS-855A', 'change', undefined, true, true, 'place-added'],
    ['CMS-855A', 'add-location', undefined, false, true, 'place-added'],
    ['CMS-855B', 'initial', 'clinic', false, false, 'practitioner-group'],
    ['CMS-855B', 'add-location', 'clinic', false, false, 'practitioner-group'],
    ['CMS-855B', 'initial', 'idtf', false, true, 'institution'],
    ['CMS-855B', 'initial', 'home-infusion', false, true, 'institution-unlisted'],
    ['CMS-855B', 'change', 'idtf', true, true, 'place-added'],
    ['CMS-855S', 'initial', undefined, false, true, 'institution'],
    ['CMS-855S', 'change', undefined, true, false, 'no-place-added'],
  ] as const)('%s, %s, %s, adds a place: %s', (form, reason, supplier, adds, pays, why) => {
    expect(due(form, reason, supplier, adds)).toEqual({ due: pays, why })
  })

  test('every form and reason has an answer with an authority', () => {
    for (const form of formIds)
      for (const reason of applicationReasons)
        if (reasonFacts(form, reason))
          expect(feeDue({ form, reason, supplier: undefined, addsPlace: false }).because.length).toBeGreaterThan(0)
  })
})

test('nothing that was paid, waived or given back becomes paid without being open first', () => {
  for (const from of feeStateNames) expect(feeMayBecome(from, 'paid')).toBe(from === 'pending' || from === 'not-due')
})

test('a payment ends once; only one that was made can be taken back', () => {
  for (const from of paymentStatuses)
    for (const to of paymentOutcomes)
      expect(paymentMayBecome(from, to)).toBe(
        (from === 'begun' && to !== 'charged-back') || (from === 'paid' && to === 'charged-back'),
      )
})

test('a payment of a fee that was waived goes back', () => {
  const facts = { submitted: true, reviewed: false, deniedFor: [], late: false, due: true } as const
  expect(refundRulesFor({ ...facts, status: 'submitted', waived: true })).toEqual(['hardship-granted'])
})

test.each([
  ['approved', true, true, [], false, true, []],
  ['rejected', true, false, [], false, true, ['ended-before-review']],
  ['rejected', true, true, [], false, true, []],
  ['withdrawn', false, false, [], false, true, ['never-sent']],
  ['denied', true, true, ['moratorium'], false, true, ['moratorium']],
  ['denied', true, true, ['not-qualified'], false, true, []],
  ['submitted', true, false, [], true, true, ['paid-twice']],
  ['draft', false, false, [], false, false, ['not-required']],
] as const)('%s, submitted %s, reviewed %s, %s', (status, submitted, reviewed, deniedFor, late, due, rules) => {
  expect(refundRulesFor({ status, submitted, reviewed, deniedFor, late, due, waived: false })).toEqual(rules)
})
