/** Writes of roles and invitations. Roles are ended, never deleted. */
import { randomUUID } from 'node:crypto'
import type { DelegatedFunction } from '#domain/access/delegation.ts'
import type { Role } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { tokenHash } from '../../kit/token.ts'
import { handOverRosters } from '../enrollment/roster-heirs.ts'

export interface NewMember {
  readonly userId: string
  readonly partyId: string
  readonly role: Role
  readonly functions: readonly DelegatedFunction[] | undefined
  readonly title?: string
  readonly addedBy: string
}
const functionsText = (f: readonly DelegatedFunction[] | undefined) => (f ? JSON.stringify(f) : null)

/** Gives a role; false when the person has a role there already. The party's roles are held while it looks. */
export async function insertMember(tx: Db, m: NewMember, at: Date): Promise<boolean> {
  const there = await open(tx)
    .selectFrom('membership')
    .select('user_id')
    .where('party_id', '=', m.partyId)
    .where('status', '=', 'active')
    .forUpdate()
    .execute()
  if (there.some((r) => r.user_id === m.userId)) return false
  await open(tx)
    .insertInto('membership')
    .values({
      id: randomUUID(),
      user_id: m.userId,
      role: m.role,
      party_id: m.partyId,
      status: 'active',
      valid_from: at,
      functions: functionsText(m.functions),
      title: m.title ?? null,
      added_by: m.addedBy,
    })
    .execute()
  return true
}

/** Another role or other functions; false when the role ended meanwhile. */
export async function changeMember(
  tx: Db,
  id: string,
  to: { readonly role: Role; readonly functions: readonly DelegatedFunction[] | undefined },
): Promise<boolean> {
  const done = await open(tx)
    .updateTable('membership')
    .set({ role: to.role, functions: functionsText(to.functions) })
    .where('id', '=', id)
    .where('status', '=', 'active')
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** False when it had ended already. */
export async function endMember(tx: Db, id: string, by: string, at: Date): Promise<boolean> {
  const done = await open(tx)
    .updateTable('membership')
    .set({ status: 'ended', valid_to: at, ended_by: by })
    .where('id', '=', id)
    .where('status', '=', 'active')
    .returning(['user_id', 'party_id'])
    .executeTakeFirst()
  if (done) await handOverRosters(tx, done.user_id, done.party_id)
  return done !== undefined
}

/** Ends the roles of one kind at a party, except of one person, and returns whose they were. */
export async function endRole(
  tx: Db,
  at: { readonly partyId: string; readonly role: Role; readonly except: string; readonly by: string },
  now: Date,
): Promise<readonly string[]> {
  const rows = await open(tx)
    .updateTable('membership')
    .set({ status: 'ended', valid_to: now, ended_by: at.by })
    .where('party_id', '=', at.partyId)
    .where('role', '=', at.role)
    .where('user_id', '<>', at.except)
    .where('status', '=', 'active')
    .returning('user_id')
    .execute()
  for (const row of rows) await handOverRosters(tx, row.user_id, at.partyId)
  return rows.map((r) => r.user_id)
}

export interface NewInvitation {
  readonly partyId: string
  readonly role: Role
  readonly functions: readonly DelegatedFunction[] | undefined
  readonly email: string
  readonly name: string
  readonly token: string
  readonly invitedBy: string
  readonly expiresAt: Date
}

/** Returns its id. */
export async function insertInvitation(tx: Db, i: NewInvitation, at: Date): Promise<string> {
  const id = randomUUID()
  await open(tx)
    .insertInto('invitation')
    .values({
      id,
      party_id: i.partyId,
      role: i.role,
      functions: functionsText(i.functions),
      email: i.email,
      name: i.name,
      token_hash: tokenHash(i.token),
      invited_by: i.invitedBy,
      invited_at: at,
      sent_at: at,
      expires_at: i.expiresAt,
    })
    .execute()
  return id
}

const openOne = (tx: Db, id: string, partyId: string) =>
  open(tx)
    .updateTable('invitation')
    .where('id', '=', id)
    .where('party_id', '=', partyId)
    .where('accepted_at', 'is', null)
    .where('cancelled_at', 'is', null)

/** A new link for an open invitation: the old one is dead. False when it is not open. */
export async function renewInvitation(
  tx: Db,
  id: string,
  partyId: string,
  to: { readonly token: string; readonly expiresAt: Date },
  at: Date,
): Promise<boolean> {
  const set = { token_hash: tokenHash(to.token), sent_at: at, expires_at: to.expiresAt }
  return (await openOne(tx, id, partyId).set(set).executeTakeFirst()).numUpdatedRows === 1n
}

export async function cancelInvitation(tx: Db, id: string, partyId: string, at: Date): Promise<boolean> {
  return (await openOne(tx, id, partyId).set({ cancelled_at: at }).executeTakeFirst()).numUpdatedRows === 1n
}

/** Uses a link up: true for exactly one caller. */
export async function takeInvitation(tx: Db, token: string, userId: string, at: Date): Promise<boolean> {
  const done = await open(tx)
    .updateTable('invitation')
    .set({ accepted_at: at, accepted_by: userId })
    .where('token_hash', '=', tokenHash(token))
    .where('accepted_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
