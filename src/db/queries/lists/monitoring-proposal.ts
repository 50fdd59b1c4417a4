/** The monitoring case because of which somebody prepares a decision. Reads only. */
import type { Permit } from '#domain/access/policy.ts'
import type { MonitoringKind } from '#domain/screening/monitoring.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { isRowId } from '../application/applications.ts'

/** Undefined when it is about another enrollment, or when nobody has said that it must be acted on. */
export async function findProposal(
  db: Db,
  permit: Permit<'enrollment.prepare-decision'>,
  caseId: string | undefined,
): Promise<{ readonly kind: MonitoringKind; readonly evidence: Readonly<Record<string, unknown>> } | undefined> {
  if (!isRowId(caseId)) return undefined
  return open(db)
    .selectFrom('monitoring_case')
    .select(['kind', 'evidence'])
    .where('id', '=', caseId)
    .where('enrollment_id', '=', permit.subjectId)
    .where('disposition', '=', 'for-action')
    .executeTakeFirst()
}
