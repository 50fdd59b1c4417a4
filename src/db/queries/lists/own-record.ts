/** What our own record holds of an enrollee and of whoever has the same tax id: applications and enrollments. */

import { dayIn, siteZone } from '#domain/dates.ts'
import type { OwnRecord } from '#domain/screening/own-record.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import type { ApplicationPermit } from '../application/applications.ts'
import { statusOf } from '../enrollment/enrollments.ts'

/** Without the application of the permit itself. */
export async function ownRecordOf(db: Db, permit: ApplicationPermit): Promise<OwnRecord> {
  const k = open(db)
  const same = k
    .selectFrom('enrollee as e')
    .innerJoin('application as a', (j) => j.on('a.id', '=', permit.subjectId))
    .innerJoin('enrollee as me', 'me.id', 'a.enrollee_id')
    .select('e.id')
    .where((x) => x.or([x('e.id', '=', x.ref('me.id')), x('e.tax_id_index', '=', x.ref('me.tax_id_index'))]))
  const filings = await k
    .selectFrom('application')
    .select(['id', 'form', 'state', 'reason', 'status', 'received_on', 'status_since', 'enrollment_id'])
    .where('enrollee_id', 'in', same)
    .where('id', '<>', permit.subjectId)
    .where('status', '<>', 'draft')
    .orderBy('status_since', 'desc')
    .limit(100)
    .execute()
  const enrollments = await k
    .selectFrom('enrollment')
    .select(['id', 'form', 'specialty', 'state', 'status'])
    .where('enrollee_id', 'in', same)
    .orderBy('id')
    .limit(200)
    .execute()
  return {
    filings: filings.map((f) => ({
      applicationId: f.id,
      form: f.form,
      state: f.state,
      reason: f.reason,
      status: f.status,
      receivedOn: f.received_on ?? undefined,
      statusOn: dayIn(siteZone, f.status_since),
      enrollmentId: f.enrollment_id ?? undefined,
    })),
    enrollments: enrollments.map((e) => ({
      enrollmentId: e.id,
      form: e.form,
      specialty: e.specialty,
      state: e.state,
      status: statusOf(e.status),
    })),
  }
}
