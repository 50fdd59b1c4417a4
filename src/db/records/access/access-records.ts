import { randomUUID } from 'node:crypto'
import type { Insertable } from 'kysely'
import { capacityOf } from '#domain/access/delegation.ts'
import { type Action, type Actor, can, type Permit, type Subject } from '#domain/access/policy.ts'
import { type Acting, actsFor } from '#domain/access/session.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { type At, statement } from '../../kit/statement.ts'
import type { Tables } from '../../kit/tables.ts'

/** Actions whose pages show somebody's personal record. */
const PERSONAL = new Set([
  'application.view',
  'application.edit',
  'application.sign',
  'case.view',
  'application.review',
  'application.decide',
  'enrollment.view',
  'letter.view',
  'affiliation.view',
  'affiliation.answer',
  'affiliation.sign',
  'affiliation.review',
  'affiliation.determine',
  'affiliation.search',
  'account.support',
  'ticket.handle',
  'audit.view',
])

interface Viewer {
  readonly actor: Actor
  readonly path: string
  readonly ip: string
  readonly userAgent: string
  /** For whom the viewer acts by their session, where the subject itself does not say it. */
  readonly acting?: Acting | undefined
}

type AccessRow = Required<Omit<Insertable<Tables['access_record']>, 'audit_seq'>>

const insertAccess = statement((k, at: At<AccessRow>) =>
  k.insertInto('access_record').values({
    id: at('id'),
    at: at('at'),
    actor_id: at('actor_id'),
    acting_for: at('acting_for'),
    action: at('action'),
    subject_id: at('subject_id'),
    path: at('path'),
    outcome: at('outcome'),
    ip: at('ip'),
    user_agent: at('user_agent'),
  }),
)

/** Notes who looked at whose personal record, before the page is shown. */
export async function recordAccess(db: Db, viewer: Viewer, action: string, subject: Subject, at: Date): Promise<void> {
  if (!PERSONAL.has(action)) return
  await insertAccess(db, {
    id: randomUUID(),
    at,
    actor_id: viewer.actor.userId,
    acting_for:
      capacityOf(viewer.actor, subject)?.actingFor ?? actsFor(viewer.actor.userId, viewer.acting)?.partyId ?? null,
    action,
    subject_id: subject.id,
    path: viewer.path.slice(0, 300),
    // Who was turned away is noted too.
    outcome: can(viewer.actor, action as Action, subject) ? 'done' : 'refused',
    ip: viewer.ip,
    user_agent: viewer.userAgent,
  })
}

/** Notes who opened which hidden answer, and why; `field` is "section/item/question". */
export async function recordReveal(
  db: Db,
  permit: Permit<'application.review'>,
  field: string,
  reason: string,
  at: Date,
): Promise<void> {
  await open(db)
    .insertInto('access_record')
    .values({
      id: randomUUID(),
      at,
      actor_id: permit.actor.userId,
      acting_for: capacityOf(permit.actor, permit.subject)?.actingFor ?? null,
      action: 'answer.reveal',
      subject_id: permit.subjectId,
      path: `${field}: ${reason}`,
    })
    .execute()
}
