/**
 * The chain of checks, on numbers: NPI, registry, enrollment on the day, reassignment, ordering list,
 * name. A link that is broken says no; one that could not be asked makes "unknown" of a yes, but a later
 * "no" stands. The order is that of a claim edit; 42 CFR 424.505-424.507, 424.80. Pure.
 */
import { enrollmentStatuses, enrollmentStatusNames } from '../enrollment/enrollment.ts'
import { links, ordersRoles } from './links.ts'
import { type Place, placeOf, reassigns } from './periods.ts'
import type { BrokenLink, ClaimRole, Link, UnknownLink } from './question.ts'
import { isWithin, type RegistryState, registryState } from './registry-set.ts'
import {
  FACTS,
  firstRecord,
  isOrganization,
  LAST_OF_NPI,
  NAME,
  ON_ORDER_LIST,
  ORDERS_ONLY,
  ORDERS_SHIFT,
  RECORD,
  type Snapshot,
} from './snapshot.ts'

/** A question as numbers; -1 stands for "not asked" (`knownOn`, `name`) and "not valid" (`key`, `payee`). */
export interface Asked {
  readonly key: number
  readonly on: number
  readonly knownOn: number
  readonly role: ClaimRole
  readonly name: number
  /** -2: no payee named. */
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
  const registry = stateInRegistry(s, q.key, q.on)
  if (registry === 'absent') return ended('npi-not-in-registry')
  if (registry === 'deactivated') return ended('npi-deactivated')
  if (!s.has.enrollments) return ended('enrollments-not-loaded')
  const rows = s.changes.size === 0 ? s : (s.changes.get(q.key)?.rows ?? s)
  if (q.knownOn >= 0 && !rows.history) return ended('history-not-loaded')
  let record = firstRecord(rows, q.key)
  if (record < 0) return ended('not-enrolled')
  const unsure: UnknownLink | undefined = registry === 'unasked' ? 'registry-not-loaded' : undefined
  let best = judge(s, rows, record, q, unsure)
  while ((rows.records[record * RECORD + FACTS]! & LAST_OF_NPI) === 0) {
    const next = judge(s, rows, ++record, q, unsure)
    if (links[next.link].reach > links[best.link].reach) best = next
  }
  return best
}

function stateInRegistry(s: Snapshot, key: number, on: number): RegistryState | 'unasked' {
  const changed = s.changes.size === 0 ? undefined : s.changes.get(key)?.registry
  if (changed) return changed.stopped !== undefined && isWithin(changed.stopped, on) ? 'deactivated' : 'active'
  return s.registry ? registryState(s.registry, key, on) : 'unasked'
}

/** One enrollment of the NPI through the rest of the chain. */
function judge(s: Snapshot, rows: Snapshot, record: number, q: Asked, registry: UnknownLink | undefined): Decided {
  const place = placeOf(rows, record, q.on, q.knownOn)
  const told = (link: Link): Decided => ({ link, in: rows, record, place })
  const ordering = ordersRoles.has(q.role)
  if (place.at !== 'within' || !(ordering ? orders : pays)[place.status]) return told(whyNot(place))
  if (!ordering && (rows.records[record * RECORD + FACTS]! & ORDERS_ONLY) !== 0) return told('enrolled-to-order-only')
  let unsure = registry
  if (q.role === 'rendering' && q.payee !== -2 && q.payee !== q.key) {
    const link = payeeLink(s, rows, record, q)
    if (link !== undefined && links[link].answer === 'no') return told(link)
    unsure ??= link as UnknownLink | undefined
  }
  if (ordering) {
    const link = orderLink(s, rows, record, q)
    if (link !== undefined && links[link].answer === 'no') return told(link)
    unsure ??= link as UnknownLink | undefined
  }
  if (q.name >= 0 && rows.records[record * RECORD + NAME] !== q.name) return told('name-differs')
  return told(unsure ?? 'all-held')
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

/** Reassigned to the payee on the day, and the payee itself approved then (42 CFR 424.80). */
function payeeLink(s: Snapshot, rows: Snapshot, record: number, q: Asked): BrokenLink | UnknownLink | undefined {
  if (q.payee < 0) return 'payee-not-valid'
  if (!s.has.reassignments) return 'reassignments-not-loaded'
  const held = reassigns(rows, record, q.payee, q.on, q.knownOn)
  if (held !== 'held') return held === 'never' ? 'no-reassignment' : 'reassignment-not-on-date'
  return isPaid(s, q.payee, q.on, q.knownOn) ? undefined : 'payee-not-enrolled'
}

/** Has the NPI any enrollment that may be paid on the day, and an NPI that is alive then? */
function isPaid(s: Snapshot, key: number, on: number, knownOn: number): boolean {
  if (stateInRegistry(s, key, on) === 'deactivated') return false
  const rows = s.changes.size === 0 ? s : (s.changes.get(key)?.rows ?? s)
  let record = firstRecord(rows, key)
  if (record < 0) return false
  for (;;) {
    const facts = rows.records[record * RECORD + FACTS]!
    const place = placeOf(rows, record, on, knownOn)
    if (place.at === 'within' && pays[place.status] && (facts & ORDERS_ONLY) === 0) return true
    if ((facts & LAST_OF_NPI) !== 0) return false
    record++
  }
}

/** On the order-and-referring list, for one of the services asked for (42 CFR 424.507). */
function orderLink(s: Snapshot, rows: Snapshot, record: number, q: Asked): BrokenLink | UnknownLink | undefined {
  if (isOrganization(rows, record)) return 'organization-cannot-order'
  if (!s.has.orderList) return 'order-list-not-loaded'
  const facts = rows.records[record * RECORD + FACTS]!
  if ((facts & ON_ORDER_LIST) === 0) return 'not-on-order-list'
  return ((facts >> ORDERS_SHIFT) & q.services) === 0 ? 'service-not-orderable' : undefined
}
