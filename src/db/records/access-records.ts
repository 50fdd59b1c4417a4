import { randomUUID } from 'node:crypto'
import type { Permit, Subject } from '#domain/access/policy.ts'
import type { Db } from '../db.ts'
import { open } from '../kit/open.ts'

/** Actions whose pages show somebody's personal record. */
const PERSONAL = new Set([
  'application.view',
  'application.edit',
  'application.sign',
  'application.review',
  'application.decide',
  'enrollment.view',
  'letter.view',
])

interface Viewer {
  readonly actor: { readonly userId: string }
  readonly path: string
}

/** Notes who looked at whose personal record, before the page is shown. */
export async function recordAccess(db: Db, viewer: Viewer, action: string, subject: Subject, at: Date): Promise<void> {
  if (!PERSONAL.has(action)) return
  await open(db)
    .insertInto('access_record')
    .values({
      id: randomUUID(),
      at,
      actor_id: viewer.actor.userId,
      acting_for: null,
      action,
      subject_id: subject.id,
      path: viewer.path.slice(0, 300),
    })
    .execute()
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
      acting_for: null,
      action: 'answer.reveal',
      subject_id: permit.subjectId,
      path: `${field}: ${reason}`,
    })
    .execute()
}
