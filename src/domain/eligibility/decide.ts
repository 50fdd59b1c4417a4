/**
 * The chain of checks, on numbers: NPI, registry, enrollment on the day, reassignment, ordering list,
 * name. A link that is broken says no; one that could not be asked makes "unknown" of a yes, but a later
 * "no" stands. The order is that of a claim edit; 42 CFR 424.505-424.507, 424.80. Pure.
 */
import { enrollmentStatuses, enrollmentStatusNames } from '../enrollment/enrollment.ts'
import { links } from './links.ts'
import { type Place, placeOf, reassigns } from './periods.ts'
import type { BrokenLink, Link, UnknownLink } from './question.ts'
import { isWithin, type RegistryState, registryState } from './registry-set.ts'
import {
  FACTS,
  firstRecord,
  IN_REGISTRY,
  isOrganization,
  LAST_OF_NPI,
  NAME,
  ON_ORDER_LIST,
  ORDERS_ONLY,
  ORDERS_SHIFT,
  RECORD,
  type Snapshot,
  STOPPED_AT_TIMES,
} from './snapshot.ts'

/** A question as numbers; -1 stands for "not asked" (`knownOn`, `name`) and "not valid" (`key`, `payee`). */
export interface Asked {
  readonly key: number
  readonly on: number
  readonly knownOn: number
  /** Orders or certifies, instead of billing or rendering. */
  readonly ordering: boolean
  readonly name: number
  /** Only where a reassignment is needed; -2: no payee. */
  readonly payee: number
  /** Bits of the services, any of which will do. */
  readonly services: number
}

export interface Decided {
  readonly link: Link
  /** The columns and the record that were judged; absent when none was found. */
  readonly in?: Snapshot
  readonly record: number
  readonly place?: Place
}

const ended = (link: Link): Decided => ({ link, record: -1 })
const pays = enrollmentStatusNames.map((s) => enrollmentStatuses[s].claims === 'payable')
const orders = enrollmentStatusNames.map((s) => enrollmentStatuses[s].mayOrder)

export function decide(s: Snapshot, q: Asked): Decided {
  if (q.key < 0) return ended('npi-not-valid')
  const change = s.changes.size === 0 ? undefined : s.changes.get(q.key)
  const rows = change ? change.rows : s
  let record = firstRecord(rows, q.key)
  const registry = stateInRegistry(s, rows, record, q.key, q.on)
  if (registry === 'absent') return ended('npi-not-in-registry')
  if (registry === 'deactivated') return ended('npi-deactivated')
  if (!s.has.enrollments) return ended('enrollments-not-loaded')
  if (q.knownOn >= 0 && !rows.history) return ended('history-not-loaded')
  if (record < 0) return ended('not-enrolled')
  const unsure: UnknownLink | undefined = registry === 'unasked' ? 'registry-not-loaded' : undefined
  let best = judge(s, rows, record, q, unsure)
  while ((rows.records[record * RECORD + FACTS]! & LAST_OF_NPI) === 0) {
    const next = judge(s, rows, ++record, q, unsure)
    if (links[next.link].reach > links[best.link].reach) best = next
  }
  return best
}

/** An enrolled NPI that was never deactivated has its answer in its record; others are looked up. */
function stateInRegistry(
  s: Snapshot,
  rows: Snapshot,
  record: number,
  key: number,
  on: number,
): RegistryState | 'unasked' {
  if (rows === s && record >= 0) {
    const facts = s.records[record * RECORD + FACTS]!
    if ((facts & (IN_REGISTRY | STOPPED_AT_TIMES)) === IN_REGISTRY) return 'active'
  }
  const changed = rows === s ? undefined : s.changes.get(key)?.registry
  if (changed) return changed.stopped !== undefined && isWithin(changed.stopped, on) ? 'deactivated' : 'active'
  return s.registry ? registryState(s.registry, key, on) : 'unasked'
}

/** One enrollment of the NPI through the rest of the chain. */
function judge(s: Snapshot, rows: Snapshot, record: number, q: Asked, registry: UnknownLink | undefined): Decided {
  const place = placeOf(rows, record, q.on, q.knownOn)
  return { link: linkOf(s, rows, record, q, place, registry), in: rows, record, place }
}

function linkOf(
  s: Snapshot,
  rows: Snapshot,
  record: number,
  q: Asked,
  place: Place,
  registry: UnknownLink | undefined,
): Link {
  const facts = rows.records[record * RECORD + FACTS]!
  if (place.at !== 'within' || !(q.ordering ? orders : pays)[place.status]) return whyNot(place)
  if (!q.ordering && (facts & ORDERS_ONLY) !== 0) return 'enrolled-to-order-only'
  let unsure = registry
  if (q.payee !== -2 && q.payee !== q.key) {
    if (s.has.reassignments) {
      const broken = payeeLink(s, rows, record, q)
      if (broken) return broken
    } else unsure ??= 'reassignments-not-loaded'
  }
  if (q.ordering) {
    if (isOrganization(rows, record)) return 'organization-cannot-order'
    if (s.has.orderList) {
      if ((facts & ON_ORDER_LIST) === 0) return 'not-on-order-list'
      if (((facts >> ORDERS_SHIFT) & q.services) === 0) return 'service-not-orderable'
    } else unsure ??= 'order-list-not-loaded'
  }
  if (q.name >= 0 && rows.records[record * RECORD + NAME] !== q.name) return 'name-differs'
  return unsure ?? 'all-held'
}

function whyNot(place: Place): BrokenLink {
  if (place.at === 'none') return 'not-enrolled'
  if (place.at === 'before') return 'before-effective-date'
  if (place.at === 'between') return 'between-periods'
  if (place.at === 'after') return 'after-last-period'
  const status = enrollmentStatusNames[place.status]
  // An approved enrollment is turned away only by checks that come later.
  if (status === undefined || status === 'approved') throw new Error(`a period without a reason: ${place.status}`)
  return status
}

/** Reassigned to the payee on the day, and the payee itself approved then (42 CFR 424.80); undefined when so. */
function payeeLink(s: Snapshot, rows: Snapshot, record: number, q: Asked): BrokenLink | undefined {
  if (q.payee < 0) return 'payee-not-valid'
  const held = reassigns(rows, record, q.payee, q.on, q.knownOn)
  if (held !== 'held') return held === 'never' ? 'no-reassignment' : 'reassignment-not-on-date'
  return isPaid(s, q.payee, q.on, q.knownOn) ? undefined : 'payee-not-enrolled'
}

/** Has the NPI any enrollment that may be paid on the day, and an NPI that is alive then? */
function isPaid(s: Snapshot, key: number, on: number, knownOn: number): boolean {
  const change = s.changes.size === 0 ? undefined : s.changes.get(key)
  const rows = change ? change.rows : s
  let record = firstRecord(rows, key)
  if (record < 0 || stateInRegistry(s, rows, record, key, on) === 'deactivated') return false
  for (;;) {
    const facts = rows.records[record * RECORD + FACTS]!
    const place = placeOf(rows, record, on, knownOn)
    if (place.at === 'within' && pays[place.status] && (facts & ORDERS_ONLY) === 0) return true
    if ((facts & LAST_OF_NPI) !== 0) return false
    record++
  }
}
