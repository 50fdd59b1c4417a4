import { expect, it } from 'vitest'
import { day } from '../../dates.ts'
import { reachedReminder } from './desk-reminders.ts'

it.each([
  ['task', '2026-03-10', undefined],
  ['task', '2026-03-11', 1],
  ['task', '2026-03-16', 1],
  ['task', '2026-03-17', 7],
  ['task', '2026-06-01', 30],
  ['appeal', '2026-02-23', undefined],
  ['appeal', '2026-02-24', -14],
  ['appeal', '2026-03-10', -3],
  ['appeal', '2026-03-11', 1],
  ['filing', '2026-03-08', -7],
  ['filing', '2026-03-09', -1],
] as const)('%s whose last day is March 10, on %s: %s', (of, today, reached) =>
  expect(reachedReminder(of, day('2026-03-10'), day(today))).toBe(reached),
)
