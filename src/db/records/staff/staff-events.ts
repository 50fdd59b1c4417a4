/** What staff did that is no event of an account: searches, tickets, settings, contractors. Rows are only ever added. */
import { randomUUID } from 'node:crypto'
import type { ActsFor } from '#domain/access/session.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { actedFor } from '../access/auth-events.ts'

export interface NewStaffEvent {
  readonly actorId: string
  readonly action: string
  readonly subjectId: string
  readonly caller: { readonly ip: string; readonly userAgent: string; readonly actsFor?: ActsFor | undefined }
  readonly detail?: Readonly<Record<string, unknown>>
}

export async function appendStaffEvent(tx: Db, e: NewStaffEvent, at: Date): Promise<void> {
  await open(tx)
    .insertInto('staff_event')
    .values({
      id: randomUUID(),
      at,
      actor_id: e.actorId,
      acting_for: actedFor(e.actorId, e.caller)?.partyId ?? null,
      action: e.action,
      subject_id: e.subjectId,
      ip: e.caller.ip,
      user_agent: e.caller.userAgent.slice(0, 300),
      detail: JSON.stringify(e.detail ?? {}),
    })
    .execute()
}
