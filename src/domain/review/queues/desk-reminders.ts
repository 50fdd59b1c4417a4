/** On which days a clock of the desk reminds somebody, before and after its last day. Ours, no law. Pure. */
import { addDays, type Day } from '../../dates.ts'

/** Days from the last day, the earliest first; below zero is before it. */
export const deskReminders = {
  /** To whoever a task is given, once it is late. */
  task: [1, 7, 14, 30],
  /** To whoever answers an appeal. */
  appeal: [-14, -3, 1],
  /** To the provider, before the last day to file an appeal. */
  filing: [-7, -1],
} as const satisfies Record<string, readonly number[]>

/** The latest reminder that has been reached; earlier ones that were missed are not sent in a heap. */
export const reachedReminder = (of: keyof typeof deskReminders, lastDay: Day, today: Day): number | undefined =>
  deskReminders[of].findLast((n) => addDays(lastDay, n) <= today)
