/** Notices that a revalidation is due, and what is known of each: sent, came back, opened. Reads only. */
import type { Permit, Subject } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import { type NoticeFacts, type Proof, proofOf } from '#domain/time/notice-proof.ts'
import type { NoticeStage } from '#domain/time/revalidation.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { isRowId } from '../application/applications.ts'

export interface DueNotice extends NoticeFacts {
  readonly id: string
  readonly enrollmentId: string
  readonly dueOn: Day
  readonly stage: NoticeStage
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly bounceReason: string | undefined
  readonly proof: Proof
}

/** Needs no permit, because permits are minted from it: whose enrollment the notice is about. */
export async function noticeSubject(
  db: Db,
  id: string | undefined,
): Promise<(Subject & { readonly enrollmentId: string }) | undefined> {
  if (!isRowId(id)) return undefined
  const row = await open(db)
    .selectFrom('due_notice as d')
    .innerJoin('enrollment as n', 'n.id', 'd.enrollment_id')
    .select(['n.id', 'n.enrollee_id', 'n.contractor_id'])
    .where('d.id', '=', id)
    .executeTakeFirst()
  return row && { id, enrollmentId: row.id, enrolleeId: row.enrollee_id, contractorId: row.contractor_id }
}

/** Notices about these enrollments, oldest first. A message that was given up counts as come back. */
export async function listNotices(
  db: Db,
  _: Permit<'system.run' | 'decisions.view' | 'enrollment.prepare-decision' | 'enrollment.view'>,
  enrollmentIds: readonly string[],
): Promise<readonly DueNotice[]> {
  if (enrollmentIds.length === 0) return []
  const rows = await open(db)
    .selectFrom('due_notice as d')
    .innerJoin('app_user as u', 'u.id', 'd.user_id')
    .leftJoin('message as m', 'm.dedupe_key', 'd.message_key')
    .selectAll('d')
    .select(['u.display_name', 'm.sent_at', 'm.failed_at', 'm.last_error'])
    .where('d.enrollment_id', 'in', enrollmentIds)
    .orderBy('d.queued_at')
    .orderBy('d.email')
    .execute()
  return rows.map((r) => {
    const facts = {
      queuedAt: r.queued_at,
      sentAt: r.sent_at ?? undefined,
      bouncedAt: r.bounced_at ?? r.failed_at ?? undefined,
      deliveredAt: r.delivered_at ?? undefined,
      openedAt: r.opened_at ?? undefined,
    }
    return {
      ...facts,
      id: r.id,
      enrollmentId: r.enrollment_id,
      dueOn: r.due_on,
      stage: r.stage,
      userId: r.user_id,
      name: r.display_name,
      email: r.email,
      bounceReason: r.bounce_reason ?? (r.failed_at && r.last_error) ?? undefined,
      proof: proofOf(facts),
    }
  })
}
