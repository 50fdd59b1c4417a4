/**
 * What a roster says of one NPI on a day: may it bill, since when, when will it have to revalidate, what may it
 * order, is it excluded. From the snapshot alone, by the same chain as a claim. Pure.
 */

import { lookUp } from '../eligibility/columns.ts'
import { decide, newAsk } from '../eligibility/decide.ts'
import { dayNumber, dayOfNumber } from '../eligibility/packing.ts'
import type { Link } from '../eligibility/question.ts'
import { isWithin } from '../eligibility/registry-set.ts'
import {
  dueOf,
  FACTS,
  isListedOnly,
  ON_ORDER_LIST,
  ORDERS_ONLY,
  ORDERS_SHIFT,
  RECORD,
  type Snapshot,
  specialtyOf,
  statusCode,
} from '../eligibility/snapshot.ts'
import { cycleYears, revalidationDue } from '../time/revalidation.ts'

/** Numbers only; -1 stands for "none". Days are counted as in the snapshot. */
export interface RosterStanding {
  readonly link: Link
  /** On the day; -1 when no period covers it. */
  readonly status: number
  readonly from: number
  /** OPEN_DAY while it runs. */
  readonly to: number
  /** Until when it has to be revalidated: the date on record, or the cycle where the source has no dates. */
  readonly revalidation: number
  /** Bits of the ordered services; -1: no list is loaded. */
  readonly orders: number
  /** First day of an exclusion that holds on the day; -1: none; -2: no list is loaded. */
  readonly excluded: number
}

const APPROVED = statusCode('approved')
const question = newAsk()

export function rosterStanding(s: Snapshot, key: number, on: number): RosterStanding {
  question.key = key
  question.on = on
  const { link, in: rows, record, place } = decide(s, question)
  const excluded = excludedSince(s, key, on)
  if (!rows || !place)
    return { link, status: -1, from: -1, to: -1, revalidation: -1, orders: s.has.orderList ? 0 : -1, excluded }
  const within = place.at === 'within'
  const approved = within && place.status === APPROVED
  return {
    link,
    status: within ? place.status : -1,
    from: place.at === 'none' ? -1 : place.from,
    to: place.at === 'none' ? -1 : place.to,
    revalidation: approved ? revalidationOf(rows, record, place.from, on) : -1,
    orders: s.has.orderList ? ordersOf(rows, record, approved) : -1,
    excluded,
  }
}

function ordersOf(rows: Snapshot, record: number, approved: boolean): number {
  const facts = rows.records[record * RECORD + FACTS]!
  const may = approved || isListedOnly(rows, record) || (facts & ON_ORDER_LIST) !== 0
  return may ? (facts >>> ORDERS_SHIFT) & 31 : 0
}

function excludedSince(s: Snapshot, key: number, on: number): number {
  if (!s.exclusions) return -2
  const span = lookUp(s.exclusions, key)
  return span !== -1 && isWithin(span, on) ? span >>> 16 : -1
}

function revalidationOf(rows: Snapshot, record: number, from: number, on: number): number {
  if (rows.dues) return dueOf(rows.dues, record)
  const ordersOnly = (rows.records[record * RECORD + FACTS]! & ORDERS_ONLY) !== 0
  return ordersOnly ? -1 : revalidationAfter(from, on, specialtyOf(rows, record) ?? '')
}

/** By years of a cycle and first day, one more than what it comes to on `duesOn`; 0: not asked yet. */
const dues = { 3: new Int32Array(65_536), 5: new Int32Array(65_536) }
let duesOn = -1

/**
 * By the cycle alone, the next on or after the day, for a source that has no dates: nobody set one, nothing was
 * received. CMS sets the date and publishes it. -1: none.
 */
export function revalidationAfter(from: number, on: number, providerType: string): number {
  const form = providerType.startsWith('30-') ? 'CMS-855S' : 'CMS-855I'
  const known = dues[cycleYears(form) ?? 5]
  if (duesOn !== on) {
    dues[3].fill(0)
    dues[5].fill(0)
    duesOn = on
  }
  if (known[from] === 0) {
    const day = revalidationDue({ form, began: dayOfNumber(from), receivedOn: [], keptSince: dayOfNumber(on) })
    known[from] = day === undefined ? 0 : dayNumber(day) + 1
  }
  return known[from]! - 1
}
