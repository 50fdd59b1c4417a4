/**
 * An invented nation: at scale 1, 2.7 million enrollments with 3.3 million periods, 3 million reassignments and
 * 9 million NPIs of a registry, made as columns from a seed. NPIs begin with 2; nobody of it exists. Pure.
 */
import { day } from '#domain/dates.ts'
import { addEnrollment, addPeriod, addReassignment, collected, settle } from '#domain/eligibility/builder.ts'
import { ordersOfSpecialty } from '#domain/eligibility/orders-by-specialty.ts'
import { dayNumber, nameKey, OPEN_DAY, packSpan } from '#domain/eligibility/packing.ts'
import { collectRegistry } from '#domain/eligibility/registry-set.ts'
import {
  identityDay,
  identityName,
  ON_ORDER_LIST,
  ORDERS_SHIFT,
  ORGANIZATION,
  type Snapshot,
  STATE_SHIFT,
  servicesMask,
  statusCode,
} from '#domain/eligibility/snapshot.ts'

export const nationalCounts = (scale: number) => ({
  enrollments: Math.round(2_700_000 * scale),
  reassignments: Math.round(3_000_000 * scale),
  registry: Math.round(9_000_000 * scale),
})

export interface National {
  readonly snapshot: Snapshot
  /** Rows that went into it: enrollments, periods, reassignments, registry. */
  readonly rows: number
  readonly periods: number
}

const NUMBERS = 100_000_000
const BEGAN = dayNumber(day('2005-01-01'))
const KNOWN = packSpan(BEGAN, OPEN_DAY)
const approved = statusCode('approved')
const specialties = ['08', '11', '50', '97', '65', '20', '26', '80', '41', '35'].map((code) => `14-${code}`)
const orders = specialties.map((s) => (servicesMask(ordersOfSpecialty(s)) << ORDERS_SHIFT) | ON_ORDER_LIST)

/** Key of the i-th NPI: far apart, never the same twice. All begin with 2, which no real NPI does. */
export const nationalKey = (i: number): number => NUMBERS + ((i * 7_919 + 17) % 99_999_989)
const isGroup = (i: number): boolean => i % 12 === 0
/** The group that the i-th enrollment reassigns to at first; every ninth person has a second one. */
export const nationalGroup = (i: number, count: number): number => Math.trunc(((i * 31) % count) / 12) * 12

/** The same rows for the same seed and scale, whatever machine. */
export const dice = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
}

export function nationalSnapshot(scale: number, { seed = 1, history = false, shared = true } = {}): National {
  const { enrollments, reassignments, registry } = nationalCounts(scale)
  const chance = dice(seed)
  const c = collected(Math.max(1024, enrollments))
  let periods = 0
  for (let i = 0; i < enrollments; i++) {
    const from = BEGAN + Math.trunc(chance() * 5_500)
    const group = isGroup(i)
    const kind = Math.trunc(chance() * specialties.length)
    const state = (1 + Math.trunc(chance() * 51)) << STATE_SHIFT
    addEnrollment(
      c,
      nationalKey(i),
      identityDay(from, i % 1_000_000),
      identityName(i % 1_000_000, group, group ? 0 : nameKey(`N${(i % 20_000).toString(36)}`, 'Ann')),
      group ? '12-70' : specialties[kind]!,
      state | (group ? ORGANIZATION : orders[kind]!),
    )
    const end = chance() < 0.1 ? from + 2_500 : OPEN_DAY
    periods++
    if (chance() < 0.22) {
      addPeriod(c, approved, packSpan(from, from + 400), KNOWN)
      addPeriod(c, approved, packSpan(from + 500, end), KNOWN)
      periods++
    } else addPeriod(c, approved, packSpan(from, end), KNOWN)
  }
  for (let n = 0; n < reassignments; n++) {
    const i = n % enrollments
    if (isGroup(i)) continue
    const group = nationalGroup(n < enrollments ? i : i + 1_009, enrollments)
    const from = BEGAN + Math.trunc(chance() * 4_000)
    addReassignment(c, i, nationalKey(group), packSpan(from, chance() < 0.1 ? from + 900 : OPEN_DAY), KNOWN)
  }
  const set = collectRegistry()
  for (let i = 0; i < registry; i++)
    set.add(nationalKey(i), chance() < 0.01 ? packSpan(BEGAN + 5_000, OPEN_DAY) : undefined)
  const snapshot = settle(c, {
    version: { sequence: seed, asOf: day('2026-01-01') },
    has: { enrollments: true, reassignments: true, orderList: true },
    registry: set.settle(shared),
    shared,
    history,
  })
  return { snapshot, periods, rows: enrollments + periods + c.reassignments.length / 4 + registry }
}
