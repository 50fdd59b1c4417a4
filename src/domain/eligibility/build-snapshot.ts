/**
 * Builds a snapshot from rows in any order, reading each iterable once. Linear in rows. Throws RangeError
 * for a row that is none (an NPI that fails its check digit, a malformed id): the database does not hold such rows. Pure.
 */
import { stateCodes } from '../party/states.ts'
import { addEnrollment, addPeriod, addReassignment, type Collected, collected, settle } from './builder.ts'
import { indexOf } from './columns.ts'
import { idNumber, isOrganizationId, openedOn, rowsById, sequenceOf } from './ids.ts'
import { knownSpan } from './known-span.ts'
import { ordersOfSpecialty } from './orders-by-specialty.ts'
import { dayNumber, nameKey, npiKey, OPEN_DAY, packSpan } from './packing.ts'
import type { SnapshotVersion } from './question.ts'
import { buildRegistrySet } from './registry-set.ts'
import type { EnrollmentRow, ExclusionRow, ListedRow, ReassignmentRow, SnapshotRows } from './rows.ts'
import {
  identityDay,
  identityName,
  LISTED_ONLY,
  ON_ORDER_LIST,
  ORDERS_ONLY,
  ORDERS_SHIFT,
  ORGANIZATION,
  type Snapshot,
  STATE_SHIFT,
  servicesMask,
  statusCode,
} from './snapshot.ts'

export interface BuildOptions {
  /** Buffers that worker threads may share; default yes. */
  readonly shared?: boolean
  /** Keep superseded versions for questions with `knownOn`; default yes. */
  readonly history?: boolean
}

export function buildSnapshot(rows: SnapshotRows, version: SnapshotVersion, options: BuildOptions = {}): Snapshot {
  const { shared = true, history = true } = options
  const c = collected()
  const ids: number[] = []
  for (const row of rows.enrollments ?? []) ids.push(addRow(c, row))
  for (const row of rows.listed ?? []) addListed(c, row)
  readReassignments(c, rows.reassignments ?? [], ids)
  return settle(c, {
    version,
    has: {
      enrollments: rows.enrollments !== undefined,
      reassignments: rows.reassignments !== undefined,
      orderList: rows.orderListLoaded,
    },
    registry: rows.registry && buildRegistrySet(rows.registry, shared),
    exclusions: rows.exclusions && exclusionsOf(rows.exclusions, shared),
    shared,
    history,
    dues: rows.duesKnown ?? false,
  })
}

/** Of several exclusions of one NPI the one that ends last. */
function exclusionsOf(rows: Iterable<ExclusionRow>, shared: boolean): Int32Array {
  const spans = new Map<number, number>()
  for (const row of rows) {
    const key = npiKey(row.npi)
    if (key < 0) continue
    const span = packSpan(dayNumber(row.from), row.to === undefined ? OPEN_DAY : dayNumber(row.to))
    const earlier = spans.get(key)
    if (earlier === undefined || (earlier & 0xffff) < (span & 0xffff)) spans.set(key, span)
  }
  return indexOf(spans, spans.size, shared)
}

/** The last day that sixteen bits hold, in 2079. */
const LAST_DAY = 65_535

/** Adds an enrollment with its periods; returns the number of its id. */
function addRow(c: Collected, row: EnrollmentRow): number {
  const key = npiKey(row.npi)
  const id = idNumber(row.enrollmentId)
  const organization = row.type === 'O'
  if (key < 0 || id < 0 || isOrganizationId(id) !== organization)
    throw new RangeError(`not an enrollment: ${row.npi} ${row.enrollmentId}`)
  const orders = row.orderRefer
    ? (servicesMask(row.orderRefer) << ORDERS_SHIFT) | ON_ORDER_LIST
    : ownOrders(row.specialty) << ORDERS_SHIFT
  const name = 'organization' in row.name ? 0 : nameKey(row.name.last, row.name.first)
  const state = row.state === undefined ? 0 : stateNumber(row.state)
  const facts = orders | (row.ordersOnly ? ORDERS_ONLY : 0) | (organization ? ORGANIZATION : 0) | (state << STATE_SHIFT)
  const sequence = sequenceOf(id)
  addEnrollment(
    c,
    key,
    identityDay(openedOn(id), sequence),
    identityName(sequence, organization, name),
    row.specialty,
    facts,
    row.due === undefined ? 0 : Math.min(dayNumber(row.due), LAST_DAY),
  )
  for (const p of inOrder(row.periods)) {
    const span = packSpan(dayNumber(p.from), p.to === undefined ? OPEN_DAY : dayNumber(p.to))
    addPeriod(c, statusCode(p.status), span, knownSpan(p))
  }
  return id
}

/** Somebody of whom only the order-and-referring list tells: no enrollment, no days. */
function addListed(c: Collected, row: ListedRow): void {
  const key = npiKey(row.npi)
  if (key < 0) return
  const facts = (servicesMask(row.orderRefer) << ORDERS_SHIFT) | ON_ORDER_LIST | LISTED_ONLY
  addEnrollment(c, key, 0, identityName(0, false, nameKey(row.name.last, row.name.first)), '', facts)
  c.listed++
}

/** The number of a state in six bits; 0 for what is none. */
export const stateNumber = (state: string): number => (stateCodes as readonly string[]).indexOf(state) + 1

const byType = new Map<string, number>()

function ownOrders(specialty: string): number {
  let mask = byType.get(specialty)
  if (mask === undefined) {
    mask = servicesMask(ordersOfSpecialty(specialty))
    if (byType.size < 10_000) byType.set(specialty, mask)
  }
  return mask
}

const inOrder = (periods: EnrollmentRow['periods']): EnrollmentRow['periods'] =>
  periods.length < 2 ? periods : [...periods].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))

function readReassignments(c: Collected, rows: Iterable<ReassignmentRow>, ids: readonly number[]): void {
  let rowOf: ((id: number) => number) | undefined
  const keys = c.keys.view()
  for (const row of rows) {
    rowOf ??= rowsById(ids)
    const from = rowOf(idNumber(row.fromEnrollmentId))
    const to = row.toEnrollmentId === undefined ? -1 : rowOf(idNumber(row.toEnrollmentId))
    const group = to >= 0 ? keys[to]! : row.toNpi !== undefined ? npiKey(row.toNpi) : -1
    if (from < 0 || group < 0) {
      c.unresolved++
      continue
    }
    const span = packSpan(dayNumber(row.from), row.to === undefined ? OPEN_DAY : dayNumber(row.to))
    addReassignment(c, from, group, span, knownSpan(row))
  }
}
