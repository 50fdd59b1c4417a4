/**
 * Collects the columns of a snapshot row by row, as numbers, and settles them: linear in rows, one counting
 * sort by enrollment. Every period follows its enrollment, in order of its first day; every reassignment follows
 * all enrollments. `buildSnapshot` feeds it from rows, the national generator from dice. Pure.
 */
import { payeesOf } from './at-once/payees.ts'
import { allocate, type Growing, growing, settled, spread } from './columns.ts'
import { extrasWord } from './extras.ts'
import { isCurrent } from './known-span.ts'
import { spanFrom, spanTo } from './packing.ts'
import { placesFor, slotOf } from './places.ts'
import type { SnapshotVersion } from './question.ts'
import { type RegistrySet, stoppedOf } from './registry-set.ts'
import {
  ELSEWHERE,
  EXTRAS,
  FACTS,
  type History,
  IN_REGISTRY,
  KEY,
  LAST_OF_NPI,
  NEVER,
  NO_STATUS,
  NOBODY,
  RECORD,
  type Snapshot,
  SPAN,
  SPECIALTY_MASK,
  STOPPED_AT_TIMES,
} from './snapshot.ts'

/** What is collected, in the order in which it came. */
export interface Collected {
  readonly keys: Growing
  readonly identities: Growing
  readonly facts: Growing
  /** Days of revalidation; 0 for none. */
  readonly dues: Growing
  /** Where the versions of each row's periods begin, in threes: status, span, knowledge. */
  readonly starts: Growing
  readonly versions: Growing
  /** Four words a reassignment: row, key of the group, span, knowledge. */
  readonly reassignments: Growing
  readonly specialties: Map<string, number>
  listed: number
  unresolved: number
}

export const collected = (capacity = 1024): Collected => ({
  keys: growing(capacity),
  identities: growing(capacity * 2),
  facts: growing(capacity),
  dues: growing(capacity),
  starts: growing(capacity),
  versions: growing(capacity * 3),
  reassignments: growing(capacity * 4),
  specialties: new Map(),
  listed: 0,
  unresolved: 0,
})

/** `facts` without the specialty, which is numbered here. */
export function addEnrollment(
  c: Collected,
  key: number,
  identityDay: number,
  identityName: number,
  specialty: string,
  facts: number,
  due = 0,
): void {
  let number = c.specialties.get(specialty)
  if (number === undefined) {
    number = c.specialties.size
    if (number > SPECIALTY_MASK) throw new RangeError('more specialties than one snapshot holds')
    c.specialties.set(specialty, number)
  }
  c.keys.push(key)
  c.identities.push(identityDay)
  c.identities.push(identityName)
  c.facts.push(facts | number)
  c.dues.push(due)
  c.starts.push(c.versions.length)
}

export function addPeriod(c: Collected, status: number, span: number, known: number): void {
  c.versions.push(status)
  c.versions.push(span)
  c.versions.push(known)
}

/** `row` is the enrollment's place in the order in which they came. */
export function addReassignment(c: Collected, row: number, group: number, span: number, known: number): void {
  c.reassignments.push(row)
  c.reassignments.push(group)
  c.reassignments.push(span)
  c.reassignments.push(known)
}

export interface Settling {
  readonly version: SnapshotVersion
  readonly has: Snapshot['has']
  readonly registry?: RegistrySet | undefined
  readonly exclusions?: Int32Array | undefined
  readonly shared: boolean
  readonly history: boolean
  /** Are the days of revalidation kept? */
  readonly dues?: boolean
}

export function settle(
  c: Collected,
  { version, has, registry, exclusions, shared, history, dues: dated }: Settling,
): Snapshot {
  const keys = c.keys.view()
  const { places, order, ends } = arranged(keys, shared)
  const count = order.length
  const records = allocate((count + 1) * RECORD, shared)
  const identities = allocate(count * 2, shared)
  const dues = dated ? allocate((count + 1) >> 1, shared) : undefined
  const duesIn = c.dues.view()
  const extras = growing(Math.max(64, c.reassignments.length / 2))
  const past = history ? newHistory(count, c, shared) : undefined
  const [identitiesIn, factsIn, startsIn, versions] = [
    c.identities.view(),
    c.facts.view(),
    c.starts.view(),
    c.versions.view(),
  ]
  const { starts: reassignedFrom, sorted } = byRow(c.reassignments.view(), keys.length)
  for (let r = 0; r < count; r++) {
    const row = order[r]!
    const at = r * RECORD
    const from = extras.length
    records[at + EXTRAS] = extrasWord(from, from)
    if (row < 0) {
      past?.none(r)
      records[at + KEY] = NOBODY
      if (row === NONE) continue
      records[at + KEY] = (keys[-2 - row]! << 4) | NO_STATUS
      records[at + SPAN] = ends.get(keys[-2 - row]!)!
      records[at + FACTS] = ELSEWHERE
      continue
    }
    const key = keys[row]!
    const last = r + 1 < count && r >= places.slots && order[r + 1]! >= 0 && keys[order[r + 1]!] === key
    records[at + KEY] = (key << 4) | NO_STATUS
    records[at + SPAN] = NEVER
    records[at + FACTS] = factsIn[row]! | (last ? 0 : LAST_OF_NPI) | registryFacts(registry, key)
    identities[r * 2] = identitiesIn[row * 2]!
    identities[r * 2 + 1] = identitiesIn[row * 2 + 1]!
    if (dues) dues[r >> 1]! |= duesIn[row]! << ((r & 1) << 4)
    const end = row + 1 === keys.length ? versions.length : startsIn[row + 1]!
    placePeriods(versions, startsIn[row]!, end, records, at, extras)
    for (let i = reassignedFrom[row]! * 3; i < reassignedFrom[row + 1]! * 3; i += 3) {
      if (!isCurrent(sorted[i + 2]!)) continue
      extras.push(sorted[i]!)
      extras.push(sorted[i + 1]!)
    }
    records[at + EXTRAS] = extrasWord(from, extras.length)
    past?.add(r, versions.subarray(startsIn[row]!, end), sorted, reassignedFrom[row]!, reassignedFrom[row + 1]!)
  }
  records[count * RECORD + EXTRAS] = extrasWord(extras.length, extras.length)
  const found = { places, records, extras: settled(extras, shared) }
  return {
    version,
    has,
    enrollments: keys.length - c.listed,
    specialties: [...c.specialties.keys()],
    ...found,
    payees: payeesOf(found, shared),
    identities,
    ...(dues && { dues }),
    ...(past && { history: past.columns }),
    ...(registry && { registry }),
    ...(exclusions && { exclusions }),
    changes: new Map(),
    unresolved: c.unresolved,
  }
}

