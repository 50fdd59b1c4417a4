/** Enrollments that are monitored, page by page in the order of their ids, with the answers that are in force. */
import type { Permit } from '#domain/access/policy.ts'
import type { EnrollmentStatus } from '#domain/enrollment/enrollment.ts'
import type { RegistryProvider } from '#domain/party/registry-provider.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { openVersionOf, type VersionFile } from '../enrollment/enrollment-versions.ts'

export interface MonitoredEnrollment {
  readonly id: string
  readonly enrolleeId: string
  readonly enrolleeName: string
  readonly npi: string
  readonly form: string
  readonly contractorId: string
  /** Undefined for records that were taken over without their answers. */
  readonly file: VersionFile | undefined
  /** What the NPI registry says, when there is one. */
  readonly registry: RegistryProvider | undefined
}

/** `forms` leaves out enrollments by other forms; restricted answers are opened, for matching only. */
export async function monitoredEnrollments(
  db: Db,
  _: Permit<'system.run'>,
  page: {
    readonly after: string
    readonly limit: number
    readonly statuses: readonly EnrollmentStatus[]
    readonly withoutForms: readonly string[]
  },
): Promise<readonly MonitoredEnrollment[]> {
  let query = open(db)
    .selectFrom('enrollment as n')
    .innerJoin('enrollee as e', 'e.id', 'n.enrollee_id')
    .leftJoin('enrollment_version as v', (j) => j.onRef('v.enrollment_id', '=', 'n.id').on('v.known_to', 'is', null))
    .leftJoin('source_import as i', (j) => j.on('i.source', '=', 'nppes').on('i.status', '=', 'current'))
    .leftJoin('registry_provider as r', (j) => j.onRef('r.import_id', '=', 'i.id').onRef('r.npi', '=', 'e.npi'))
    .select([
      'v.ordinal',
      'v.effective_from',
      'v.effective_to',
      'v.answers',
      'v.restricted',
      'v.application_id',
      'r.detail as registry',
    ])
    .select(['n.id', 'n.enrollee_id', 'n.form', 'n.contractor_id', 'e.display_name', 'e.npi'])
    .where('n.id', '>', page.after)
    .where('n.status', 'in', page.statuses)
    .where((x) =>
      x.not(
        x.exists(
          x
            .selectFrom('enrollment_version as later')
            .select('later.ordinal')
            .whereRef('later.enrollment_id', '=', 'n.id')
            .whereRef('later.ordinal', '>', 'v.ordinal')
            .where('later.known_to', 'is', null),
        ),
      ),
    )
  if (page.withoutForms.length > 0) query = query.where('n.form', 'not in', page.withoutForms)
  const rows = await query.orderBy('n.id').limit(page.limit).execute()
  return rows.map((r) => ({
    id: r.id,
    enrolleeId: r.enrollee_id,
    enrolleeName: r.display_name,
    npi: r.npi,
    form: r.form,
    contractorId: r.contractor_id,
    file:
      r.ordinal === null || r.effective_from === null || r.answers === null
        ? undefined
        : openVersionOf(db, {
            enrollment_id: r.id,
            ordinal: r.ordinal,
            effective_from: r.effective_from,
            effective_to: r.effective_to,
            answers: r.answers,
            restricted: r.restricted,
            application_id: r.application_id,
          }).file,
    registry: r.registry ?? undefined,
  }))
}
