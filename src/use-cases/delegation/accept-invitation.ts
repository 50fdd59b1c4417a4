/** Accepts an invitation, for an account that exists or for one that is just being created. */
import type { Db } from '#db/db.ts'
import { findInvitation, type Invitation } from '#db/queries/delegation/people.ts'
import { findAccount } from '#db/records/access/accounts.ts'
import { appendAuthEvent } from '#db/records/access/auth-events.ts'
import { insertMember, takeInvitation } from '#db/records/delegation/members.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import type { Caller, EntryPermit, OwnPermit } from '../account/identity.ts'
import { tellOwner } from '../account/tell-owner.ts'
import type { Teller } from './tell-parties.ts'

/** Refuses with `link-used` (used, cancelled or too old) or `already-member`. */
export const acceptInvitation = (
  db: Db,
  permit: OwnPermit,
  teller: Teller,
  token: string,
  caller: Caller,
  now: Date,
): Promise<Result<Invitation>> =>
  transactOrRefuse(db, (tx) => takeInvitationFor(tx, permit, teller, { token, userId: permit.subjectId }, caller, now))

/** Within the caller's transaction, which must roll back when this refuses. */
export async function takeInvitationFor(
  tx: Db,
  permit: EntryPermit | OwnPermit,
  { words, site }: Teller,
  { token, userId }: { readonly token: string; readonly userId: string },
  caller: Caller,
  now: Date,
): Promise<Result<Invitation>> {
  const invitation = await findInvitation(tx, permit, token, now)
  if (!invitation || !(await takeInvitation(tx, token, userId, now))) return refuse({ code: 'link-used' })
  const { role, functions, partyId, invitedBy } = invitation
  if (!(await insertMember(tx, { userId, partyId, role, functions, addedBy: invitedBy }, now)))
    return refuse({ code: 'already-member' })
  await appendAuthEvent(
    tx,
    { type: 'invitation-accepted', userId, caller, detail: { role }, actingFor: partyId, capacity: role },
    now,
  )
  const [account, inviter] = [await findAccount(tx, userId), await findAccount(tx, invitedBy)]
  const mail = words.mails.invitationAccepted({
    inviter: inviter?.displayName ?? '',
    name: account?.displayName ?? '',
    loginId: account?.loginId ?? '',
    link: `${site.origin}/people/${partyId}`,
    helpDesk: site.helpDesk.phone,
  })
  await tellOwner(tx, invitedBy, 'invitation-accepted', mail, now)
  return ok(invitation)
}
