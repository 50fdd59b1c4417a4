/**
 * The record as one set of columns that answers eligibility questions without a database.
 * Built once from rows; immutable; its buffers may be shared between threads. Pure.
 *
 * A record is four words (16 bytes): NPI key with the status of the last period, the days of that period,
 * facts, and where its earlier periods and its reassignments stand (`extras.ts`). An NPI's record stands in a place of its
 * own (`places`), so that most questions wait for memory once; several enrollments of one NPI stand together
 * behind those places, and its place says where. Eight bytes more a record hold id and name, which only
 * answers in full and ordering questions touch.
 */
import { type EnrollmentStatus, enrollmentStatusNames } from '../enrollment/enrollment.ts'
import type { Payees } from './at-once/payees.ts'
import { dayOfNumber, OPEN_DAY } from './packing.ts'
import { type Places, slotOf } from './places.ts'
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
  /** From the key of an NPI to its record. */
  readonly places: Places
  /** Four words a record, and one record more that ends the last. */
  readonly records: Int32Array
  /** Two words a record: id and name. */
  readonly identities: Int32Array
  /** The day on which each record has to be revalidated, two in a word, 0 for none; absent: the source had no dates. */
  readonly dues?: Int32Array
  /** Two words each: -1 - status and span of an earlier period, or key of a group and span of a reassignment. */
  readonly extras: Int32Array
  /** When those are paid to whom these enrollments reassign; says nothing of changes. */
  readonly payees: Payees
  /** Every version of every span, for questions about what was known. */
  readonly history?: History
  readonly registry?: RegistrySet
  /** From the key of an excluded NPI to the days of its exclusion; absent: no list of exclusions is loaded. */
  readonly exclusions?: Int32Array
  /** What changed since the columns were built, by NPI key. */
  readonly changes: ReadonlyMap<number, Change>
  /** Reassignments whose ends are not among the enrollments: a fault of the source, counted. */
  readonly unresolved: number
}

/** All versions, three words each: status or key of the group, span, span of knowledge. */
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

export const RECORD = 4
/** The key in the upper 28 bits, the status of the last period, which is asked of most, in the lower four. */
export const KEY = 0
export const SPAN = 1
export const FACTS = 2
export const EXTRAS = 3

/** Bits of the word FACTS: number of the specialty, what may be ordered, flags, number of the state. */
export const SPECIALTY_MASK = 0x7ff
export const ORDERS_SHIFT = 11
export const ON_ORDER_LIST = 1 << 16
export const ORDERS_ONLY = 1 << 17
export const LAST_OF_NPI = 1 << 18
/** What the registry says of the NPI, so that an enrolled one need not be looked up there. */
export const IN_REGISTRY = 1 << 19
export const STOPPED_AT_TIMES = 1 << 20
/** No enrollment here: all that is known is the order-and-referring list. */
export const LISTED_ONLY = 1 << 21
export const ORGANIZATION = 1 << 22
/** Not a record: the word SPAN says where those of this NPI begin. */
export const ELSEWHERE = 1 << 23
export const STATE_SHIFT = 26

/** A status in four bits; 15 is "no period at all". */
export const NO_STATUS = 15
/** A span that no day is within. */
export const NEVER = 65_535 << 16
/** The word KEY of a place that nobody has; no key is so large. */
export const NOBODY = -1
export const statusCode = (status: EnrollmentStatus): number => enrollmentStatusNames.indexOf(status)
export const statusOfCode = (code: number): EnrollmentStatus | undefined => enrollmentStatusNames[code]

export const servicesMask = (services: readonly OrderedService[]): number =>
  services.reduce((mask, service) => mask | (1 << orderedServices.indexOf(service)), 0)

/** The first record of an NPI in these columns, or -1. */
export function firstRecord(s: Snapshot, key: number): number {
  const { records } = s
  const slot = slotOf(s.places, key)
  if (records[slot * RECORD]! >>> 4 !== key) return -1
  return (records[slot * RECORD + FACTS]! & ELSEWHERE) === 0 ? slot : records[slot * RECORD + SPAN]!
}

