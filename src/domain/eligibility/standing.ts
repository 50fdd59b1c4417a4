/**
 * What the snapshot says of one NPI on a day, enrollment by enrollment, for look-ups that show the record
 * instead of judging a claim. The same columns as verdicts, so that the two can never disagree. Pure.
 */
import type { Day } from '../dates.ts'
import type { EnrollmentStatus } from '../enrollment/enrollment.ts'
import { withCheckDigit } from '../identifiers/npi.ts'
import { dayNumber, dayOfNumber, npiKey, spanFrom, spanTo } from './packing.ts'
import { eachReassignment, placeOf } from './periods.ts'
import { type OrderedService, orderedServices } from './question.ts'
import { isWithin } from './registry-set.ts'
import {
  enrollmentIdOf,
  FACTS,
  firstRecord,
  isLastOfNpi,
  isListedOnly,
  ON_ORDER_LIST,
  ORDERS_SHIFT,
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
  /** What may be ordered on the day; undefined when the order-and-referring list was not loaded. */
  readonly orders: readonly OrderedService[] | undefined
}

/** In the order of the record; none when nobody with this NPI is enrolled. `knownOn` asks for the record of that day. */
export function standingsOf(s: Snapshot, npi: string, on: Day, knownOn?: Day): readonly Standing[] {
  const key = npiKey(npi)
  const rows = s.changes.get(key)?.rows ?? s
  const [day, known] = [dayNumber(on), knownOn === undefined ? -1 : dayNumber(knownOn)]
  const found: Standing[] = []
  const first = key < 0 ? -1 : firstRecord(rows, key)
  if (first < 0) return found
  for (let record = first; ; record++) {
    if (!isListedOnly(rows, record)) found.push(standingOf(s, rows, record, day, known))
    if (isLastOfNpi(rows, record)) return found
  }
}

function standingOf(s: Snapshot, rows: Snapshot, record: number, on: number, knownOn: number): Standing {
  const place = placeOf(rows, record, on, rows.history ? knownOn : -1)
  const status = place.at === 'within' ? statusOfCode(place.status) : undefined
  return {
    enrollmentId: enrollmentIdOf(rows, record),
    specialty: specialtyOf(rows, record) ?? '',
    ...(status && { status }),
    ...(place.at !== 'none' && { from: dayOfNumber(place.from) }),
    ...(place.at !== 'none' && !runsOn(place.to) && { to: dayOfNumber(place.to) }),
    reassignedTo: reassignedTo(rows, record, on, knownOn),
    orders: s.has.orderList ? ordersOf(rows, record, status) : undefined,
  }
}

/** As `decide` has it: the list where it names the NPI, else the specialty of an approved enrollment. */
function ordersOf(rows: Snapshot, record: number, status: EnrollmentStatus | undefined): readonly OrderedService[] {
  const facts = rows.records[record * RECORD + FACTS]!
  if ((facts & ON_ORDER_LIST) === 0 && status !== 'approved') return []
  return orderedServices.filter((_, i) => (facts & (1 << (ORDERS_SHIFT + i))) !== 0)
}

function reassignedTo(rows: Snapshot, record: number, on: number, knownOn: number): Standing['reassignedTo'] {
  const found: { npi: string; from: Day; to?: Day }[] = []
  eachReassignment(rows, record, knownOn, (group, span) => {
    if (!isWithin(span, on)) return
    const to = spanTo(span)
    const npi = withCheckDigit(String(group + 100_000_000))
    found.push({ npi, from: dayOfNumber(spanFrom(span)), ...(!runsOn(to) && { to: dayOfNumber(to) }) })
  })
  return found
}