/** A place without a row. */
const NONE = -1

/**
 * Which row stands where: one a place, then those of NPIs that have several, together. At the place of such
 * an NPI stands -2 - its first row, and `ends` says where its rows begin.
 */
function arranged(keys: Int32Array, shared: boolean) {
  const { distinct, several } = distinctKeys(keys)
  const places = placesFor(distinct, shared)
  const more = [...several.values()].reduce((sum, rows) => sum + rows.length, 0)
  const order = new Int32Array(places.slots + more).fill(NONE)
  const ends = new Map<number, number>()
  for (let row = 0; row < keys.length; row++) if (!several.has(keys[row]!)) order[slotOf(places, keys[row]!)] = row
  let at = places.slots
  for (const [key, rows] of several) {
    order[slotOf(places, key)] = -2 - rows[0]!
    ends.set(key, at)
    order.set(rows, at)
    at += rows.length
  }
  return { places, order, ends }
}

/** Each key once, and all rows of those that have several. */
function distinctKeys(keys: Int32Array) {
  let bits = 4
  while (2 ** bits < keys.length * 1.6) bits++
  const table = new Int32Array(2 ** bits)
  const distinct = growing(Math.max(64, keys.length))
  const several = new Map<number, number[]>()
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row]!
    let at = spread(key) >>> (32 - bits)
    while (table[at] !== 0 && keys[table[at]! - 1] !== key) at = (at + 1) & (table.length - 1)
    const earlier = table[at]! - 1
    if (earlier < 0) {
      table[at] = row + 1
      distinct.push(key)
      continue
    }
    const rows = several.get(key)
    if (rows) rows.push(row)
    else several.set(key, [earlier, row])
  }
  return { distinct: distinct.view(), several }
}

/**
 * Current versions only: the last into the record, those before it into the extras. Where two of them share a day, the
 * earlier one decides; then all go into the extras, which are asked in their order.
 */
function placePeriods(
  versions: Int32Array,
  start: number,
  end: number,
  records: Int32Array,
  at: number,
  extras: Growing,
): void {
  let last = -1
  let apart = true
  for (let i = start; i < end; i += 3) {
    if (!isCurrent(versions[i + 2]!)) continue
    if (last >= 0) {
      const span = versions[last + 1]!
      apart &&= spanTo(span) < spanFrom(versions[i + 1]!)
      extras.push(-1 - versions[last]!)
      extras.push(span)
    }
    last = i
  }
  if (last < 0) return
  if (apart) {
    records[at + KEY] = (records[at + KEY]! & ~15) | versions[last]!
    records[at + SPAN] = versions[last + 1]!
    return
  }
  extras.push(-1 - versions[last]!)
  extras.push(versions[last + 1]!)
}

/** Counting sort of reassignments into rows of three words, in order of the enrollment they are from. */
function byRow(rows: Int32Array, count: number) {
  const starts = new Int32Array(count + 2)
  for (let i = 0; i < rows.length; i += 4) starts[rows[i]! + 2]!++
  for (let r = 2; r < starts.length; r++) starts[r]! += starts[r - 1]!
  const sorted = new Int32Array((rows.length / 4) * 3)
  for (let i = 0; i < rows.length; i += 4) {
    const at = starts[rows[i]! + 1]!++ * 3
    sorted[at] = rows[i + 1]!
    sorted[at + 1] = rows[i + 2]!
    sorted[at + 2] = rows[i + 3]!
  }
  return { starts, sorted }
}

function newHistory(count: number, c: Collected, shared: boolean) {
  const columns: History = {
    periodStart: allocate(count + 1, shared),
    periods: allocate(c.versions.length, shared),
    reassignmentStart: allocate(count + 1, shared),
    reassignments: allocate((c.reassignments.length / 4) * 3, shared),
  }
  return {
    columns,
    none(record: number): void {
      columns.periodStart[record + 1] = columns.periodStart[record]!
      columns.reassignmentStart[record + 1] = columns.reassignmentStart[record]!
    },
    add(record: number, versions: Int32Array, reassigned: Int32Array, from: number, end: number): void {
      const { periodStart, periods, reassignmentStart, reassignments } = columns
      periods.set(versions, periodStart[record])
      periodStart[record + 1] = periodStart[record]! + versions.length
      let at = reassignmentStart[record]!
      for (let i = from * 3; i < end * 3; i++) reassignments[at++] = reassigned[i]!
      reassignmentStart[record + 1] = at
    },
  }
}

function registryFacts(registry: RegistrySet | undefined, key: number): number {
  const span = registry ? stoppedOf(registry, key) : -1
  return span === -1 ? 0 : span === undefined ? IN_REGISTRY : IN_REGISTRY | STOPPED_AT_TIMES
}
