/**
 * How long a draft waits for somebody who does not come back, and when we warn. PECOS deletes unfinished applications
 * after 120 idle days (contractors' advice; no paragraph of the CFR); here they are withdrawn and nothing is deleted. Pure.
 */
import { addDays, type Day, daysBetween } from '../dates.ts'
import { clocks } from '../review/queues/clocks.ts'

export const draftIdleDays: number = clocks['idle-draft'].days

/** Days before the last day on which we warn, the first warning first. Ours. */
export const draftWarnings = [30, 7, 1] as const
export type DraftWarning = (typeof draftWarnings)[number]
export const LAST_WARNING: DraftWarning = 1

/** The last day on which an untouched draft is still there. */
export const draftExpiresOn = (lastTouched: Day): Day => addDays(lastTouched, draftIdleDays)

/** The warning that is due: the latest one reached, so that those missed are not sent in a heap; none before the first. */
export function draftWarningDue(lastTouched: Day, today: Day): DraftWarning | undefined {
  const left = daysBetween(today, draftExpiresOn(lastTouched))
  return draftWarnings.filter((before) => left <= before).at(-1)
}
