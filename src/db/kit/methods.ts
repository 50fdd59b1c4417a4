/**
 * What a user has to verify with. Here, and not among the queries, because before sign-in no permit covers it:
 * use-cases reach it through db/records/access/methods.ts, pages only for the visitor's own account.
 */
import type { Kysely } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Holder, MethodsHeld } from '#domain/access/assurance.ts'
import { isStaff } from '#domain/access/session.ts'
import type { Db } from '../db.ts'
import { open } from './open.ts'
import { type At, statement } from './statement.ts'
import type { Tables } from './tables.ts'

/** The columns of `methodsFrom`, each a list as JSON, for a statement that asks for more besides. */
export const methodColumns = (k: Kysely<Tables>, userId: string) =>
  [
    jsonArrayFrom(
      k
        .selectFrom('contact')
        .select(['id', 'kind', 'value', 'verified_at'])
        .where('user_id', '=', userId)
        .where('use_for_mfa', '=', true)
        .orderBy('verified_at'),
    ).as('contacts'),
    jsonArrayFrom(
      k
        .selectFrom('totp')
        .select(['id', 'label', 'confirmed_at'])
        .where('user_id', '=', userId)
        .orderBy('confirmed_at'),
    ).as('apps'),
    k
      .selectFrom('recovery_code')
      .select((e) => e.fn.countAll<number>().as('n'))
      .where('user_id', '=', userId)
      .where('used_at', 'is', null)
      .as('codes_left'),
    jsonArrayFrom(
      k
        .selectFrom('passkey')
        .select(['id', 'label', 'created_at'])
        .where('user_id', '=', userId)
        .where('suspect_at', 'is', null)
        .orderBy('created_at'),
    ).as('passkeys'),
    jsonArrayFrom(
      k
        .selectFrom('app_user as u')
        .leftJoin('membership as m', (j) => j.onRef('m.user_id', '=', 'u.id').on('m.status', '=', 'active'))
        .select(['u.mfa_policy', 'm.role', 'm.party_id'])
        .where('u.id', '=', userId),
    ).as('holders'),
  ] as const

const methodRow = statement((k, at: At<{ userId: string }>) => k.selectNoFrom(methodColumns(k, at('userId'))))
export type MethodRow = Awaited<ReturnType<typeof methodRow>>[number]

/** The ways to verify that a user has set up. */
export const methodsOf = async (db: Db, userId: string): Promise<MethodsHeld> =>
  methodsFrom((await methodRow(db, { userId }))[0]!)

/** The same from the columns of a statement. */
export function methodsFrom(row: MethodRow): MethodsHeld {
  const of = (kind: 'email' | 'phone') =>
    row.contacts
      .filter((c) => c.kind === kind)
      .map((c) => ({ id: c.id, value: c.value, since: new Date(c.verified_at) }))
  return {
    holder: holderOf(row.holders),
    passkeys: row.passkeys.map((p) => ({ id: p.id, label: p.label, since: new Date(p.created_at) })),
    apps: row.apps.map((a) => ({ id: a.id, label: a.label, since: new Date(a.confirmed_at) })),
    phones: of('phone'),
    emails: of('email'),
    recoveryCodesLeft: Number(row.codes_left),
  }
}

/** Staff by any role that is not over; the account's own policy may ask for more still. */
function holderOf(rows: MethodRow['holders']): Holder {
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
