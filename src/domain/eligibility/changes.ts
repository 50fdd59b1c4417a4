/**
 * A snapshot with changes laid over it: whole NPIs replaced, the columns untouched and still shared.
 * Costs the rows that changed and a copy of the list of changed NPIs; rebuild when that list grows long. Pure.
 */
import { type BuildOptions, buildSnapshot } from './build-snapshot.ts'
import { npiKey } from './packing.ts'
import type { SnapshotVersion } from './question.ts'
import { stoppedSpan } from './registry-set.ts'
import type { EnrollmentRow, ListedRow, ReassignmentRow, RegistryRow } from './rows.ts'
import type { Change, Snapshot } from './snapshot.ts'

export interface ChangedRows {
  /** The NPIs that are replaced; one without enrollments below has none any more. */
  readonly npis: readonly string[]
  /** Every enrollment of these NPIs. */
  readonly enrollments: readonly EnrollmentRow[]
  /** Every reassignment from these enrollments. `toNpi` is needed where the group is not among these rows. */
  readonly reassignments: readonly ReassignmentRow[]
  /** Those of these NPIs that only the order-and-referring list knows. */
  readonly listed?: readonly ListedRow[]
  /** Registry rows that changed; an NPI without one keeps what the registry said. */
  readonly registry?: readonly RegistryRow[]
}

export function withChanges(
  base: Snapshot,
  rows: ChangedRows,
  version: SnapshotVersion,
  options: BuildOptions = {},
): Snapshot {
  const fresh = buildSnapshot(
    {
      enrollments: rows.enrollments,
      reassignments: rows.reassignments,
      listed: rows.listed ?? [],
      orderListLoaded: base.has.orderList,
      duesKnown: base.dues !== undefined,
    },
    version,
    { history: base.history !== undefined, ...options },
  )
  const registryRows = new Map((rows.registry ?? []).map((row) => [npiKey(row.npi), row]))
  const changes = new Map(base.changes)
  for (const npi of rows.npis) {
    const key = npiKey(npi)
    if (key < 0) throw new RangeError(`not an NPI: ${npi}`)
    changes.set(key, changeOf(fresh, registryRows.get(key), changes.get(key)))
  }
  return { ...base, version, changes, unresolved: base.unresolved + fresh.unresolved }
}

function changeOf(rows: Snapshot, registry: RegistryRow | undefined, earlier: Change | undefined): Change {
  if (!registry) return { rows, ...(earlier?.registry ? { registry: earlier.registry } : {}) }
  const stopped = stoppedSpan(registry)
  return { rows, registry: stopped === undefined ? {} : { stopped } }
}
