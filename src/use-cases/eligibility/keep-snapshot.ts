/**
 * Keeps the eligibility snapshot of this process: built when it starts, brought up to date within a second
 * of a decision by polling the change feed, built anew when a list behind it is replaced. A poll that fails
 * leaves the last good snapshot; `status` says how old it is.
 */

import type { Db } from '#db/db.ts'
import {
  changesSince,
  listsInForce,
  readEligibility,
  readEligibilityOf,
} from '#db/queries/enrollment/eligibility-feed.ts'
import { authorize, type Permit, systemActor } from '#domain/access/policy.ts'
import { dayIn, siteZone } from '#domain/dates.ts'
import { buildSnapshot } from '#domain/eligibility/build-snapshot.ts'
import { withChanges } from '#domain/eligibility/changes.ts'
import type { EnrollmentRow, ExclusionRow, ListedRow, ReassignmentRow, RegistryRow } from '#domain/eligibility/rows.ts'
import type { Snapshot } from '#domain/eligibility/snapshot.ts'
import type { Clock } from '#outside/clock.ts'

export interface EligibilityKeeper {
  current(): Snapshot
  status(): KeeperStatus
  /** Looks at the change feed now; resolves when `current` contains everything committed before the call. */
  refreshNow(): Promise<void>
  stop(): void
}
export interface KeeperStatus {
  /** Changes whenever any answer may have changed: for ETags. */
  readonly tag: string
  readonly builtAt: Date
  /** When the database last confirmed that nothing is missing. */
  readonly checkedAt: Date
  /** Why the last look failed; absent when it did not. */
  readonly fault?: string
}
interface KeeperOptions {
  readonly pollMs?: number
  readonly zone?: string
}

/** Numbers are given before a change commits, so a lower one may appear after a higher one. */
const OVERLAP = 1_000
/** Changes laid over the columns before they are built anew. */
const MOST_CHANGES = 5_000

export async function createEligibilityKeeper(
  db: Db,
  clock: Clock,
  { pollMs = 500, zone = siteZone }: KeeperOptions = {},
): Promise<EligibilityKeeper> {
  const permit = systemPermit()
  let held = await build(db, permit, clock, zone)
  let checkedAt = clock.now()
  let fault: string | undefined
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined

  const look = async () => {
    if (stopped) return
    const lists = await listsInForce(db, permit)
    held =
      lists !== held.lists || held.snapshot.changes.size > MOST_CHANGES
        ? await build(db, permit, clock, zone)
        : await follow(db, permit, clock, zone, held)
    checkedAt = clock.now()
    fault = undefined
  }
  /** One look at a time: a second caller waits for the first, then looks itself. */
  const once = async () => {
    await running?.catch(() => {})
    running ??= look().finally(() => {
      running = undefined
    })
    return running
  }
  const again = () => {
    timer = setTimeout(async () => {
      await once().catch((reason) => {
        fault = reason instanceof Error ? reason.message : String(reason)
      })
      if (!stopped) again()
    }, pollMs)
    timer.unref()
  }
  again()
  return {
    current: () => held.snapshot,
    status: () => ({
      tag: tagOf(held),
      builtAt: held.builtAt,
      checkedAt,
      ...(fault && { fault }),
    }),
    refreshNow: once,
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}

const tags = new WeakMap<Held, string>()

/** Made once for a state, because every answer carries it. */
function tagOf(held: Held): string {
  const known = tags.get(held)
  if (known !== undefined) return known
  const tag = `${held.builtAt.getTime().toString(36)}-${held.revision}-${held.snapshot.version.asOf}`
  tags.set(held, tag)
  return tag
}

interface Held {
  readonly snapshot: Snapshot
  readonly builtAt: Date
  readonly lists: string
  /** How many times changes were laid over it; a late number leaves `version.sequence` as it was. */
  readonly revision: number
  /** Numbers above `sequence - OVERLAP` that the snapshot contains. */
  readonly seen: ReadonlySet<number>
}

async function build(db: Db, permit: Permit<'system.run'>, clock: Clock, zone: string): Promise<Held> {
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

async function follow(db: Db, permit: Permit<'system.run'>, clock: Clock, zone: string, held: Held): Promise<Held> {
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

function systemPermit(): Permit<'system.run'> {
  const permit = authorize(systemActor, 'system.run', { id: 'eligibility' })
  if (!permit.ok) throw new Error('the system may run its own work')
  return permit.value
}
