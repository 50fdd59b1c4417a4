/**
 * What the help desk may do about an account: each act with a reason, an event in the account's history and a mail to
 * its owner. Nobody here sees or sets a password or a code.
 */
import type { Db } from '#db/db.ts'
import { unlockFactors } from '#db/records/access/account-safety.ts'
import { findAccount } from '#db/records/access/accounts.ts'
import { appendAuthEvent } from '#db/records/access/auth-events.ts'
import { clearCounter } from '#db/records/access/counters.ts'
import { endFlowsOf } from '#db/records/access/flows.ts'
import { insertRecoveryRequest } from '#db/records/access/recovery-requests.ts'
import { endSessions } from '#db/records/access/sessions.ts'
import { forgetDevices, setAccountStatus } from '#db/records/staff/accounts.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import type { AuthEventType } from '#domain/access/auth-event.ts'
import { limits } from '#domain/access/limits.ts'
import type { Permit } from '#domain/access/policy.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { REASON_MIN } from '#domain/review/screening/screening.ts'
import { type Caller, keyOfLogin, type Writer } from '#use-cases/account/identity.ts'
import { tellOwner, warnOwner } from '#use-cases/account/tell-owner.ts'

export const supportActs = ['unlock', 'send-link', 'send-user-id', 'end-sessions', 'suspend', 'restore'] as const
export type SupportAct = (typeof supportActs)[number]
export const isSupportAct = (t: string | undefined): t is SupportAct =>
  (supportActs as readonly (string | undefined)[]).includes(t)

const eventOf: Readonly<Record<SupportAct, AuthEventType>> = {
  unlock: 'staff-unlocked',
  'send-link': 'staff-sent-link',
  'send-user-id': 'staff-sent-user-id',
  'end-sessions': 'staff-ended-sessions',
  suspend: 'suspended',
  restore: 'restored',
}

/** Refuses with `reason-needed`, `own-account`, `not-found`, or `already-so` when there is nothing to do any more. */
export async function supportAccount(
  db: Db,
  permit: Permit<'account.support'>,
  identity: Writer,
  input: { readonly act: SupportAct; readonly reason: string },
  caller: Caller,
  now: Date,
): Promise<Result<undefined>> {
  const reason = readReason(input.reason)
  if (!reason.ok) return reason
  const userId = permit.subjectId
  if (userId === permit.actor.userId) return refuse({ code: 'own-account' })
  return transactOrRefuse(db, async (tx) => {
    const account = await findAccount(tx, userId, 'locked')
    if (!account) return refuse({ code: 'not-found' })
    switch (input.act) {
      case 'unlock':
        for (const [limit, key] of lockKeys(identity, account)) await clearCounter(tx, limit, key)
        await forgetDevices(tx, userId)
        await unlockFactors(tx, userId)
        break
      case 'send-link':
      case 'send-user-id':
        if (account.status !== 'active') return refuse({ code: 'already-so' })
        await insertRecoveryRequest(
          tx,
          { kind: input.act === 'send-link' ? 'password-link' : 'user-id', name: account.loginId, ip: caller.ip },
          now,
        )
        break
      case 'end-sessions':
        await endSessions(tx, { userId }, 'ended-by-staff', now)
        break
      case 'suspend':
        if (!(await setAccountStatus(tx, userId, 'suspended'))) return refuse({ code: 'already-so' })
        await endSessions(tx, { userId }, 'suspended', now)
        await endFlowsOf(tx, userId, [
          'reset',
          'reset-code',
          'unlock',
          'sign-in',
          'step-up',
          'set-up-access',
          'invitation',
        ])
        break
      case 'restore':
        if (!(await setAccountStatus(tx, userId, 'active'))) return refuse({ code: 'already-so' })
        break
    }
    const detail = { reason: reason.value }
    await appendAuthEvent(tx, { type: eventOf[input.act], userId, actorId: permit.actor.userId, caller, detail }, now)
    const mail = identity.words.mails.supportDone(account.displayName, input.act, identity.site.helpDesk.phone)
    const template = `help-desk-${input.act}`
    // Who suspended or restored it has looked already; the others may have been asked for by somebody else.
    if (input.act === 'suspend' || input.act === 'restore') await tellOwner(tx, userId, template, mail, now)
    else await warnOwner(tx, identity, userId, template, mail, now)
    return ok(undefined)
  })
}

/** The counters that can lock an account, by the keyed digests under which they count. */
export const lockKeys = (
  { secrets }: Pick<Writer, 'secrets'>,
  account: { readonly id: string; readonly loginId: string },
) =>
  [
    [limits.password, keyOfLogin(secrets, account.loginId)],
    [limits.secondFactor, account.id],
  ] as const

/** The reason that somebody typed, at least ten characters; refuses with `reason-needed`. */
export function readReason(typed: string): Result<string> {
  const reason = typed.trim()
  return reason.length < REASON_MIN
    ? refuse({ code: 'reason-needed', at: 'reason', with: { min: REASON_MIN } })
    : ok(reason.slice(0, 500))
}
