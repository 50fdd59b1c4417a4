/** Creating an account from an invitation: the mailed link has proven the address, so it begins at the user ID. */
import type { Db } from '#db/db.ts'
import { findInvitation } from '#db/queries/delegation/people.ts'
import { insertFlow } from '#db/records/access/flows.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { type EntryPermit, newToken } from '../identity.ts'

/** Refuses with `link-used`. The invitation itself is used up only when the account comes into being. */
export async function startInvitedRegistration(
  db: Db,
  permit: EntryPermit,
  invitationToken: string,
  now: Date,
): Promise<Result<{ readonly flowToken: string }>> {
  const invitation = await findInvitation(db, permit, invitationToken, now)
  if (!invitation) return refuse({ code: 'link-used' })
  const flowToken = newToken()
  const [firstName = '', ...rest] = invitation.name.split(/\s+/)
  const content = {
    kind: 'invited' as const,
    email: invitation.email,
    emailConfirmed: true,
    firstName,
    lastName: rest.join(' '),
    invitationToken,
  }
  await insertFlow(db, { token: flowToken, kind: 'register', content }, now)
  return ok({ flowToken })
}
