/**
 * Where a day falls among the periods of one enrollment, as known now or on some earlier day, and
 * whether a reassignment to a group runs on it. Reads the columns only. Pure.
 */
import { isWithin } from './registry-set.ts'
import { FIRST_FROM, FIRST_TO, MORE_PERIODS, NO_STATUS, REASSIGNMENTS, RECORD, type Snapshot } from './snapshot.ts'

/** The period that covers the day ("within"), or the nearest one and on which side of it the day lies. */
export interface Place {
  readonly at: 'within' | 'before' | 'between' | 'after' | 'none'
  readonly status: number
  readonly from: number
  readonly to: number
}

const nowhere: Place = { at: 'none', status: NO_STATUS, from: 0, to: -1 }
const place = (at: Place['at'], packed: number, to: number): Place => ({
  at,
  status: packed & 15,
  from: packed >> 4,
  to,
})

/** `knownOn` -1 asks for what is known now. */
export function placeOf(s: Snapshot, record: number, on: number, knownOn: number): Place {
  if (knownOn >= 0) return placeThen(s, record, on, knownOn)
  const at = record * RECORD
  const packed = s.records[at + FIRST_FROM]!
  if (packed >> 4 <= on && on <= s.records[at + FIRST_TO]!) return place('within', packed, s.records[at + FIRST_TO]!)
  return placeAmong(s, at, on)
}

/** Not in the first period: look at the others, which stand in order of their first day. */
function placeAmong(s: Snapshot, at: number, on: number): Place {
  let packed = s.records[at + FIRST_FROM]!
  let to = s.records[at + FIRST_TO]!
  if ((packed & 15) === NO_STATUS) return nowhere
  if (on < packed >> 4) return place('before', packed, to)
  for (let i = s.records[at + MORE_PERIODS]!; i < s.records[at + RECORD + MORE_PERIODS]!; i += 2) {
    if (on < s.periods[i]! >> 4) return place('between', packed, to)
    packed = s.periods[i]!
    to = s.periods[i + 1]!
    if (on <= to) return place('within', packed, to)
  }
  return place('after', packed, to)
}

/** Among the versions that were known at the end of a day; their order is that of their first day. */
function placeThen(s: Snapshot, record: number, on: number, knownOn: number): Place {
  let last = nowhere
  const { periodStart, periods } = s.history!
  for (let i = periodStart[record]!; i < periodStart[record + 1]!; i += 3) {
    if (!isWithin(periods[i + 2]!, Math.min(knownOn, 65_534))) continue
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
  const then = knownOn >= 0
  const words = then ? s.history!.reassignments : s.reassignments
  const step = then ? 3 : 2
  const from = then ? s.history!.reassignmentStart[record]! : s.records[record * RECORD + REASSIGNMENTS]!
  const end = then ? s.history!.reassignmentStart[record + 1]! : s.records[(record + 1) * RECORD + REASSIGNMENTS]!
  let found: 'other-days' | 'never' = 'never'
  for (let i = from; i < end; i += step) {
    if (words[i] !== group) continue
    if (then && !isWithin(words[i + 2]!, Math.min(knownOn, 65_534))) continue
    if (isWithin(words[i + 1]!, on)) return 'held'
    found = 'other-days'
  }
  return found
}
