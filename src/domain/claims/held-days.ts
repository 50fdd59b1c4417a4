/**
 * For how long an answer stays the same: the days around one on which everything held, through which it goes on to hold.
 * A claim file names the same provider on hundreds of days; one look at the record answers them all. Pure.
 */
import { type Asked, decide, decideLink } from '../eligibility/decide.ts'
import { extrasEnd, extrasFrom } from '../eligibility/extras.ts'
import { eachReassignment } from '../eligibility/periods.ts'
import type { Link } from '../eligibility/question.ts'
import { isWithin } from '../eligibility/registry-set.ts'
import {
  FACTS,
  firstRecord,
  IN_REGISTRY,
  isListedOnly,
  LAST_OF_NPI,
  LISTED_ONLY,
  RECORD,
  type Snapshot,
  SPAN,
  STOPPED_AT_TIMES,
} from '../eligibility/snapshot.ts'

/** Two days in one number, as spans of the snapshot are; the last one that it holds stands for "still". */
const ALWAYS = 65_535
const oneDay = (on: number): number => (on << 16) | on
/** The days that two spans share; both hold the day that was asked of. */
export const both = (a: number, b: number): number =>
  (Math.max(a >>> 16, b >>> 16) << 16) | Math.min(a & 0xffff, b & 0xffff)

/** What the last answer of `lastingLink` lasts for, at least its own day. */
export let lasting = 0

export const needsReassignment = (ask: Asked): boolean => !ask.ordering && ask.payee >= 0 && ask.payee !== ask.key

/**
 * The deciding link, as the record stands now (`knownOn` -1), without a state. Of a payee it does not ask for how long
 * that may be paid: what it lasts for is meant as long as the payee is.
 */
export function lastingLink(s: Snapshot, ask: Asked): Link {
  const link = decideLink(s, ask)
  lasting = oneDay(ask.on)
  if (link !== 'all-held') return link
  const record = s.changes.size === 0 || !s.changes.has(ask.key) ? firstRecord(s, ask.key) : -1
  const facts = record < 0 ? 0 : s.records[record * RECORD + FACTS]!
  // Nearly always: one enrollment, never deactivated, in its last period.
  const plain = (facts & (LAST_OF_NPI | IN_REGISTRY | STOPPED_AT_TIMES | LISTED_ONLY)) === (LAST_OF_NPI | IN_REGISTRY)
  const first = plain ? s.records[record * RECORD + SPAN]! : 0
  if (!plain || !isWithin(first, ask.on)) lasting = longWay(s, ask)
  else lasting = needsReassignment(ask) ? both(first, reassignedFor(s, record, ask)) : first
  return link
}

/** The same for those with several enrollments, several periods, or changes since the columns were built. */
function longWay(s: Snapshot, ask: Asked): number {
  const { in: rows, record, place } = decide(s, ask)
  if (!rows || !place || !isAlwaysActive(s, rows, record, ask.key)) return oneDay(ask.on)
  // Who is only listed has no days.
  let span = isListedOnly(rows, record) ? ALWAYS : (place.from << 16) | Math.min(place.to, ALWAYS)
  if (!needsReassignment(ask)) return span
  eachReassignment(rows, record, -1, (group, days) => {
    if (group === ask.payee && isWithin(days, ask.on)) span = both(span, days)
  })
  return span
}

/** That everything held says that one of these covers the day. */
function reassignedFor(s: Snapshot, record: number, ask: Asked): number {
  const { extras } = s
  const end = extrasEnd(s, record)
  for (let i = extrasFrom(s, record); i < end; i += 2)
    if (extras[i] === ask.payee && isWithin(extras[i + 1]!, ask.on)) return extras[i + 1]!
  return oneDay(ask.on)
}

/** Neither the columns nor what changed since know days on which its NPI was deactivated. */
function isAlwaysActive(s: Snapshot, rows: Snapshot, record: number, key: number): boolean {
  if (rows !== s) {
    const registry = s.changes.get(key)?.registry
    return registry !== undefined && registry.stopped === undefined
  }
  return (rows.records[record * RECORD + FACTS]! & (IN_REGISTRY | STOPPED_AT_TIMES)) === IN_REGISTRY
}
