/**
 * What the snapshot says of one NPI on a day, enrollment by enrollment, for look-ups that show the record
 * instead of judging a claim. The same columns as verdicts, so that the two can never disagree. Pure.
 */
import type { Day } from '../dates.ts'
import type { EnrollmentStatus } from '../enrollment/enrollment.ts'
import { withCheckDigit } from '../identifiers/npi.ts'
import { dayNumber, dayOfNumber, npiKey, spanFrom, spanTo } from './packing.ts'
import { placeOf } from './periods.ts'
import { type OrderedService, orderedServices } from './question.ts'
import { isWithin } from './registry-set.ts'
import {
  enrollmentIdOf,
  FACTS,
  firstRecord,
  LAST_OF_NPI,
  ON_ORDER_LIST,
  ORDERS_SHIFT,
  REASSIGNMENTS,
  RECORD,
  runsOn,
  type Snapshot,
  specialtyOf,
  statusOfCode,
} from './snapshot.ts'

export interface Standing {
  readonly enrollmentId: string
  readonly specialty: string
  /** On the day; absent when no period covers it. */
  readonly status?: EnrollmentStatus
  /** The period that covers the day, or the nearest one. */
  readonly from?: Day
  readonly to?: Day
  /** Reassignments that run on the day. */
  readonly reassignedTo: readonly { readonly npi: string; readonly from: Day; readonly to?: Day }[]
  /** What the order-and-referring list allows; undefined when the list was not loaded. */
  readonly orders: readonly OrderedService[] | undefined
}

/** In the order of the record; none when nobody with this NPI is enrolled. `knownOn` asks for the record of that day. */
export function standingsOf(s: Snapshot, npi: string, on: Day, knownOn?: Day): readonly Standing[] {
  const key = npiKey(npi)
  const rows = s.changes.get(key)?.rows ?? s
  let record = key < 0 ? -1 : firstRecord(rows, key)
  if (record < 0) return []
  const [day, known] = [dayNumber(on), knownOn === undefined ? -1 : dayNumber(knownOn)]
  const found = [standingOf(s, rows, record, day, known)]
  while ((rows.records[record * RECORD + FACTS]! & LAST_OF_NPI) === 0)
    found.push(standingOf(s, rows, ++record, day, known))
  return found
}

function standingOf(s: Snapshot, rows: Snapshot, record: number, on: number, knownOn: number): Standing {
  const place = placeOf(rows, record, on, knownOn)
  const status = place.at === 'within' ? statusOfCode(place.status) : undefined
  return {
    enrollmentId: enrollmentIdOf(rows, record),
    specialty: specialtyOf(rows, record) ?? '',
    ...(status && { status }),
    ...(place.at !== 'none' && { from: dayOfNumber(place.from) }),
    ...(place.at !== 'none' && !runsOn(place.to) && { to: dayOfNumber(place.to) }),
    reassignedTo: reassignedTo(rows, record, on, knownOn),
    orders: s.has.orderList ? ordersOf(rows, record) : undefined,
  }
}

function ordersOf(rows: Snapshot, record: number): readonly OrderedService[] {
  const facts = rows.records[record * RECORD + FACTS]!
  if ((facts & ON_ORDER_LIST) === 0) return []
  return orderedServices.filter((_, i) => (facts & (1 << (ORDERS_SHIFT + i))) !== 0)
}

function reassignedTo(rows: Snapshot, record: number, on: number, knownOn: number): Standing['reassignedTo'] {
  const then = knownOn >= 0 && rows.history !== undefined
  const words = then ? rows.history!.reassignments : rows.reassignments
  const start = (r: number) => (then ? rows.history!.reassignmentStart[r]! : rows.records[r * RECORD + REASSIGNMENTS]!)
  const found: { npi: string; from: Day; to?: Day }[] = []
  for (let i = start(record); i < start(record + 1); i += then ? 3 : 2) {
    const span = words[i + 1]!
    if (!isWithin(span, on) || (then && !isWithin(words[i + 2]!, Math.min(knownOn, 65_534)))) continue
    const to = spanTo(span)
    const npi = withCheckDigit(String(words[i]! + 100_000_000))
    found.push({ npi, from: dayOfNumber(spanFrom(span)), ...(!runsOn(to) && { to: dayOfNumber(to) }) })
  }
  return found
}
