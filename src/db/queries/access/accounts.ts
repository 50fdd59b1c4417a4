/** What a person may see of an account: ways to verify, contacts, recent activity. No secrets are here. */

import type { MethodsHeld } from '#domain/access/assurance.ts'
import type { AuthEventType } from '#domain/access/auth-event.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { contactsOf, methodsOf } from '../../kit/methods.ts'
import { open } from '../../kit/open.ts'

/** The ways to verify that the permit's owner has set up. */
export const listMethods = (
  db: Db,
  permit: Permit<'account.manage' | 'account.secure' | 'account.add-method' | 'dashboard.view'>,
): Promise<MethodsHeld> => methodsOf(db, permit.subjectId)

export interface Activity {
  readonly id: string
  readonly at: Date
  readonly type: AuthEventType
  readonly outcome: 'done' | 'refused'
  readonly ip: string
  readonly userAgent: string
}

/** The latest entries of the permit owner's record. */
export async function listActivity(db: Db, permit: Permit<'account.manage'>, count = 20): Promise<readonly Activity[]> {
  const rows = await open(db)
    .selectFrom('auth_event')
    .select(['id', 'at', 'type', 'outcome', 'ip', 'user_agent'])
    .where('user_id', '=', permit.subjectId)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(count)
    .execute()
  return rows.map((r) => ({
    id: r.id,
    at: r.at,
    type: r.type,
    outcome: r.outcome,
    ip: r.ip,
    userAgent: r.user_agent,
  }))
}

/** When the password was last chosen. */
export async function passwordChosenAt(db: Db, permit: Permit<'account.manage'>): Promise<Date | undefined> {
  const row = await open(db)
    .selectFrom('app_user')
    .select('password_changed_at')
    .where('id', '=', permit.subjectId)
    .executeTakeFirst()
  return row?.password_changed_at ?? undefined
}

/** The permit owner's verified e-mail addresses, oldest first. */
export const listEmails = (db: Db, permit: Permit<'account.manage'>): Promise<readonly string[]> =>
  contactsOf(db, permit.subjectId, 'email')
