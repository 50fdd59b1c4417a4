/** Answers a surrogacy that was asked or offered, confirms one for another year, ends one: each counts on the next request. */
import type { Db } from '#db/db.ts'
import { type Surrogacy, surrogacySubject } from '#db/queries/delegation/surrogacies.ts'
import { appendAuthEvent } from '#db/records/access/auth-events.ts'
import { answerSurrogacy, confirmSurrogacy, endSurrogacy } from '#db/records/delegation/surrogacies.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import { confirmBy, isConfirmable } from '#domain/access/delegation.ts'
import type { Actor, Permit } from '#domain/access/policy.ts'
import { addYears, dayIn, earlier, siteZone } from '#domain/dates.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import type { Caller } from '../account/identity.ts'
import { type Teller, tellParty } from './tell-parties.ts'

type ConnectPermit = Permit<'surrogacy.manage'>
/** With a fresh proof of who acts (domain/access/step-up.ts): it opens something. */
type AgreePermit = Permit<'surrogacy.agree'>

/** On which sides of a connection the actor decides; both, when one person heads both. */
export const sidesOf = (actor: Actor, s: Surrogacy): readonly ('agent' | 'grantor')[] => {
  const decides = (partyId: string) =>
    actor.memberships.some(
      (m) =>
        m.partyId === partyId &&
        !m.through &&
        ['individual-provider', 'authorized-official', 'access-manager'].includes(m.role),
    )
  return [...(decides(s.grantorId) ? (['grantor'] as const) : []), ...(decides(s.agentId) ? (['agent'] as const) : [])]
}

/** Whose answer a connection waits for. */
export const waitsFor = (s: Surrogacy): 'agent' | 'grantor' | undefined =>
  s.status === 'asked' ? 'grantor' : s.status === 'offered' ? 'agent' : undefined

/** Refuses with `over-already` when it waits for nobody, or for the other side. */
export const agreeToSurrogacy = (
  db: Db,
  permit: AgreePermit,
  teller: Teller,
  caller: Caller,
  now: Date,
): Promise<Result<null>> => reply(db, permit, teller, true, caller, now)

/** Refuses like `agreeToSurrogacy`. */
export const declineSurrogacy = (
  db: Db,
  permit: ConnectPermit,
  teller: Teller,
  caller: Caller,
  now: Date,
): Promise<Result<null>> => reply(db, permit, teller, false, caller, now)

const reply = (
  db: Db,
  permit: ConnectPermit | AgreePermit,
  teller: Teller,
  agrees: boolean,
  caller: Caller,
  now: Date,
): Promise<Result<null>> =>
  transactOrRefuse(db, async (tx) => {
    const s = await current(tx, permit)
    const side = s && waitsFor(s)
    if (!s || !side || !sidesOf(permit.actor, s).includes(side)) return refuse({ code: 'over-already' })
    const answer = {
      from: s.status === 'asked' ? 'asked' : 'offered',
      to: agrees ? 'active' : 'declined',
      by: permit.actor.userId,
      confirmBy: confirmBy(dayIn(siteZone, now), s.endsOn),
    } as const
    if (!(await answerSurrogacy(tx, s.id, answer, now))) return refuse({ code: 'over-already' })
    const { words } = teller
    const [name, other] = side === 'grantor' ? [s.grantorName, s.agentId] : [s.agentName, s.grantorId]
    const mail = words.mails.surrogacyAnswered(name, agrees, linkOf(teller, s))
    await tellParty(tx, other, 'surrogacy-answered', mail, now)
    await note(tx, permit, s, 'surrogacy-answered', { agrees: agrees ? 'yes' : 'no' }, caller, now)
    return ok(null)
  })

/** By either side, in any state that is not over; the other is told. Refuses with `over-already`. */
export const stopSurrogacy = (
  db: Db,
  permit: ConnectPermit,
  teller: Teller,
  reason: string,
  caller: Caller,
  now: Date,
): Promise<Result<null>> =>
  transactOrRefuse(db, async (tx) => {
    const s = await current(tx, permit)
    const end = { to: 'ended', by: permit.actor.userId, reason: reason.trim().slice(0, 300) } as const
    if (!s || !(await endSurrogacy(tx, s.id, end, now))) return refuse({ code: 'over-already' })
    const mail = teller.words.mails.surrogacyEnded(s.agentName, s.grantorName, linkOf(teller, s))
    for (const party of [s.agentId, s.grantorId]) await tellParty(tx, party, 'surrogacy-ended', mail, now)
    await note(tx, permit, s, 'surrogacy-ended', {}, caller, now)
    return ok(null)
  })

/** The provider's side says that it goes on for another year. Refuses with `not-confirmable` or `over-already`. */
export const prolongSurrogacy = (db: Db, permit: AgreePermit, caller: Caller, now: Date): Promise<Result<null>> =>
  transactOrRefuse(db, async (tx) => {
    const s = await current(tx, permit)
    if (!s?.confirmBy || s.status !== 'active' || !sidesOf(permit.actor, s).includes('grantor'))
      return refuse({ code: 'over-already' })
    if (!isConfirmable(s.confirmBy, s.endsOn, dayIn(siteZone, now))) return refuse({ code: 'not-confirmable' })
    if (!(await confirmSurrogacy(tx, s.id, s.confirmBy, earlier(addYears(s.confirmBy, 1), s.endsOn))))
      return refuse({ code: 'over-already' })
    await note(tx, permit, s, 'surrogacy-confirmed', {}, caller, now)
    return ok(null)
  })

const current = async (tx: Db, permit: ConnectPermit | AgreePermit): Promise<Surrogacy | undefined> =>
  (await surrogacySubject(tx, permit.subjectId))?.surrogacy

const linkOf = ({ site }: Teller, s: Surrogacy) => `${site.origin}/surrogacies/${s.id}`

async function note(
  tx: Db,
  { actor }: ConnectPermit | AgreePermit,
  s: Surrogacy,
  type: 'surrogacy-answered' | 'surrogacy-ended' | 'surrogacy-confirmed',
  detail: Readonly<Record<string, string>>,
  caller: Caller,
  now: Date,
): Promise<void> {
  const actingFor = sidesOf(actor, s)[0] === 'agent' ? s.agentId : s.grantorId
  const capacity = actor.memberships.find((m) => m.partyId === actingFor)?.role
  const event = { type, userId: actor.userId, caller, detail: { surrogacy: s.id, ...detail } }
  await appendAuthEvent(tx, { ...event, actingFor, capacity }, now)
}
