/** How a reassignment stands, from when it counts, who looks at it, and what a row of a roster says. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../dates.ts'
import type { Verdict } from '../eligibility/question.ts'
import { heldBecause } from './acceptance.ts'
import { csvCell } from './csv-cell.ts'
import { reassignmentBegins } from './effective-date.ts'
import { columnsOf, dayTyped, readRow } from './roster-row.ts'
import { type HandshakeFacts, standingOf, states } from './standing.ts'

const today = day('2026-11-24')
const yes: Verdict = {
  answer: 'yes',
  link: 'all-held',
  role: 'rendering',
  on: today,
  version: { sequence: 1, asOf: today },
}
const no = (link: Verdict['link'], answer: Verdict['answer'] = 'no'): Verdict => ({ ...yes, answer, link })
const facts: HandshakeFacts = {
  origin: 'group',
  practitionerSigned: true,
  groupSigned: true,
  refusedBy: undefined,
  applicationOpen: false,
  effectiveOn: undefined,
  endsOn: undefined,
  groupEnrolled: true,
  expired: false,
}
const from = day('2026-11-01')

test.each<[string, Partial<HandshakeFacts>, Verdict, string]>([
  ['nobody signed', { practitionerSigned: false, groupSigned: false }, yes, 'waiting-both'],
  ['the group signed', { practitionerSigned: false }, yes, 'waiting-practitioner'],
  ['the practitioner signed', { groupSigned: false }, yes, 'waiting-group'],
  ['the group is not enrolled here', { groupEnrolled: false, groupSigned: false }, yes, 'waiting-group-enrollment'],
  ['nobody signed in time', { expired: true, groupSigned: false }, yes, 'expired'],
  ['both, in an application', { applicationOpen: true }, yes, 'waiting-application'],
  ['both, held', {}, yes, 'waiting-contractor'],
  ['the group took it back', { refusedBy: 'group' }, yes, 'withdrawn'],
  ['the practitioner declined', { refusedBy: 'practitioner' }, yes, 'declined'],
  ['the contractor sent it back', { refusedBy: 'contractor' }, yes, 'returned'],
  ['accepted', { effectiveOn: from }, yes, 'payable'],
  ['accepted for later', { effectiveOn: day('2026-12-01') }, yes, 'payable-later'],
  ['not in the snapshot yet', { effectiveOn: from }, no('no-reassignment'), 'recording'],
  ['the group lost its enrollment', { effectiveOn: from }, no('payee-not-enrolled'), 'blocked'],
  ['the practitioner is deactivated', { effectiveOn: from }, no('deactivated'), 'blocked'],
  ['no registry', { effectiveOn: from }, no('registry-not-loaded', 'unknown'), 'unsure'],
  ['ended', { effectiveOn: from, endsOn: day('2026-11-23') }, no('reassignment-not-on-date'), 'ended'],
  ['ends today', { effectiveOn: from, endsOn: today }, yes, 'payable'],
])('%s', (_, over, verdict, state) => {
  expect(standingOf({ ...facts, ...over }, today, () => verdict).state).toBe(state)
})

test('payable is said only on a yes, and nothing that is waited for is called over', () => {
  const anyFacts = fc.record({
    origin: fc.constantFrom('group', 'practitioner', 'record'),
    practitionerSigned: fc.boolean(),
    groupSigned: fc.boolean(),
    refusedBy: fc.constantFrom(undefined, 'group', 'practitioner', 'contractor'),
    applicationOpen: fc.boolean(),
    groupEnrolled: fc.boolean(),
    expired: fc.boolean(),
    effectiveOn: fc.constantFrom(undefined, from, day('2026-12-24')),
    endsOn: fc.constantFrom(undefined, from, day('2027-01-01')),
  })
  const verdicts = fc.constantFrom(yes, no('no-reassignment'), no('revoked'), no('order-list-not-loaded', 'unknown'))
  fc.assert(
    fc.property(anyFacts, verdicts, (f, verdict) => {
      const { payable, over, waitsFor } = states[standingOf(f as HandshakeFacts, today, () => verdict).state]
      if (payable) expect(verdict.answer).toBe('yes')
      expect(over || payable).toBe(waitsFor === 'nobody')
    }),
  )
})

test.each([
  ['as proposed', '2026-11-20', '2026-11-24', '2020-01-01', '2020-01-01', '2026-11-20'],
  ['30 days back', '2026-10-25', '2026-11-24', '2020-01-01', '2020-01-01', '2026-10-25'],
  ['not 31', '2026-10-24', '2026-11-24', '2020-01-01', '2020-01-01', '2026-10-25'],
  ['practitioner enrolled later', '2026-11-01', '2026-11-24', '2026-11-10', '2020-01-01', '2026-11-10'],
  ['group enrolled later', '2026-11-01', '2026-11-24', '2026-11-10', '2026-11-12', '2026-11-12'],
  ['ahead', '2026-12-15', '2026-11-24', '2020-01-01', '2020-01-01', '2026-12-15'],
])('begins %s', (_, startsOn, completedOn, practitionerFrom, groupFrom, begins) => {
  const found = reassignmentBegins({
    startsOn: day(startsOn),
    completedOn: day(completedOn),
    practitionerFrom: day(practitionerFrom),
    groupFrom: day(groupFrom),
  })
  expect(found.value).toBe(begins)
  expect(found.because.length).toBeGreaterThan(0)
})

test.each([
  [{ practitioner: 'approved', group: 'approved', excluded: false }, []],
  [{ practitioner: undefined, group: 'approved', excluded: false }, ['practitioner-not-approved']],
  [{ practitioner: 'approved', group: 'stayed', excluded: true }, ['group-not-approved', 'excluded']],
  [{ practitioner: 'approved', group: 'approved', excluded: undefined }, ['exclusions-unknown']],
] as const)('acceptance of %o', (f, because) => expect(heldBecause(f)).toEqual(because))

describe('a roster', () => {
  test.each([
    [['npi'], { npi: 0 }],
    [['Group NPI', 'Individual NPI', 'Individual Last Name'], { npi: 1, last_name: 2 }],
    [['NPI', 'Starts on', 'ENROLLMENT ID'], { npi: 0, starts_on: 1, enrollment_id: 2 }],
    [['name', 'phone'], undefined],
  ])('header %o', (header, columns) => expect(columnsOf(header)).toEqual(columns))

  test.each([
    ['2026-12-01', '2026-12-01'],
    ['1/2/2026', '2026-01-02'],
    ['2026-02-30', undefined],
    ['tomorrow', undefined],
  ])('day %s', (typed, read) => expect(dayTyped(typed)).toBe(read))

  test('any cells give a row with an answer or a valid NPI and day', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (npi, last, starts) => {
        const cells = { npi, last_name: last, enrollment_id: '', starts_on: starts }
        const row = readRow(2, (c) => cells[c], today, day('2027-01-23'))
        expect(row.wrong !== undefined || /^[12]\d{9}$/.test(row.npi)).toBe(true)
      }),
    )
  })

  test('no cell that we write is run by a spreadsheet', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(csvCell(text)).not.toMatch(/^"?[=+\-@]/)
      }),
    )
  })
})
