/** Rosa Vega's draft of a change: her enrollment is approved, and mail should go to another box. */
import { open } from '#db/kit/open.ts'
import { findFile } from '#db/queries/application/application-file.ts'
import { findAccountByLoginId } from '#db/records/access/accounts.ts'
import { type Actor, authorize } from '#domain/access/policy.ts'
import { ONLY_ITEM } from '#forms/kit/section.ts'
import { saveSection } from '#use-cases/application/save-section.ts'
import { startChange } from '#use-cases/application/start-change.ts'
import { demoParties } from '../accounts/people.ts'
import { must, permitted, type Stage } from './application-case.ts'

/** Does nothing when she has no enrollment, or began a change of it before. */
export async function startRosasChange(s: Stage, at: Date): Promise<void> {
  const account = await findAccountByLoginId(s.db, 'rosa.vega')
  const enrollment = await open(s.db)
    .selectFrom('enrollment as e')
    .innerJoin('enrollee as p', 'p.id', 'e.enrollee_id')
    .leftJoin('application as a', (j) => j.onRef('a.enrollment_id', '=', 'e.id').on('a.reason', '=', 'change'))
    .select(['e.id', 'e.enrollee_id', 'a.id as change'])
    .where('p.npi', '=', demoParties.rosaVega.npi)
    .executeTakeFirst()
  if (!account || !enrollment || enrollment.change) return
  const partyId = enrollment.enrollee_id
  const actor: Actor = { userId: account.id, memberships: [{ role: 'individual-provider', partyId }] }
  const permit = must(authorize(actor, 'application.start', { id: partyId, enrolleeId: partyId }), 'change')
  const input = { reason: 'change' as const, enrollmentId: enrollment.id, tasks: ['mail'] }
  const { applicationId } = must(await startChange(s.db, permit, input, at), 'change')
  const edit = await permitted(s, actor, 'application.edit', applicationId)
  const before = (await findFile(s.db, edit)).correspondence?.[0]
  if (!before) return
  const { line2: _, ...kept } = before.answers
  const answers = { ...kept, line1: 'PO Box 118', zip: '627010118' }
  const saved = { sectionId: 'correspondence', itemId: ONLY_ITEM, answers, seenVersion: before.version }
  must(await saveSection(s.db, edit, saved, at), 'new mailing address')
}
