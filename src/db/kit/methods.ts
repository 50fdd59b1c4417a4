/**
 * What a user has to verify with. Here, and not among the queries, because before sign-in no permit covers it:
 * use-cases reach it through db/records/access/methods.ts, pages only for the visitor's own account.
 */
import type { Holder, MethodsHeld } from '#domain/access/assurance.ts'
import { isStaff } from '#domain/access/session.ts'
import type { Db } from '../db.ts'
import { open } from './open.ts'

/** The ways to verify that a user has set up. */
export async function methodsOf(db: Db, userId: string): Promise<MethodsHeld> {
  const contacts = await open(db)
    .selectFrom('contact')
    .select(['id', 'kind', 'value', 'verified_at'])
    .where('user_id', '=', userId)
    .where('use_for_mfa', '=', true)
    .orderBy('verified_at')
    .execute()
  const apps = await open(db)
    .selectFrom('totp')
    .select(['id', 'label', 'confirmed_at'])
    .where('user_id', '=', userId)
    .orderBy('confirmed_at')
    .execute()
  const left = await open(db)
    .selectFrom('recovery_code')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  const passkeys = await open(db)
    .selectFrom('passkey')
    .select(['id', 'label', 'created_at'])
    .where('user_id', '=', userId)
    .where('suspect_at', 'is', null)
    .orderBy('created_at')
    .execute()
  const of = (kind: 'email' | 'phone') =>
    contacts.filter((c) => c.kind === kind).map((c) => ({ id: c.id, value: c.value, since: c.verified_at }))
  return {
    holder: await holderOf(db, userId),
    passkeys: passkeys.map((p) => ({ id: p.id, label: p.label, since: p.created_at })),
    apps: apps.map((a) => ({ id: a.id, label: a.label, since: a.confirmed_at })),
    phones: of('phone'),
    emails: of('email'),
    recoveryCodesLeft: Number(left.n),
  }
}

/** Staff by any role that is not over; the account's own policy may ask for more still. */
async function holderOf(db: Db, userId: string): Promise<Holder> {
  const rows = await open(db)
    .selectFrom('app_user as u')
    .leftJoin('membership as m', (j) => j.onRef('m.user_id', '=', 'u.id').on('m.status', '=', 'active'))
    .select(['u.mfa_policy', 'm.role', 'm.party_id'])
    .where('u.id', '=', userId)
    .execute()
  if (rows[0]?.mfa_policy === 'phishing-resistant') return 'phishing-resistant'
  const roles = rows.flatMap((r) => (r.role === null ? [] : [{ role: r.role, partyId: r.party_id ?? '' }]))
  return isStaff(roles) ? 'staff' : 'anyone'
}

/** A person's verified addresses of one kind, whether codes go there or not. */
export async function contactsOf(db: Db, userId: string, kind: 'email' | 'phone'): Promise<readonly string[]> {
  const rows = await open(db)
    .selectFrom('contact')
    .select('value')
    .where('user_id', '=', userId)
    .where('kind', '=', kind)
    .orderBy('verified_at')
    .execute()
  return rows.map((r) => r.value)
}
