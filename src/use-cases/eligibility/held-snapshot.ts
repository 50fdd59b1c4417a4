/** The snapshot that a keeper holds, built from the database, and brought up to date with what the feed says changed. */
import type { Db } from '#db/db.ts'
import {
  changesSince,
  listsInForce,
  readEligibility,
  readEligibilityOf,
} from '#db/queries/enrollment/eligibility-feed.ts'
import type { Permit } from '#domain/access/policy.ts'
import { dayIn } from '#domain/dates.ts'
import { buildSnapshot } from '#domain/eligibility/build-snapshot.ts'
import { withChanges } from '#domain/eligibility/changes.ts'
import type { EnrollmentRow, ExclusionRow, ListedRow, ReassignmentRow, RegistryRow } from '#domain/eligibility/rows.ts'
import type { Snapshot } from '#domain/eligibility/snapshot.ts'
import type { Clock } from '#outside/clock.ts'

/** Numbers are given before a change commits, so a lower one may appear after a higher one. */
const OVERLAP = 1_000
/** Changes laid over the columns before they are built anew. */
const MOST_CHANGES = 5_000

/** What building and following need. */
export interface Reading {
  readonly db: Db
  readonly permit: Permit<'system.run'>
  readonly clock: Clock
  /** Where the site counts the days of knowledge. */
  readonly zone: string
}

const tags = new WeakMap<Held, string>()

/** Made once for a state, because every answer carries it. */
export function tagOf(held: Held): string {
  const known = tags.get(held)
  if (known !== undefined) return known
  const tag = `${held.builtAt.getTime().toString(36)}-${held.revision}-${held.snapshot.version.asOf}`
  tags.set(held, tag)
  return tag
}

export interface Held {
  readonly snapshot: Snapshot
  readonly builtAt: Date
  readonly lists: string
  /** How many times changes were laid over it; a late number leaves `version.sequence` as it was. */
  readonly revision: number
  /** Numbers above `sequence - OVERLAP` that the snapshot contains. */
  readonly seen: ReadonlySet<number>
}

export async function build({ db, permit, clock, zone }: Reading): Promise<Held> {
  // Asked before the rows are read: a list replaced in between only makes the next look build again.
  const lists = await listsInForce(db, permit)
  const enrollments: EnrollmentRow[] = []
  const listed: ListedRow[] = []
  const reassignments: ReassignmentRow[] = []
  const exclusions: ExclusionRow[] = []
  const registry = packedRegistry()
  const state = await readEligibility(db, permit, zone, {
    enrollments: (rows) => void enrollments.push(...rows),
    listed: (rows) => void listed.push(...rows),
    reassignments: (rows) => void reassignments.push(...rows),
    registry: registry.add,
    exclusions: (rows) => void exclusions.push(...rows),
  })
  const builtAt = clock.now()
  const snapshot = buildSnapshot(
    {
      enrollments,
      listed,
      reassignments,
      ...(state.registryLoaded && { registry: registry.rows() }),
      ...(state.exclusionsLoaded && { exclusions }),
      orderListLoaded: state.orderListLoaded,
      duesKnown: true,
    },
    { sequence: state.sequence, asOf: dayIn(zone, builtAt) },
  )
  return { snapshot, builtAt, lists, revision: 0, seen: new Set(state.recent) }
}

/** As the database stands now: with its changes laid over, or built anew when they are many or a list was replaced. */
export async function broughtUpToDate(reading: Reading, held: Held): Promise<Held> {
  const lists = await listsInForce(reading.db, reading.permit)
  return lists !== held.lists || held.snapshot.changes.size > MOST_CHANGES ? build(reading) : follow(reading, held)
}

async function follow(reading: Reading, held: Held): Promise<Held> {
  const { db, permit, clock, zone } = reading
  const { snapshot } = held
  const asOf = dayIn(zone, clock.now())
  const from = Math.max(0, snapshot.version.sequence - OVERLAP)
  const fresh = (await changesSince(db, permit, from)).filter((c) => !held.seen.has(c.sequence))
  if (fresh.length === 0)
    return asOf === snapshot.version.asOf
      ? held
      : { ...held, snapshot: { ...snapshot, version: { ...snapshot.version, asOf } } }
  const sequence = Math.max(snapshot.version.sequence, ...fresh.map((c) => c.sequence))
  const npis = [...new Set(fresh.map((c) => c.npi))]
  if (npis.length > MOST_CHANGES) return build(reading)
  const rows = await readEligibilityOf(db, permit, zone, npis)
  const seen = new Set([...held.seen, ...fresh.map((c) => c.sequence)].filter((n) => n > sequence - OVERLAP))
  const next = withChanges(snapshot, { npis, ...rows }, { sequence, asOf })
  return { ...held, snapshot: next, revision: held.revision + 1, seen }
}

/** Millions of registry rows as bare numbers until the snapshot reads them: eight bytes each instead of a hundred. */
function packedRegistry() {
  const batches: Float64Array[] = []
  const rest = new Map<number, RegistryRow>()
  return {
    add(rows: readonly RegistryRow[]): void {
      batches.push(Float64Array.from(rows, (r) => Number(r.npi)))
      for (const r of rows) if (r.deactivatedOn) rest.set(Number(r.npi), r)
    },
    *rows(): Generator<RegistryRow> {
      for (const batch of batches) for (const n of batch) yield rest.get(n) ?? { npi: String(n) }
    },
  }
}
