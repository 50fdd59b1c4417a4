/**
 * When an enrollment has to be revalidated, from when that can be sent, when we write, and where it stands. Pure.
 * Every five years, equipment suppliers every three (42 CFR 424.515, 424.57(g)); CMS may ask in between (424.515(d)).
 * CMS itself sets the date, the last day of a month; one that was set goes before the one that is counted here.
 */
import { addDays, addMonths, addYears, type Day, daysBetween, lastOfMonth, later } from '../dates.ts'
import { clocks } from '../review/queues/clocks.ts'

/** Years of a cycle; undefined for forms that are not revalidated (opt-outs renew, orderers only order). */
export function cycleYears(form: string): 3 | 5 | undefined {
  if (form === 'OPT-OUT' || form === 'CMS-855O') return undefined
  return form === 'CMS-855S' ? 3 : 5
}

export interface RevalidationFacts {
  readonly form: string
  /** The first day of the enrollment. */
  readonly began: Day
  /** The days on which revalidations (or applications that count as one) were received, in any order. */
  readonly receivedOn: readonly Day[]
  /** A date that CMS set, also one outside of the cycle. */
  readonly setOn?: Day | undefined
  /** Since when the record is kept here: what was due before was answered elsewhere, or it would not stand. */
  readonly keptSince?: Day | undefined
}

/** Months before the due date from which it is accepted: more than seven are too early (42 CFR 424.526(a), practice). */
export const OPENS_MONTHS = 7

/** The first day on which a revalidation is accepted. */
export const opensOn = (due: Day): Day => addMonths(addDays(due, 1), -OPENS_MONTHS)

/**
 * The day until which it has to be revalidated next; undefined where nothing is. What was sent early within the window
 * counts for the date it answers, so that nobody loses by being early; what came late starts the years anew.
 */
export function revalidationDue(f: RevalidationFacts): Day | undefined {
  const years = cycleYears(f.form)
  if (!years) return undefined
  const after = (on: Day) => lastOfMonth(addYears(on, years))
  let due = after(f.began)
  while (f.keptSince !== undefined && due < f.keptSince) due = after(due)
  let set = f.setOn
  for (const on of [...f.receivedOn].sort()) {
    const answers = set !== undefined && on >= opensOn(set) ? set : on >= opensOn(due) ? due : undefined
    if (answers === undefined) continue
    if (answers === set) set = undefined
    due = after(later(on, answers))
  }
  return set ?? due
}

export type RevalidationState = 'not-yet' | 'open' | 'soon' | 'overdue' | 'sent'

/** Where it stands on a day; `sent`: an application for it is under way. */
export function revalidationState(due: Day, today: Day, underWay: boolean): RevalidationState {
  if (underWay) return 'sent'
  if (today > due) return 'overdue'
  if (today >= addDays(due, -clocks.revalidation.days)) return 'soon'
  return today >= opensOn(due) ? 'open' : 'not-yet'
}

/** Notices by the day before the due date on which they go out; the first 120 days ahead (CMS: three to four months). */
export const notices = [
  ['first', 120],
  ['second', 60],
  ['third', 30],
  ['last', 7],
  ['overdue', -1],
] as const
export type NoticeStage = (typeof notices)[number][0]

/** The notice that is due: the latest reached, so that those missed are not sent in a heap; none before the first. */
export function noticeDue(due: Day, today: Day): NoticeStage | undefined {
  const left = daysBetween(today, due)
  return notices.filter(([, before]) => left <= before).at(-1)?.[0]
}

/** The day until which it has to be complete: the due date, but never sooner than 60 days after the first notice. */
export const answerBy = (due: Day, firstNoticeOn: Day | undefined): Day =>
  firstNoticeOn ? later(due, addDays(firstNoticeOn, clocks.revalidation.days)) : due
