/** Until when a proposal that somebody has not signed stays open, and when both sides are told before. Pure; our own rule. */
import { addDays, type Day } from '../dates.ts'
import { clocks } from '../review/queues/clocks.ts'

/** Days before the last one on which both sides are written to once more. */
const LAST_CALL_DAYS = 7

/** The last day on which it can be signed. */
export const proposalLastDay = (proposedOn: Day): Day => addDays(proposedOn, clocks['reassignment-proposal'].days)

export type ProposalAge = 'open' | 'last-call' | 'over'
export function proposalAge(proposedOn: Day, today: Day): ProposalAge {
  const last = proposalLastDay(proposedOn)
  if (today > last) return 'over'
  return today >= addDays(last, -LAST_CALL_DAYS) ? 'last-call' : 'open'
}
