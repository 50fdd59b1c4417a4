/**
 * The days on which those are paid to whom others reassign: two words each, small enough for a processor's cache where
 * the records of a nation are not. Says "ask" of everybody whose days do not fit one span; then the records say. Pure.
 */
import { allocate } from '../columns.ts'
import { extrasEnd, extrasFrom } from '../extras.ts'
import { type Places, placesFor, slotOf } from '../places.ts'
import { isWithin } from '../registry-set.ts'
import {
  FACTS,
  KEY,
  LAST_OF_NPI,
  LISTED_ONLY,
  NEVER,
  NO_STATUS,
  NOBODY,
  ORDERS_ONLY,
  RECORD,
  type Snapshot,
  SPAN,
  STOPPED_AT_TIMES,
} from '../snapshot.ts'
import { pays } from './paying.ts'

export interface Payees {
  readonly places: Places
  /** Two words a place: twice the key of the NPI, one more where the span is the whole truth; and the span. */
  readonly spans: Int32Array
}

type Columns = Pick<Snapshot, 'records' | 'extras' | 'places'>

/** Everybody to whom a reassignment of these columns goes and who has one enrollment, never stopped in the registry. */
export function payeesOf(s: Columns, shared: boolean): Payees {
  const { extras, records } = s
  const named = new Uint8Array(s.places.slots)
  let count = 0
  for (let i = 0; i < extras.length; i += 2) {
    const key = extras[i]!
    if (key < 0) continue
    const slot = slotOf(s.places, key)
    if (named[slot] !== 0 || records[slot * RECORD + KEY]! >>> 4 !== key) continue
    if ((records[slot * RECORD + FACTS]! & (LAST_OF_NPI | STOPPED_AT_TIMES)) !== LAST_OF_NPI) continue
    named[slot] = 1
    count++
  }
  const keys = new Int32Array(count)
  let n = 0
  for (let slot = 0; slot < named.length; slot++) if (named[slot] !== 0) keys[n++] = records[slot * RECORD + KEY]! >>> 4
  const places = placesFor(keys, shared)
  const spans = allocate(places.slots * 2, shared).fill(NOBODY)
  for (const key of keys) {
    const record = slotOf(s.places, key)
    const at = slotOf(places, key) * 2
    const days = paidDays(s, record)
    spans[at] = key * 2 + (days.count > 1 ? 0 : 1)
    spans[at + 1] = days.last
  }
  return { places, spans }
}

/** The last span of days on which an enrollment is paid, which most questions are about; and how many there are. */
function paidDays(s: Columns, record: number): { readonly last: number; readonly count: number } {
  const at = record * RECORD
  let [last, count] = [NEVER, 0]
  // Periods that share days: which of them decides is the record's to say.
  if ((s.records[at + KEY]! & 15) === NO_STATUS && hasPeriods(s, record)) return { last, count: 2 }
  if ((s.records[at + FACTS]! & (ORDERS_ONLY | LISTED_ONLY)) !== 0) return { last, count }
  const take = (status: number, span: number): void => {
    if (((pays >> status) & 1) === 0) return
    last = span
    count++
  }
  const end = extrasEnd(s, record)
  for (let i = extrasFrom(s, record); i < end && s.extras[i]! < 0; i += 2) take(-1 - s.extras[i]!, s.extras[i + 1]!)
  take(s.records[at + KEY]! & 15, s.records[at + SPAN]!)
  return { last, count }
}

const hasPeriods = (s: Columns, record: number): boolean => {
  const from = extrasFrom(s, record)
  return from < extrasEnd(s, record) && s.extras[from]! < 0
}

/** Is the payee paid on the day, as the columns have it now? "ask" leaves it to the records. */
export function paidAtOnce({ places, spans }: Payees, payee: number, on: number): 'paid' | 'not-paid' | 'ask' {
  const at = slotOf(places, payee) * 2
  const word = spans[at]!
  if (word >> 1 !== payee) return 'ask'
  if (isWithin(spans[at + 1]!, on)) return 'paid'
  return (word & 1) !== 0 ? 'not-paid' : 'ask'
}
