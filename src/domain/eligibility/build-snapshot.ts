/**
 * Builds a snapshot from rows in any order, reading each iterable once. Linear in rows but for one sort
 * by NPI. Throws RangeError for a row that is none (an NPI that fails its check digit, a malformed id):
 * the database does not hold such rows. Pure.
 */
import type { EnrollmentPeriod } from '../enrollment/enrollment.ts'
import { parseEnrollmentId } from '../identifiers/enrollment-id.ts'
import { buildReassignments, idNumber } from './build-reassignments.ts'
import { allocate, type Growing, growing, indexOf, settled } from './columns.ts'
import { isCurrent, knownSpan } from './known-span.ts'
import { dayNumber, nameKey, npiKey, OPEN_DAY } from './packing.ts'
import type { SnapshotVersion } from './question.ts'
import { buildRegistrySet, type RegistrySet, stoppedOf } from './registry-set.ts'
import type { EnrollmentRow, Known, SnapshotRows } from './rows.ts'
import {
  FACTS,
  FIRST_FROM,
  FIRST_TO,
  ID_DAY,
  ID_SEQUENCE,
  IN_REGISTRY,
  LAST_OF_NPI,
  MORE_PERIODS,
  NAME,
  NO_STATUS,
  ON_ORDER_LIST,
  ORDERS_ONLY,
  ORDERS_SHIFT,
  packFrom,
  REASSIGNMENTS,
  RECORD,
  type Snapshot,
  STOPPED_AT_TIMES,
  servicesMask,
  statusCode,
} from './snapshot.ts'

export interface BuildOptions {
  /** Buffers that worker threads may share; default yes. */
  readonly shared?: boolean
  /** Keep superseded versions for questions with `knownOn`; default yes. */
  readonly history?: boolean
}

/** Rows read so far: their keys, records without links, and all versions of their periods. */
interface Read {
  readonly keys: number[]
  readonly ids: number[]
  readonly records: Growing
  /** Where the versions of each row begin, in threes. */
  readonly starts: Growing
  readonly versions: Growing
  readonly specialties: string[]
}

export function buildSnapshot(rows: SnapshotRows, version: SnapshotVersion, options: BuildOptions = {}): Snapshot {
  const { shared = true, history = true } = options
  const read = readEnrollments(rows.enrollments ?? [])
  const order = orderByKey(read.keys)
  const registry = rows.registry ? buildRegistrySet(rows.registry, shared) : undefined
  const count = order.length
  const records = allocate((count + 1) * RECORD, shared)
  const more = growing()
  const periodStart = allocate(history ? count + 1 : 0, shared)
  const all = growing()
  const [rowsRead, starts, versionsRead] = [read.records.view(), read.starts.view(), read.versions.view()]
  for (let r = 0; r < count; r++) {
    const from = order[r]!
    const record = rowsRead.subarray(from * RECORD, from * RECORD + RECORD)
    const last = r + 1 === count || read.keys[order[r + 1]!] !== read.keys[from]
    records.set(record, r * RECORD)
    records[r * RECORD + FACTS] = record[FACTS]! | (last ? LAST_OF_NPI : 0) | registryFacts(registry, read.keys[from]!)
    records[r * RECORD + MORE_PERIODS] = more.length
    const versions = versionsRead.subarray(starts[from]!, starts[from + 1]!)
    placePeriods(versions, records, r, more)
    if (history) {
      for (let i = 0; i < versions.length; i += 3) all.push(versions[i]!, versions[i + 1]!, versions[i + 2]!)
      periodStart[r + 1] = all.length
    }
  }
  records[count * RECORD + MORE_PERIODS] = more.length
  const keyOf = (r: number): number => read.keys[order[r]!]!
  const reassigned = buildReassignments(rows.reassignments ?? [], count, keyOf, (r) => read.ids[order[r]!]!, {
    shared,
    history,
  })
  for (let r = 0; r <= count; r++) records[r * RECORD + REASSIGNMENTS] = reassigned.starts[r]!
  return {
    version,
    has: {
      enrollments: rows.enrollments !== undefined,
      reassignments: rows.reassignments !== undefined,
      orderList: rows.orderListLoaded,
    },
    enrollments: count,
    specialties: read.specialties,
    index: indexOf(firsts(count, keyOf), countKeys(count, keyOf), shared),
    records,
    periods: settled(more, shared),
    reassignments: reassigned.words,
    ...(history ? { history: { periodStart, periods: settled(all, shared), ...reassigned.history } } : {}),
    ...(registry ? { registry } : {}),
    changes: new Map(),
    unresolved: reassigned.unresolved,
  }
}

