/**
 * How long a draft is kept that nobody touches. PECOS deletes unfinished applications after 120 idle days
 * (contractors' advice; no paragraph of the CFR). Pure.
 */
import { addDays, type Day } from '../dates.ts'

export const draftIdleDays = 120

/** The last day on which an untouched draft is still there. */
export const draftExpiresOn = (lastTouched: Day): Day => addDays(lastTouched, draftIdleDays)
