/**
 * The record as one set of columns that answers eligibility questions without a database.
 * Built once from rows; immutable; its buffers may be shared between threads. Pure.
 *
 * An enrollment is eight words (32 bytes): id, name key, facts, where its further periods and its
 * reassignments begin, and its first period, so that most questions touch one slot and one record.
 * Records stand in order of NPI, those of one NPI together.
 */
import { type EnrollmentStatus, enrollmentStatusNames } from '../enrollment/enrollment.ts'
import { lookUp } from './columns.ts'
import { dayOfNumber, OPEN_DAY } from './packing.ts'
import type { OrderedService, SnapshotVersion } from './question.ts'
import { orderedServices } from './question.ts'
import type { RegistrySet } from './registry-set.ts'

export interface Snapshot {
  readonly version: SnapshotVersion
  /** Which sources were loaded; a question to one that was not is answered "unknown". */
  readonly has: {
    readonly enrollments: boolean
    readonly reassignments: boolean
    readonly orderList: boolean
  }
  readonly enrollments: number
  readonly specialties: readonly string[]
  /** NPI key to its first record. */
  readonly index: Int32Array
  /** Eight words an enrollment, and one record more that ends the last. */
  readonly records: Int32Array
  /** Periods after the first: from (with status) and to. */
  readonly periods: Int32Array
  /** Key of the group and span, two words each. */
  readonly reassignments: Int32Array
  /** Every version of every span, for questions about what was known. */
  readonly history?: History
  readonly registry?: RegistrySet
  /** What changed since the columns were built, by NPI key. */
  readonly changes: ReadonlyMap<number, Change>
  /** Reassignments whose ends are not among the enrollments: a fault of the source, counted. */
  readonly unresolved: number
}

/** All versions, three words each: [from with status | group key], [to | span], [span of knowledge]. */
export interface History {
  readonly periodStart: Int32Array
  readonly periods: Int32Array
  readonly reassignmentStart: Int32Array
  readonly reassignments: Int32Array
}

/** Everything about one NPI, replacing what the columns say. */
export interface Change {
  readonly rows: Snapshot
  readonly registry?: { readonly stopped?: number }
}

export const RECORD = 8
export const ID_DAY = 0
export const ID_SEQUENCE = 1
export const NAME = 2
export const FACTS = 3
export const MORE_PERIODS = 4
export const REASSIGNMENTS = 5
export const FIRST_FROM = 6
export const FIRST_TO = 7

/** Bits of the word FACTS; its low sixteen bits are the number of the specialty. */
export const ORDERS_SHIFT = 16
export const ON_ORDER_LIST = 1 << 21
export const ORDERS_ONLY = 1 << 22
export const LAST_OF_NPI = 1 << 23
/** What the registry says of the NPI, so that an enrolled one need not be looked up there. */
export const IN_REGISTRY = 1 << 24
export const STOPPED_AT_TIMES = 1 << 25

/** A status in four bits beside the day it began; 15 is "no period at all". */
export const NO_STATUS = 15
export const packFrom = (from: number, status: number): number => (from << 4) | status
export const statusCode = (status: EnrollmentStatus): number => enrollmentStatusNames.indexOf(status)
export const statusOfCode = (code: number): EnrollmentStatus | undefined => enrollmentStatusNames[code]

export const servicesMask = (services: readonly OrderedService[]): number =>
  services.reduce((mask, service) => mask | (1 << orderedServices.indexOf(service)), 0)

/** The first record of an NPI in these columns, or -1. */
export const firstRecord = (s: Snapshot, key: number): number => lookUp(s.index, key)

const idDays: string[] = []

/** Written by hand rather than by `formatEnrollmentId`: every verdict has one. */
export function enrollmentIdOf(s: Snapshot, record: number): string {
  const word = s.records[record * RECORD + ID_DAY]!
  const sequence = s.records[record * RECORD + ID_SEQUENCE]!
  idDays[word >> 1] ??= dayOfNumber(word >> 1).replaceAll('-', '')
  return ((word & 1) === 1 ? 'O' : 'I') + idDays[word >> 1] + String(1_000_000 + sequence).slice(1)
}

export const specialtyOf = (s: Snapshot, record: number): string | undefined =>
  s.specialties[s.records[record * RECORD + FACTS]! & 0xffff]

export const isOrganization = (s: Snapshot, record: number): boolean => (s.records[record * RECORD + ID_DAY]! & 1) === 1

export const runsOn = (to: number): boolean => to === OPEN_DAY

/** Bytes of the columns by what they are for (changes since then not counted). */
export const memoryOf = (
  s: Snapshot,
): Readonly<Record<'enrollments' | 'periods' | 'reassignments' | 'registry' | 'history', number>> => ({
  enrollments: s.index.byteLength + s.records.byteLength,
  periods: s.periods.byteLength,
  reassignments: s.reassignments.byteLength,
  registry: s.registry ? s.registry.pages.byteLength + s.registry.bits.byteLength + s.registry.stopped.byteLength : 0,
  history: s.history ? Object.values(s.history).reduce((sum: number, a: Int32Array) => sum + a.byteLength, 0) : 0,
})
