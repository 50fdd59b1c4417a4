/**
 * The commonest answer in the fewest steps: everything held, for an NPI with one enrollment that stands in the registry
 * without a break and bills. Says yes only where the whole chain would; whatever else is the chain's to judge. Pure.
 */
import type { Asked } from '../decide.ts'
import { extrasEnd, extrasFrom } from '../extras.ts'
import { slotOf } from '../places.ts'
import { isWithin } from '../registry-set.ts'
import {
  FACTS,
  IN_REGISTRY,
  LAST_OF_NPI,
  LISTED_ONLY,
  ORDERS_ONLY,
  RECORD,
  type Snapshot,
  SPAN,
  STATE_SHIFT,
  STOPPED_AT_TIMES,
} from '../snapshot.ts'
import { paidAtOnce } from './payees.ts'
import { pays } from './paying.ts'

const PLAIN = IN_REGISTRY | LAST_OF_NPI
const PLAIN_OR_NOT = PLAIN | STOPPED_AT_TIMES | ORDERS_ONLY | LISTED_ONLY

/** The record by which every link held, or -1: then the chain has to be walked. */
export function heldAtOnce(s: Snapshot, q: Asked): number {
  const { key, on, payee } = q
  if (q.ordering || q.knownOn >= 0 || q.name >= 0 || q.bills !== undefined || !s.has.enrollments) return -1
  if (s.changes.size !== 0 && (s.changes.has(key) || s.changes.has(payee))) return -1
  const record = slotOf(s.places, key)
  const { records } = s
  const word = records[record * RECORD]!
  if (word >>> 4 !== key || !isWithin(records[record * RECORD + SPAN]!, on)) return -1
  const facts = records[record * RECORD + FACTS]!
  if ((facts & PLAIN_OR_NOT) !== PLAIN || ((pays >> (word & 15)) & 1) === 0) return -1
  if (q.state !== undefined && q.state !== 0 && facts >>> STATE_SHIFT !== q.state) return -1
  if (payee === -2 || payee === key) return record
  return payee >= 0 && s.has.reassignments && isTied(s, record, payee, on) ? record : -1
}

/** Reassigned to the payee on the day, and the payee paid then. */
function isTied(s: Snapshot, record: number, payee: number, on: number): boolean {
  const { extras } = s
  const end = extrasEnd(s, record)
  for (let i = extrasFrom(s, record); i < end; i += 2)
    if (extras[i] === payee && isWithin(extras[i + 1]!, on)) return paidAtOnce(s.payees, payee, on) === 'paid'
  return false
}
