/** Staff who sign in at their own organization: whose account an identity is, and the roles it brings. */
import type { Membership, Role } from '#domain/access/policy.ts'
import { providedRoles } from '#domain/access/provider-roles.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { insertMembership } from '../access/accounts.ts'

interface Identity {
  readonly issuer: string
  readonly subject: string
}

/** The account's id; holds the link until the transaction ends. */
export async function findIdentityOwner(tx: Db, i: Identity): Promise<string | undefined> {
  const row = await open(tx)
    .selectFrom('staff_identity')
    .select('user_id')
    .where('issuer', '=', i.issuer)
    .where('subject', '=', i.subject)
    .forUpdate()
    .executeTakeFirst()
  return row?.user_id
}

/** False when another request linked it first. */
export async function linkIdentity(tx: Db, i: Identity, userId: string, at: Date): Promise<boolean> {
  const done = await open(tx)
    .insertInto('staff_identity')
    .values({ issuer: i.issuer, subject: i.subject, user_id: userId, linked_at: at, last_used_at: at })
    .onConflict((c) => c.columns(['issuer', 'subject']).doNothing())
    .executeTakeFirst()
  return Number(done.numInsertedOrUpdatedRows ?? 0n) === 1
}

export async function noteIdentityUse(tx: Db, i: Identity, at: Date): Promise<void> {
  await open(tx)
    .updateTable('staff_identity')
    .set({ last_used_at: at })
    .where('issuer', '=', i.issuer)
    .where('subject', '=', i.subject)
    .execute()
}

/** Does this account sign in elsewhere? */
export async function hasIdentity(db: Db, userId: string): Promise<boolean> {
  const row = await open(db)
    .selectFrom('staff_identity')
    .select('user_id')
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return row !== undefined
}

/** Makes the account's staff roles those that are given: what is missing begins, what is no longer said ends. */
export async function syncStaffRoles(
  tx: Db,
  userId: string,
  given: readonly Membership[],
  at: Date,
): Promise<{ readonly begun: readonly Role[]; readonly ended: readonly Role[] }> {
  const rows = await open(tx)
    .selectFrom('membership')
    .select(['id', 'role', 'party_id'])
    .where('user_id', '=', userId)
    .where('status', '=', 'active')
    .where('role', 'in', providedRoles)
    .forUpdate()
    .execute()
  const over = rows.filter((r) => !given.some((g) => g.role === r.role && g.partyId === r.party_id))
  const missing = given.filter((g) => !rows.some((r) => r.role === g.role && r.party_id === g.partyId))
  if (over.length > 0)
    await open(tx)
      .updateTable('membership')
      .set({ status: 'ended', valid_to: at })
      .where(
        'id',
        'in',
        over.map((r) => r.id),
      )
      .execute()
  for (const { role, partyId } of missing) await insertMembership(tx, { userId, role, partyId }, at)
  return { begun: missing.map((m) => m.role), ended: over.map((r) => r.role) }
}
