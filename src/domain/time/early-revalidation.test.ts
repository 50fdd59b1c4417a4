/** What comes before its window is kept until it opens; only a revalidation, and only when it has a date. */
import { expect, test } from 'vitest'
import { day } from '../dates.ts'
import { heldUntil } from './early-revalidation.ts'

const due = day('2027-12-31')
test.each([
  ['a day before the window', 'revalidation', due, '2027-05-31', '2027-06-01'],
  ['the first day of it', 'revalidation', due, '2027-06-01', undefined],
  ['a year before', 'revalidation', due, '2026-12-31', '2027-06-01'],
  ['another reason', 'change', due, '2026-12-31', undefined],
  ['nothing due', 'revalidation', undefined, '2026-12-31', undefined],
] as const)('%s', (_, reason, on, receivedOn, until) => {
  expect(heldUntil({ reason, due: on, receivedOn: day(receivedOn) })).toBe(until)
})
