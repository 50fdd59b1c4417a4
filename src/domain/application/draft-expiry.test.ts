import { expect, test } from 'vitest'
import { addDays, day } from '../dates.ts'
import { draftExpiresOn, draftWarningDue } from './draft-expiry.ts'

const touched = day('2026-01-10')

test('a draft touched on January 10 is there through May 10', () => {
  expect(draftExpiresOn(touched)).toBe('2026-05-10')
})

test.each([
  ['31 days before: nothing yet', 89, undefined],
  ['30 days before: the first warning', 90, 30],
  ['8 days before: still the first', 112, 30],
  ['7 days before: the second', 113, 7],
  ['1 day before: the last', 119, 1],
  ['on the last day, and long after when nobody could warn: the last', 120, 1],
  ['a year later', 365, 1],
] as const)('%s', (_, idle, due) => {
  expect(draftWarningDue(touched, addDays(touched, idle))).toBe(due)
})