function readEnrollments(rows: Iterable<EnrollmentRow>): Read {
  const read: Read = { keys: [], ids: [], records: growing(), starts: growing(), versions: growing(), specialties: [] }
  const numbers = new Map<string, number>()
  for (const row of rows) {
    const key = npiKey(row.npi)
    const id = parseEnrollmentId(row.enrollmentId)
    if (key < 0 || !id || id.type !== row.type)
      throw new RangeError(`not an enrollment: ${row.npi} ${row.enrollmentId}`)
    let specialty = numbers.get(row.specialty)
    if (specialty === undefined) {
      specialty = read.specialties.push(row.specialty) - 1
      numbers.set(row.specialty, specialty)
    }
    const orders = row.orderRefer ? (servicesMask(row.orderRefer) << ORDERS_SHIFT) | ON_ORDER_LIST : 0
    const record = new Array<number>(RECORD).fill(0)
    record[ID_DAY] = (dayNumber(id.openedOn) << 1) | (id.type === 'O' ? 1 : 0)
    record[ID_SEQUENCE] = id.sequence
    record[NAME] = 'organization' in row.name ? 0 : nameKey(row.name.last, row.name.first)
    record[FACTS] = specialty | orders | (row.ordersOnly ? ORDERS_ONLY : 0)
    read.keys.push(key)
    read.ids.push(idNumber(row.enrollmentId))
    read.records.push(...record)
    read.starts.push(read.versions.length)
    for (const p of inOrder(row.periods)) pushVersion(read.versions, p)
  }
  read.starts.push(read.versions.length)
  return read
}

const inOrder = (periods: EnrollmentRow['periods']): EnrollmentRow['periods'] =>
  periods.length < 2 ? periods : [...periods].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))

const pushVersion = (into: Growing, p: EnrollmentPeriod & Known): void =>
  into.push(
    packFrom(dayNumber(p.from), statusCode(p.status)),
    p.to === undefined ? OPEN_DAY : dayNumber(p.to),
    knownSpan(p),
  )

function registryFacts(registry: RegistrySet | undefined, key: number): number {
  const span = registry ? stoppedOf(registry, key) : -1
  return span === -1 ? 0 : span === undefined ? IN_REGISTRY : IN_REGISTRY | STOPPED_AT_TIMES
}

/** Current versions only: the first into the record, the rest behind the others. */
function placePeriods(versions: Int32Array, records: Int32Array, r: number, more: Growing): void {
  records[r * RECORD + FIRST_FROM] = packFrom(0, NO_STATUS)
  records[r * RECORD + FIRST_TO] = -1
  let first = true
  for (let i = 0; i < versions.length; i += 3) {
    if (!isCurrent(versions[i + 2]!)) continue
    if (first) records.set([versions[i]!, versions[i + 1]!], r * RECORD + FIRST_FROM)
    else more.push(versions[i]!, versions[i + 1]!)
    first = false
  }
}

/** Row numbers in order of key. Both go into one double (28 + 25 bits), which sorts without a comparator. */
function orderByKey(keys: readonly number[]): Uint32Array {
  const ROWS = 2 ** 25
  if (keys.length > ROWS) throw new RangeError(`more enrollments than one snapshot holds: ${keys.length}`)
  const sorted = Float64Array.from(keys, (key, i) => key * ROWS + i).sort()
  return Uint32Array.from(sorted, (v) => v % ROWS)
}

function* firsts(count: number, keyOf: (r: number) => number): Generator<readonly [number, number]> {
  for (let r = 0; r < count; r++) if (r === 0 || keyOf(r) !== keyOf(r - 1)) yield [keyOf(r), r]
}

function countKeys(count: number, keyOf: (r: number) => number): number {
  let keys = 0
  for (let r = 0; r < count; r++) if (r === 0 || keyOf(r) !== keyOf(r - 1)) keys++
  return keys
}
