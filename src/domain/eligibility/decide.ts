/**
 * The chain of checks, on numbers: NPI, registry, enrollment on the day, state, reassignment, ordering list,
 * name. A link that is broken says no; one that could not be asked makes "unknown" of a yes, but a later
 * "no" stands. The order is that of a claim edit; 42 CFR 424.505-424.507, 424.80. Pure.
 */
import { enrollmentStatusNames } from '../enrollment/enrollment.ts'
import { heldAtOnce } from './at-once/held.ts'
import { paidAtOnce } from './at-once/payees.ts'
import { orders, pays } from './at-once/paying.ts'
import { links } from './links.ts'
import { billsService } from './orders-by-specialty.ts'
import { type Place, placeOf, reassigns, statusOn } from './periods.ts'
import type { BrokenLink, Link, OrderedService, UnknownLink } from './question.ts'
import { isWithin, type RegistryState, registryState } from './registry-set.ts'
import {
  FACTS,
  firstRecord,
  IN_REGISTRY,
  LAST_OF_NPI,
  LISTED_ONLY,
  NO_STATUS,
  nameOf,
  ON_ORDER_LIST,
  ORDERS_ONLY,
  ORDERS_SHIFT,
  ORGANIZATION,
  RECORD,
  type Snapshot,
  SPECIALTY_MASK,
  STATE_SHIFT,
  STOPPED_AT_TIMES,
  statusCode,
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
  /** Number of the state of the service; 0 or absent: not asked. */
  readonly state?: number
  /** The kind of service that a billing NPI must be of a type to bill. */
  readonly bills?: OrderedService | undefined
}

/**
 * A question of a claim about nobody yet, to be filled and used again and again. All are made here, so that they have one
 * shape and the chain, once it is compiled, need not ask which of several it was given.
 */
export const newAsk = (): { -readonly [K in keyof Asked]: Asked[K] } => ({
  key: -1,
  on: 0,
  knownOn: -1,
  ordering: false,
  name: -1,
  payee: -2,
  services: 0,
  state: 0,
  bills: undefined,
})

export interface Decided {
  readonly link: Link
  /** The columns and the record that were judged; absent when none was found. */
  readonly in?: Snapshot
  readonly record: number
  readonly place?: Place
}

const APPROVED = statusCode('approved')

export function decide(s: Snapshot, q: Asked): Decided {
  const link = decideLink(s, q)
  if (judged < 0) return { link, record: -1 }
  const rows = rowsOf(s, q.key)
  return { link, in: rows, record: judged, place: placeOf(rows, judged, q.on, q.knownOn) }
}

/** The record that `decideLink` judged last; -1 when it found none. */
let judged = -1

/** The link alone, for those who ask millions of questions: makes no object. */
export function decideLink(s: Snapshot, q: Asked): Link {
  const { key } = q
  judged = -1
  if (key < 0) return 'npi-not-valid'
  judged = heldAtOnce(s, q)
  if (judged >= 0) return 'all-held'
  const rows = rowsOf(s, key)
  let record = firstRecord(rows, key)
  const registry = stateInRegistry(s, rows, record, key, q.on)
  if (registry === 'absent') return 'npi-not-in-registry'
  if (registry === 'deactivated') return 'npi-deactivated'
  if (!s.has.enrollments) return 'enrollments-not-loaded'
  if (q.knownOn >= 0 && !rows.history) return 'history-not-loaded'
  if (record < 0) return 'not-enrolled'
  const unsure: UnknownLink | undefined = registry === 'unasked' ? 'registry-not-loaded' : undefined
  let link = linkOf(s, rows, record, q, unsure)
  let best = record
  while ((rows.records[record * RECORD + FACTS]! & LAST_OF_NPI) === 0) {
    const next = linkOf(s, rows, ++record, q, unsure)
    if (links[next].reach <= links[link].reach) continue
    link = next
    best = record
  }
  judged = best
  return link
}

/** The columns that speak of an NPI. */
function rowsOf(s: Snapshot, key: number): Snapshot {
  if (s.changes.size === 0) return s
  return s.changes.get(key)?.rows ?? s
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
function linkOf(s: Snapshot, rows: Snapshot, record: number, q: Asked, registry: UnknownLink | undefined): Link {
  const facts = rows.records[record * RECORD + FACTS]!
  const listedOnly = (facts & LISTED_ONLY) !== 0
  const status = listedOnly ? NO_STATUS : statusOn(rows, record, q.on, q.knownOn)
  if (listedOnly) {
    if (!q.ordering) return 'not-enrolled'
  } else if ((((q.ordering ? orders : pays) >> status) & 1) === 0) return whyNot(placeOf(rows, record, q.on, q.knownOn))
  let unsure = registry
  if (q.ordering) {
    const broken = orderLink(s, facts, status, q.services)
    if (broken === 'order-list-not-loaded') unsure ??= broken
    else if (broken) return broken
  } else {
    if ((facts & ORDERS_ONLY) !== 0) return 'enrolled-to-order-only'
    if (q.state !== undefined && q.state !== 0 && facts >>> STATE_SHIFT !== q.state) {
      if (facts >>> STATE_SHIFT !== 0) return 'enrolled-in-other-state'
      unsure ??= 'state-not-recorded'
    }
    if (q.bills && !billsService(rows.specialties[facts & SPECIALTY_MASK]!, q.bills)) return 'service-not-billable'
    if (q.payee !== -2 && q.payee !== q.key) {
      if (s.has.reassignments) {
        const broken = payeeLink(s, rows, record, q)
        if (broken) return broken
      } else unsure ??= 'reassignments-not-loaded'
    }
  }
  if (q.name >= 0 && nameOf(rows, record) !== q.name) return 'name-differs'
  return unsure ?? 'all-held'
}

/**
 * Where the order-and-referring list names the NPI, its columns decide. Where it does not, an approved
 * enrollment in a specialty that may order does (docs/decisions: our own record is newer than any list of it).
 */
function orderLink(
  s: Snapshot,
  facts: number,
  status: number,
  services: number,
): BrokenLink | 'order-list-not-loaded' | undefined {
  if ((facts & ORGANIZATION) !== 0) return 'organization-cannot-order'
  if (!s.has.orderList) return 'order-list-not-loaded'
  const may = (facts >>> ORDERS_SHIFT) & 31
  if ((facts & ON_ORDER_LIST) === 0) {
    if (status !== APPROVED) return 'not-on-order-list'
    if (may === 0) return 'specialty-cannot-order'
  }
  return (may & services) === 0 ? 'service-not-orderable' : undefined
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
  if (!change && knownOn < 0) {
    const said = paidAtOnce(s.payees, key, on)
    if (said !== 'ask') return said === 'paid'
  }
  const rows = change ? change.rows : s
  let record = firstRecord(rows, key)
  if (record < 0 || stateInRegistry(s, rows, record, key, on) === 'deactivated') return false
  for (;;) {
    const facts = rows.records[record * RECORD + FACTS]!
    const may = (facts & (ORDERS_ONLY | LISTED_ONLY)) === 0
    if (may && ((pays >> statusOn(rows, record, on, knownOn)) & 1) !== 0) return true
    if ((facts & LAST_OF_NPI) !== 0) return false
    record++
  }
}
