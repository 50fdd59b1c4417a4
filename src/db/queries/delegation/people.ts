/** The people of a party and those who were invited. */
import type { DelegatedFunction } from '#domain/access/delegation.ts'
import type { Permit, Role } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { tokenHash } from '../../kit/token.ts'
import { isRowId } from '../application/applications.ts'

type PeoplePermit = Permit<'people.view' | 'people.manage'>

export interface Member {
  readonly id: string
  readonly userId: string
  readonly name: string
  readonly loginId: string
  readonly role: Role
  readonly title: string | undefined
  /** Undefined is all of them. */
  readonly functions: readonly DelegatedFunction[] | undefined
  readonly since: Date
}

const members = (db: Db, partyId: string) =>
  open(db)
    .selectFrom('membership as m')
    .innerJoin('app_user as u', 'u.id', 'm.user_id')
    .select(['m.id', 'm.user_id', 'u.display_name', 'u.login_id', 'm.role', 'm.title', 'm.functions', 'm.valid_from'])
    .where('m.party_id', '=', partyId)
    .where('m.status', '=', 'active')
    .where('u.status', '=', 'active')

type MemberRow = Awaited<ReturnType<ReturnType<typeof members>['executeTakeFirstOrThrow']>>
const memberOf = (r: MemberRow): Member => ({
  id: r.id,
  userId: r.user_id,
  name: r.display_name,
  loginId: r.login_id,
  role: r.role,
  title: r.title ?? undefined,
  functions: r.functions ?? undefined,
  since: r.valid_from,
})

/** Everybody with a role at the permit's party, by name. */
export async function listMembers(db: Db, permit: PeoplePermit): Promise<readonly Member[]> {
  return (await members(db, permit.subjectId).orderBy('u.display_name').orderBy('m.id').execute()).map(memberOf)
}

export async function findMember(db: Db, permit: PeoplePermit, id: string | undefined): Promise<Member | undefined> {
  if (!isRowId(id)) return undefined
  const row = await members(db, permit.subjectId).where('m.id', '=', id).executeTakeFirst()
  return row && memberOf(row)
}

export interface Invitation {
  readonly id: string
  readonly partyId: string
  readonly role: Role
  readonly functions: readonly DelegatedFunction[] | undefined
  readonly email: string
  readonly name: string
  readonly invitedBy: string
  readonly sentAt: Date
  readonly expiresAt: Date
}

const invitations = (db: Db) =>
  open(db).selectFrom('invitation').selectAll().where('accepted_at', 'is', null).where('cancelled_at', 'is', null)
type InvitationRow = Awaited<ReturnType<ReturnType<typeof invitations>['executeTakeFirstOrThrow']>>
const invitationOf = (r: InvitationRow): Invitation => ({
  id: r.id,
  partyId: r.party_id,
  role: r.role,
  functions: r.functions ?? undefined,
  email: r.email,
  name: r.name,
  invitedBy: r.invited_by,
  sentAt: r.sent_at,
  expiresAt: r.expires_at,
})

/** Invitations of the permit's party that nobody accepted or cancelled, expired ones included, the newest first. */
export async function listInvitations(db: Db, permit: PeoplePermit): Promise<readonly Invitation[]> {
  const rows = await invitations(db).where('party_id', '=', permit.subjectId).orderBy('invited_at', 'desc').execute()
  return rows.map(invitationOf)
}

/** The open invitation of a mailed link; undefined when it was used, cancelled or is too old. */
export async function findInvitation(
  db: Db,
  _: Permit<'account.enter' | 'account.manage'>,
  token: string | undefined,
  now: Date,
): Promise<Invitation | undefined> {
  if (!token) return undefined
  const row = await invitations(db)
    .where('token_hash', '=', tokenHash(token))
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row && invitationOf(row)
}
