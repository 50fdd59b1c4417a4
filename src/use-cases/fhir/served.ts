/** A published row as it is served now: its standing from the eligibility snapshot, its version and its date. Asks no database. */
import type { DirectoryRow } from '#db/queries/fhir/rows.ts'
import type { Day } from '#domain/dates.ts'
import type { Snapshot } from '#domain/eligibility/snapshot.ts'
import type { FhirElement, FhirResource, Standing } from '#domain/fhir/resource.ts'
import { inForceOf, withStanding } from '#domain/fhir/standing-active.ts'

export interface Served {
  readonly resource: FhirResource
  readonly versionId: string
  readonly lastUpdated: Date
}

export function served(snapshot: Snapshot, row: DirectoryRow, on: Day): Served {
  const inForce = inForceOf(snapshot, row.type, standingOf(row), on)
  // A period began or ended, and the job has not noted it yet: that is another version already.
  const versionId = inForce === row.in_force ? String(row.version) : `${row.version}.1`
  const { meta, ...content } = withStanding(row.content, inForce)
  const own = { ...(meta as FhirElement | undefined), versionId, lastUpdated: row.updated_at.toISOString() }
  return {
    resource: { ...content, resourceType: row.type, id: row.id, meta: own },
    versionId,
    lastUpdated: row.updated_at,
  }
}

export const standingOf = (row: DirectoryRow): Standing | undefined =>
  row.npi === null
    ? undefined
    : {
        npi: row.npi,
        ...(row.enrollment_id && { enrollmentId: row.enrollment_id }),
        ...(row.payee && { payee: row.payee }),
        ...(row.from_on && { from: row.from_on }),
        ...(row.to_on && { to: row.to_on }),
      }
