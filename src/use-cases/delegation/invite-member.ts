/** Invites somebody to act for a party: a link by mail that works once, for seven days, and does nothing by being opened. */
import type { Db } from '#db/db.ts'
import { findParty } from '#db/queries/delegation/parties.ts'
import { listInvitations, listMembers } from '#db/queries/delegation/people.ts'
import { appendAuthEvent } from '#db/records/access/auth-events.ts'
import { holdParty } from '#db/records/delegation/hold-party.ts'
import { cancelInvitation, insertInvitation, renewInvitation } from '#db/records/delegation/members.ts'
import { queueMessage } from '#db/records/messages.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import {
  capacityOf,
  type DelegatedFunction,
  type GivenRole,
  invitationDays,
  mostInvitations,
  rolesToGive,
  withView,
} from '#domain/access/delegation.ts'
import type { Permit } from '#domain/access/policy.ts'
import { after } from '#domain/access/session.ts'
import { foldEmail } from '#domain/access/user-id.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { type Caller, newToken } from '../account/identity.ts'
import type { Teller } from './tell-parties.ts'

type ManagePermit = Permit<'people.manage'>
export interface InviteInput {
  readonly email: string
  readonly name: string
  readonly role: GivenRole
  /** Of a staff end user; access managers have all. */
  readonly functions: readonly DelegatedFunction[]
}

const validUntil = (now: Date) => after(now, invitationDays * 86_400_000)

/** Refuses with `role-not-yours`, `functions-needed`, `invitation-open` or `too-many-items`. */
export async function inviteMember(
  db: Db,
  permit: ManagePermit,
  teller: Teller,
  input: InviteInput,
  caller: Caller,
  now: Date,
): Promise<Result<{ readonly invitationId: string }>> {
  const partyId = permit.subjectId
  const email = foldEmail(input.email)
  if (!rolesToGive(permit.actor, partyId).includes(input.role)) return refuse({ code: 'role-not-yours', at: 'role' })
  const staff = input.role === 'staff-end-user'
  if (staff && input.functions.length === 0) return refuse({ code: 'functions-needed', at: 'functions' })
  return transactOrRefuse(db, async (tx) => {
    await holdParty(tx, permit)
    const open = await listInvitations(tx, permit)
    if (open.some((i) => i.email === email && i.expiresAt > now))
      return refuse({ code: 'invitation-open', at: 'email' })
    if (open.length >= mostInvitations) return refuse({ code: 'too-many-items', with: { max: mostInvitations } })
    const token = newToken()
    const invitationId = await insertInvitation(
      tx,
      {
        partyId,
        role: input.role,
        functions: staff ? withView(input.functions) : undefined,
        email,
        name: input.name,
        token,
        invitedBy: permit.actor.userId,
        expiresAt: validUntil(now),
      },
      now,
    )
    await send(tx, permit, teller, { email, name: input.name, role: input.role, token }, now)
    await note(tx, permit, 'invited', { role: input.role, invitation: invitationId }, caller, now)
    return ok({ invitationId })
  })
}

/** A new link; the old one is dead. Refuses with `over-already`. */
export const resendInvitation = (
  db: Db,
  permit: ManagePermit,
  teller: Teller,
  id: string,
  caller: Caller,
  now: Date,
): Promise<Result<null>> =>
  transactOrRefuse(db, async (tx) => {
    const invitation = (await listInvitations(tx, permit)).find((i) => i.id === id)
    const token = newToken()
    if (!invitation || !(await renewInvitation(tx, id, permit.subjectId, { token, expiresAt: validUntil(now) }, now)))
      return refuse({ code: 'over-already' })
    await send(tx, permit, teller, { ...invitation, token }, now)
    await note(tx, permit, 'invited', { role: invitation.role, invitation: id }, caller, now)
    return ok(null)
  })

/** Refuses with `over-already`. */
export const withdrawInvitation = (
  db: Db,
  permit: ManagePermit,
  id: string,
  caller: Caller,
  now: Date,
): Promise<Result<null>> =>
  transactOrRefuse(db, async (tx) => {
    if (!(await cancelInvitation(tx, id, permit.subjectId, now))) return refuse({ code: 'over-already' })
    await note(tx, permit, 'invitation-cancelled', { invitation: id }, caller, now)
    return ok(null)
  })

async function send(
  tx: Db,
  permit: ManagePermit,
  { site, words }: Teller,
  to: { readonly email: string; readonly name: string; readonly role: string; readonly token: string },
  now: Date,
): Promise<void> {
  const party = await findParty(tx, permit.subjectId)
  const inviter = (await listMembers(tx, permit)).find((m) => m.userId === permit.actor.userId)
  const mail = words.mails.invitation({
    name: to.name,
    inviter: inviter?.name ?? party?.name ?? '',
    party: party?.name ?? '',
    role: words.delegation.roles[to.role as 'staff-end-user'],
    product: site.product,
    days: invitationDays,
    link: `${site.origin}/invitation?token=${to.token}`,
  })
  await queueMessage(tx, { channel: 'email', recipient: to.email, template: 'invitation', ...mail }, now)
}

/** The line in the record of the person who acted, with the party acted for and the role in which. */
export async function note(
  tx: Db,
  permit: Permit<'people.manage' | 'surrogacy.agree'>,
  type: 'invited' | 'invitation-cancelled' | 'role-changed' | 'role-ended' | 'surrogacy-asked',
  detail: Readonly<Record<string, string>>,
  caller: Caller,
  now: Date,
): Promise<void> {
  const capacity = capacityOf(permit.actor, { enrolleeId: permit.subjectId })
  await appendAuthEvent(
    tx,
    { type, userId: permit.actor.userId, caller, detail, actingFor: permit.subjectId, capacity: capacity?.role },
    now,
  )
}