/** Id and name in two words: opening day and sixteen bits of the sequence; name, type, four bits of the sequence. */
export const identityDay = (openedOn: number, sequence: number): number => (openedOn << 16) | (sequence & 0xffff)
export const identityName = (sequence: number, organization: boolean, name: number): number =>
  (name << 5) | (organization ? 16 : 0) | (sequence >>> 16)
export const nameOf = (s: Snapshot, record: number): number => s.identities[record * 2 + 1]! >>> 5

/** The day until which a record has to be revalidated; -1 for none. Only where `dues` are there. */
export const dueOf = (dues: Int32Array, record: number): number =>
  (dues[record >> 1]! >>> ((record & 1) << 4)) & 0xffff || -1

const idDays: string[] = []
/** "000" to "999", so that no number is written anew. */
const threeDigits = Array.from({ length: 1_000 }, (_, n) => String(1_000 + n).slice(1))

/** Written by hand rather than by `formatEnrollmentId`: every verdict has one. */
export function enrollmentIdOf(s: Snapshot, record: number): string {
  const word = s.identities[record * 2]!
  const more = s.identities[record * 2 + 1]!
  const opened = word >>> 16
  idDays[opened] ??= dayOfNumber(opened).replaceAll('-', '')
  const sequence = ((more & 15) << 16) | (word & 0xffff)
  const thousands = Math.trunc(sequence / 1_000)
  return `${(more & 16) !== 0 ? 'O' : 'I'}${idDays[opened]}${threeDigits[thousands]}${threeDigits[sequence - thousands * 1_000]}`
}

/** The same as fifteen bytes. */
export function writeEnrollmentId(s: Snapshot, record: number, to: Uint8Array, at: number): void {
  const word = s.identities[record * 2]!
  const more = s.identities[record * 2 + 1]!
  const opened = dayOfNumber(word >>> 16)
  to[at] = (more & 16) !== 0 ? 79 : 73
  for (let i = 0; i < 8; i++) to[at + 1 + i] = opened.charCodeAt(i < 4 ? i : i < 6 ? i + 1 : i + 2)
  let sequence = ((more & 15) << 16) | (word & 0xffff)
  for (let i = 14; i > 8; i--) {
    const tens = (sequence / 10) | 0
    to[at + i] = 48 + sequence - tens * 10
    sequence = tens
  }
}

const factsOf = (s: Snapshot, record: number): number => s.records[record * RECORD + FACTS]!

/** Absent for an NPI that only the order-and-referring list knows. */
export const specialtyOf = (s: Snapshot, record: number): string | undefined =>
  (factsOf(s, record) & LISTED_ONLY) !== 0 ? undefined : s.specialties[factsOf(s, record) & SPECIALTY_MASK]

export const isOrganization = (s: Snapshot, record: number): boolean => (factsOf(s, record) & ORGANIZATION) !== 0
export const isListedOnly = (s: Snapshot, record: number): boolean => (factsOf(s, record) & LISTED_ONLY) !== 0
export const isLastOfNpi = (s: Snapshot, record: number): boolean => (factsOf(s, record) & LAST_OF_NPI) !== 0

export const runsOn = (to: number): boolean => to === OPEN_DAY

/** Bytes of the columns by what they are for (changes since then not counted). */
export function memoryOf(
  s: Snapshot,
): Readonly<Record<'enrollments' | 'periods' | 'reassignments' | 'registry' | 'history', number>> {
  let periods = 0
  for (let i = 0; i < s.extras.length; i += 2) if (s.extras[i]! < 0) periods += 8
  const { registry, history, payees } = s
  const found = s.places.seeds.byteLength + payees.places.seeds.byteLength + payees.spans.byteLength
  return {
    enrollments: found + s.records.byteLength + s.identities.byteLength + (s.dues?.byteLength ?? 0),
    periods,
    reassignments: s.extras.byteLength - periods,
    registry: registry ? registry.pages.byteLength + registry.bits.byteLength + registry.stopped.byteLength : 0,
    history: history ? Object.values(history).reduce((sum: number, a: Int32Array) => sum + a.byteLength, 0) : 0,
  }
}
