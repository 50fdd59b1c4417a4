/** Puts an administrator's change in force, within the caller's transaction, after whoever had to agree did. */
import { randomUUID } from 'node:crypto'
import type { Db } from '#db/db.ts'
import { findContractor } from '#db/queries/contractors.ts'
import { findAccount, insertMembership } from '#db/records/access/accounts.ts'
import { appendAuthEvent } from '#db/records/access/auth-events.ts'
import { saveContact } from '#db/records/access/factors.ts'
import { insertFlow } from '#db/records/access/flows.ts'
import { endSessions } from '#db/records/access/sessions.ts'
import { queueMessage } from '#db/records/messages.ts'
import { countHolders, endMembership, insertInvitedAccount } from '#db/records/staff/accounts.ts'
import { changeSetting, giveStates } from '#db/records/staff/administration.ts'
import { parseUserId } from '#domain/access/user-id.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { type AdminChange, contractorRoles } from '#domain/settings/admin-change.ts'
import { METHODS } from '#domain/settings/settings.ts'
import { newSeed } from '#outside/totp.ts'
import { type Caller, newToken, type Writer } from '#use-cases/account/identity.ts'
import { tellOwner } from '#use-cases/account/tell-owner.ts'
import { ADMINS_MIN, checkAllowed } from './allowed-methods.ts'

export interface Applied {
  readonly change: AdminChange
  readonly reason: string
  readonly by: string
  readonly approvedBy: string | undefined
  readonly caller: Caller
}

/** Refuses with `user-id-shape`, `user-id-taken`, `not-found`, `no-contractor`, `already-so`, `last-admin`, or like `checkAllowed`. */
export async function applyChange(tx: Db, identity: Writer, a: Applied, now: Date): Promise<Result<undefined>> {
  const { change } = a
  const said = { reason: a.reason, changedBy: a.by, approvedBy: a.approvedBy }
  switch (change.kind) {
    case 'set-setting':
      await changeSetting(tx, { name: change.name, value: change.value, ...said }, now)
      return ok(undefined)
    case 'allow-methods': {
      const may = await checkAllowed(tx, identity.site, change.methods)
      if (!may.ok) return may
      await changeSetting(tx, { name: METHODS, value: change.methods, ...said }, now)
      return ok(undefined)
    }
    case 'contractor-states':
      if (!(await findContractor(tx, change.contractorId))) return refuse({ code: 'not-found' })
      await giveStates(tx, change.contractorId, change.states)
      return ok(undefined)
    case 'invite-staff':
      return inviteStaff(tx, identity, change, a, now)
    case 'give-role': {
      const account = await findAccount(tx, change.userId, 'locked')
      if (!account) return refuse({ code: 'not-found' })
      if (!(await isPartyOf(tx, change.role, change.partyId))) return refuse({ code: 'required', at: 'partyId' })
      await insertMembership(tx, change, now)
      await tellOwner(
        tx,
        account.id,
        'role-given',
        identity.words.mails.roleGiven(account.displayName, identity.words.delegation.roles[change.role]),
        now,
      )
      return ok(undefined)
    }
    case 'end-role': {
      if (change.role === 'admin' && (await countHolders(tx, 'admin')) <= ADMINS_MIN)
        return refuse({ code: 'last-admin' })
      const ended = await endMembership(tx, change.membershipId, now)
      if (!ended || ended.userId !== change.userId) return refuse({ code: 'already-so' })
      // What the role opened is over at once.
      await endSessions(tx, { userId: ended.userId }, 'ended-by-staff', now)
      const account = await findAccount(tx, ended.userId)
      if (account)
        await tellOwner(
          tx,
          account.id,
          'role-ended',
          identity.words.mails.roleEnded(account.displayName, identity.words.delegation.roles[change.role]),
          now,
        )
      return ok(undefined)
    }
  }
}

async function inviteStaff(
  tx: Db,
  { site, words }: Writer,
  change: Extract<AdminChange, { kind: 'invite-staff' }>,
  a: Applied,
  now: Date,
): Promise<Result<undefined>> {
  const loginId = parseUserId(change.loginId)
  if (!loginId.ok) return refuse({ ...loginId.problem, at: 'loginId' })
  if (!(await isPartyOf(tx, change.role, change.partyId))) return refuse({ code: 'required', at: 'partyId' })
  const id = randomUUID()
  if (!(await insertInvitedAccount(tx, { id, loginId: loginId.value, displayName: change.name }, now)))
    return refuse({ code: 'user-id-taken', at: 'loginId' })
  await saveContact(tx, { userId: id, kind: 'email', value: change.email, useForMfa: false, notify: true }, now)
  await insertMembership(tx, { userId: id, role: change.role, partyId: change.partyId }, now)
  const token = newToken()
  await insertFlow(
    tx,
    { token, kind: 'invitation', userId: id, content: { choosesPassword: true, seed: newSeed() } },
    now,
  )
  await appendAuthEvent(tx, { type: 'account-created', userId: id, actorId: a.by, caller: a.caller }, now)
  const link = `${site.origin}/set-up-access?token=${token}`
  const mail = words.mails.staffInvited(change.name, site.product, loginId.value, link)
  await queueMessage(tx, { channel: 'email', recipient: change.email, template: 'staff-invited', ...mail }, now)
  return ok(undefined)
}

/** Roles of a contractor need one that exists; the others none. */
const isPartyOf = async (tx: Db, role: (typeof contractorRoles)[number], partyId: string): Promise<boolean> =>
  contractorRoles.includes(role) ? (await findContractor(tx, partyId)) !== undefined : partyId === ''
