/**
 * Where a day falls among the periods of one enrollment, as known now or on some earlier day, and
 * whether a reassignment to a group runs on it. Reads the columns only. Pure.
 */
import { extrasEnd, extrasFrom } from './extras.ts'
import { spanFrom, spanTo } from './packing.ts'
import { isWithin } from './registry-set.ts'
import { KEY, NO_STATUS, RECORD, type Snapshot, SPAN } from './snapshot.ts'

/** The period that covers the day ("within"), or the nearest one and on which side of it the day lies. */
export interface Place {
  readonly at: 'within' | 'before' | 'between' | 'after' | 'none'
  readonly status: number
  readonly from: number
  readonly to: number
}

const nowhere: Place = { at: 'none', status: NO_STATUS, from: 0, to: -1 }
const place = (at: Place['at'], status: number, span: number): Place => ({
  at,
  status,
  from: spanFrom(span),
  to: spanTo(span),
})
/** The last day that a span of knowledge can tell from "still". */
const known = (knownOn: number): number => Math.min(knownOn, 65_534)

/** The status on a day, NO_STATUS when no period covers it: `placeOf` without its object. */
export function statusOn(s: Snapshot, record: number, on: number, knownOn: number): number {
  if (knownOn >= 0) {
    const then = placeThen(s, record, on, knownOn)
    return then.at === 'within' ? then.status : NO_STATUS
  }
  const at = record * RECORD
  const { records, extras } = s
  const status = records[at + KEY]! & 15
  const span = records[at + SPAN]!
  if (isWithin(span, on)) return status
  if (status !== NO_STATUS && on >= span >>> 16) return NO_STATUS
  const end = extrasEnd(s, record)
  for (let i = extrasFrom(s, record); i < end && extras[i]! < 0; i += 2)
    if (isWithin(extras[i + 1]!, on)) return -1 - extras[i]!
  return NO_STATUS
}

/** `knownOn` -1 asks for what is known now. */
export function placeOf(s: Snapshot, record: number, on: number, knownOn: number): Place {
  if (knownOn >= 0) return placeThen(s, record, on, knownOn)
  const at = record * RECORD
  const status = s.records[at + KEY]! & 15
  const span = s.records[at + SPAN]!
  if (isWithin(span, on)) return place('within', status, span)
  if (status !== NO_STATUS && on >= spanFrom(span)) return place('after', status, span)
  return placeEarlier(s, record, on)
}

/** The same on a day before the last period; or where the record has none of its own. */
function placeEarlier(s: Snapshot, record: number, on: number): Place {
  const status = s.records[record * RECORD + KEY]! & 15
  const span = s.records[record * RECORD + SPAN]!
  let before = nowhere
  const end = extrasEnd(s, record)
  for (let i = extrasFrom(s, record); i < end && s.extras[i]! < 0; i += 2) {
    const next = place('within', -1 - s.extras[i]!, s.extras[i + 1]!)
    if (on < next.from) return before === nowhere ? { ...next, at: 'before' } : { ...before, at: 'between' }
    if (on <= next.to) return next
    before = next
  }
  if (status === NO_STATUS) return before === nowhere ? nowhere : { ...before, at: 'after' }
  return before === nowhere ? place('before', status, span) : { ...before, at: 'between' }
}

/** Among the versions that were known at the end of a day; their order is that of their first day. */
function placeThen(s: Snapshot, record: number, on: number, knownOn: number): Place {
  let last = nowhere
  const { periodStart, periods } = s.history!
  for (let i = periodStart[record]!; i < periodStart[record + 1]!; i += 3) {
    if (!isWithin(periods[i + 2]!, known(knownOn))) continue
    const next = place('within', periods[i]!, periods[i + 1]!)
    if (on < next.from) return last === nowhere ? { ...next, at: 'before' } : { ...last, at: 'between' }
    if (on <= next.to) return next
    last = next
  }
  return last === nowhere ? nowhere : { ...last, at: 'after' }
}

/** Does the enrollment reassign its payments to the group on the day? */
export function reassigns(
  s: Snapshot,
  record: number,
  group: number,
  on: number,
  knownOn: number,
): 'held' | 'other-days' | 'never' {
  if (knownOn >= 0) return reassignedThen(s, record, group, on, knownOn)
  const { extras } = s
  const end = extrasEnd(s, record)
  let found: 'other-days' | 'never' = 'never'
  for (let i = extrasFrom(s, record); i < end; i += 2) {
    if (extras[i] !== group) continue
    if (isWithin(extras[i + 1]!, on)) return 'held'
    found = 'other-days'
  }
  return found
}

function reassignedThen(s: Snapshot, record: number, group: number, on: number, knownOn: number) {
  const { reassignmentStart, reassignments } = s.history!
  let found: 'other-days' | 'never' = 'never'
  for (let i = reassignmentStart[record]!; i < reassignmentStart[record + 1]!; i += 3) {
    if (reassignments[i] !== group || !isWithin(reassignments[i + 2]!, known(knownOn))) continue
    if (isWithin(reassignments[i + 1]!, on)) return 'held'
    found = 'other-days'
  }
  return found
}

/** Calls back with every reassignment of a record: key of the group and its days. */
export function eachReassignment(
  s: Snapshot,
  record: number,
  knownOn: number,
  tell: (group: number, span: number) => void,
): void {
  if (knownOn >= 0 && s.history) {
    const { reassignmentStart, reassignments } = s.history
    for (let i = reassignmentStart[record]!; i < reassignmentStart[record + 1]!; i += 3)
      if (isWithin(reassignments[i + 2]!, known(knownOn))) tell(reassignments[i]!, reassignments[i + 1]!)
    return
  }
  const end = extrasEnd(s, record)
  for (let i = extrasFrom(s, record); i < end; i += 2) if (s.extras[i]! >= 0) tell(s.extras[i]!, s.extras[i + 1]!)
}
