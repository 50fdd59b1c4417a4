/** Whether an application may still be sent on the edition of the form that it was begun on. Ours, over published days. Pure. */
import { type Day, daysBetween } from '../dates.ts'

export interface EditionDates {
  readonly inForceOn: Day
  /** The last day on which it is taken; undefined: none was published, or it was not replaced. */
  readonly acceptedUntil: Day | undefined
}

export type EditionStanding =
  | { readonly state: 'current' }
  /** Replaced and still taken, until this day when one was published. */
  | { readonly state: 'accepted'; readonly until: Day | undefined }
  /** Replaced, and not taken any more since the day after; an edition of which nothing is known counts as such. */
  | { readonly state: 'over'; readonly until: Day | undefined }

/** `known` are the dates of the edition that the application was begun on. */
export function editionStanding(
  begunOn: string,
  current: string,
  known: EditionDates | undefined,
  today: Day,
): EditionStanding {
  if (begunOn === current) return { state: 'current' }
  const until = known?.acceptedUntil
  const taken = known !== undefined && (until === undefined || daysBetween(today, until) >= 0)
  return { state: taken ? 'accepted' : 'over', until }
}
