/**
 * Somebody lost every way to verify. One of the staff asks the identity script, a second one confirms, every contact is
 * told with a link that cancels, and only after the wait the link to set up a new way is mailed.
 * NIST SP 800-63B-4 4.2; OWASP ASVS 5.0 6.4.6: staff start it and choose nothing.
 */
import type { Db } from '#db/db.ts'
import { type Account, findAccount } from '#db/records/access/accounts.ts'
import { appendAuthEvent } from '#db/records/access/auth-events.ts'
import { endFlowsOf, insertFlow } from '#db/records/access/flows.ts'
import { contactsOf } from '#db/records/access/methods.ts'
import { queueMessage } from '#db/records/messages.ts'
import { findSetting } from '#db/records/settings.ts'
import { confirmRequest, endRequest, insertLostFactors, lockOpenRequest } from '#db/records/staff/lost-factors.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import type { AuthEventType } from '#domain/access/auth-event.ts'
import {
  askable,
  type IdentityQuestion,
  identityNeeds,
  identityQuestions,
  isIdentified,
  judgeAnswers,
} from '#domain/access/identity-script.ts'
import type { Permit } from '#domain/access/policy.ts'
import { after } from '#domain/access/session.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { settingKey, settingValue } from '#domain/settings/settings.ts'
import { type Caller, newToken, type Writer } from '#use-cases/account/identity.ts'
import { sayInstant } from '#use-cases/account/tell-owner.ts'
import { identityFacts } from './identity-facts.ts'
import { readReason } from './support-acts.ts'

type Supporting = Permit<'account.support'>
const HOUR = 3_600_000

export interface LostFactorsInput {
  readonly reason: string
  /** What the caller said, by question. Compared and forgotten. */
  readonly said: Readonly<Partial<Record<IdentityQuestion, string | undefined>>>
  readonly calledBack: boolean
  /** The password is forgotten too. */
  readonly resetsPassword: boolean
}

/** Refuses with `reason-needed`, `own-account`, `not-identified`, `recovery-open` or `not-found`. */
export async function askLostFactors(
  db: Db,
  permit: Supporting,
  input: LostFactorsInput,
  caller: Caller,
  now: Date,
): Promise<Result<undefined>> {
  const reason = readReason(input.reason)
  if (!reason.ok) return reason
  const userId = permit.subjectId
  const by = permit.actor.userId
  if (userId === by) return refuse({ code: 'own-account' })
  const answers = judgeAnswers(await identityFacts(db, userId), input.said, input.calledBack)
  const event = { type: 'lost-factors-asked', userId, actorId: by, caller } as const
  const told = identityQuestions
    .flatMap((q) => (answers[q] && answers[q] !== 'not-asked' ? [`${q}: ${answers[q]}`] : []))
    .join(', ')
  if (!isIdentified(answers)) {
    // Who tries to be somebody else on the phone leaves a trace.
    await appendAuthEvent(db, { ...event, outcome: 'refused', detail: { reason: reason.value, answers: told } }, now)
    return refuse({ code: 'not-identified', with: identityNeeds })
  }
  return transactOrRefuse(db, async (tx) => {
    if ((await findAccount(tx, userId, 'locked'))?.status !== 'active') return refuse({ code: 'not-found' })
    const id = await insertLostFactors(
      tx,
      { userId, reason: reason.value, answers, resetsPassword: input.resetsPassword, askedBy: by },
      now,
    )
    if (!id) return refuse({ code: 'recovery-open' })
    await appendAuthEvent(tx, { ...event, detail: { reason: reason.value, answers: told } }, now)
    return ok(undefined)
  })
}

/** The second person confirms or refuses. Refuses with `reason-needed`, `two-people`, `own-account` or `already-so`. */
export async function decideLostFactors(
  db: Db,
  permit: Supporting,
  identity: Writer,
  input: { readonly confirms: boolean; readonly reason: string },
  caller: Caller,
  now: Date,
): Promise<Result<undefined>> {
  const reason = readReason(input.reason)
  if (!reason.ok) return reason
  const userId = permit.subjectId
  const by = permit.actor.userId
  if (userId === by) return refuse({ code: 'own-account' })
  return transactOrRefuse(db, async (tx) => {
    const account = await findAccount(tx, userId, 'locked')
    const request = await lockOpenRequest(tx, userId)
    if (account?.status !== 'active' || !request) return refuse({ code: 'already-so' })
    // Whoever asked may take it back, but not confirm it.
    if (input.confirms && request.asked_by === by) return refuse({ code: 'two-people' })
    if (input.confirms && request.confirmed_at) return refuse({ code: 'already-so' })
    const detail = { reason: reason.value }
    if (input.confirms) {
      const hours = settingValue('lost-factors.wait', await findSetting(tx, settingKey('lost-factors.wait')))
      const opensAt = after(now, hours * HOUR)
      await confirmRequest(tx, request.id, by, now, opensAt)
      await tellEveryContact(tx, identity, account, request.id, opensAt, now)
    } else {
      await endRequest(tx, request.id, 'refused', now)
      await endFlowsOf(tx, userId, ['cancel-recovery', 'set-up-access'])
    }
    const type: AuthEventType = input.confirms ? 'lost-factors-confirmed' : 'lost-factors-refused'
    await appendAuthEvent(tx, { type, userId, actorId: by, caller, detail }, now)
    return ok(undefined)
  })
}

/** Each mailbox and phone gets a link of its own that cancels. */
async function tellEveryContact(
  tx: Db,
  { site, words }: Writer,
  account: Account,
  requestId: string,
  opensAt: Date,
  now: Date,
): Promise<void> {
  for (const channel of ['email', 'sms'] as const)
    for (const recipient of await contactsOf(tx, account.id, channel === 'email' ? 'email' : 'phone')) {
      const token = newToken()
      await insertFlow(tx, { token, kind: 'cancel-recovery', userId: account.id, content: { requestId } }, now)
      const link = `${site.origin}/cancel-recovery?token=${token}`
      const told = words.mails.lostFactorsWaiting(
        account.displayName,
        site.product,
        sayInstant(opensAt),
        link,
        site.helpDesk.phone,
      )
      const message =
        channel === 'email' ? told : { subject: '', body: words.mails.lostFactorsWaitingSms(site.product, link) }
      await queueMessage(tx, { channel, recipient, template: 'lost-factors', ...message }, now)
    }
}

/** The questions to which the system knows an answer, for the form of the script. */
export const askedQuestions = async (db: Db, permit: Supporting): Promise<readonly IdentityQuestion[]> =>
  askable(await identityFacts(db, permit.subjectId))
