/** A billing company asks to work for providers, or a provider offers it. Nothing is open before the other side agrees. */
import type { Db } from '#db/db.ts'
import { findParty, grantorOf, headsAddresses, type Party } from '#db/queries/delegation/parties.ts'
import { insertSurrogacy } from '#db/records/delegation/surrogacies.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import { type DelegatedFunction, longestSurrogacy, withView } from '#domain/access/delegation.ts'
import type { Permit } from '#domain/access/policy.ts'
import { type Day, dayIn, siteZone } from '#domain/dates.ts'
import { isNpi } from '#domain/identifiers/npi.ts'
import { ok, type Problem, type Result, refuse } from '#domain/result.ts'
import { sayDay } from '#forms/kit/say.ts'
import type { Caller } from '../account/identity.ts'
import { note } from './invite-member.ts'
import { type Teller, tellParty } from './tell-parties.ts'

type ConnectPermit = Permit<'surrogacy.agree'>
interface Terms {
  readonly functions: readonly DelegatedFunction[]
  readonly endsOn: Day
}

/** At once for so many providers. */
export const mostAsked = 50

/** The NPIs in what was typed, each once. */
export const npisIn = (typed: string): readonly string[] => [...new Set(typed.split(/[\s,;]+/).filter(Boolean))]

/**
 * An organization asks for each NPI. All or nothing: refuses with `required`, `not-an-npi`, `npi-not-here`, `nobody-answers`,
 * `surrogacy-open`, `functions-needed` or a date problem.
 */
export const askSurrogacy = (
  db: Db,
  permit: ConnectPermit,
  teller: Teller,
  input: Terms & { readonly npis: string },
  caller: Caller,
  now: Date,
): Promise<Result<{ readonly asked: number }>> =>
  transactOrRefuse(db, async (tx) => {
    const problems = [...judge(input, teller, now)]
    const npis = npisIn(input.npis)
    if (npis.length === 0) problems.push({ code: 'required', at: 'npis' })
    if (npis.length > mostAsked) problems.push({ code: 'too-many-items', at: 'npis', with: { max: mostAsked } })
    const grantors = new Map<string, Party>()
    for (const npi of npis.slice(0, mostAsked)) {
      const found = await find(tx, npi, permit.subjectId)
      if (found.ok) grantors.set(found.value.id, found.value)
      else problems.push(found.problem)
    }
    const agent = await findParty(tx, permit.subjectId)
    const [problem, ...more] = problems
    if (problem) return refuse(problem, ...more)
    if (!agent || agent.npi !== undefined) return refuse({ code: 'not-found' })
    for (const grantor of grantors.values()) {
      const terms = { functions: withView(input.functions), endsOn: input.endsOn }
      const by = permit.actor.userId
      const id = await insertSurrogacy(
        tx,
        { agentId: agent.id, grantorId: grantor.id, status: 'asked', by, ...terms },
        now,
      )
      if (!id) return refuse({ code: 'surrogacy-open', at: 'npis', with: { name: grantor.name } })
      const mail = teller.words.mails.surrogacyAsked(agent.name, `${teller.site.origin}/surrogacies/${id}`)
      await tellParty(tx, grantor.id, 'surrogacy-asked', mail, now)
      await note(tx, permit, 'surrogacy-asked', { surrogacy: id, grantor: grantor.id }, caller, now)
    }
    return ok({ asked: grantors.size })
  })

async function find(tx: Db, npi: string, agentId: string): Promise<Result<Party>> {
  const at = 'npis'
  if (!isNpi(npi)) return refuse({ code: 'not-an-npi', at })
  const party = await grantorOf(tx, npi)
  if (!party || party.id === agentId) return refuse({ code: 'npi-not-here', at, with: { npi } })
  return (await headsAddresses(tx, party.id)).length > 0
    ? ok(party)
    : refuse({ code: 'nobody-answers', at, with: { npi } })
}

/** A provider offers it to an organization. Refuses like `askSurrogacy`. */
export const offerSurrogacy = (
  db: Db,
  permit: ConnectPermit,
  teller: Teller,
  input: Terms & { readonly agentId: string },
  caller: Caller,
  now: Date,
): Promise<Result<null>> =>
  transactOrRefuse(db, async (tx) => {
    const [problem, ...more] = judge(input, teller, now)
    if (problem) return refuse(problem, ...more)
    const [grantor, agent] = [await findParty(tx, permit.subjectId), await findParty(tx, input.agentId)]
    if (!grantor || agent?.kind !== 'surrogate') return refuse({ code: 'not-a-choice', at: 'agent' })
    const terms = { functions: withView(input.functions), endsOn: input.endsOn }
    const by = permit.actor.userId
    const id = await insertSurrogacy(
      tx,
      { agentId: agent.id, grantorId: grantor.id, status: 'offered', by, ...terms },
      now,
    )
    if (!id) return refuse({ code: 'surrogacy-open', at: 'agent', with: { name: agent.name } })
    const mail = teller.words.mails.surrogacyOffered(grantor.name, `${teller.site.origin}/surrogacies/${id}`)
    await tellParty(tx, agent.id, 'surrogacy-offered', mail, now)
    await note(tx, permit, 'surrogacy-asked', { surrogacy: id, agent: agent.id }, caller, now)
    return ok(null)
  })

function judge({ functions, endsOn }: Terms, { words }: Teller, now: Date): readonly Problem[] {
  const today = dayIn(siteZone, now)
  const last = longestSurrogacy(today)
  return [
    ...(functions.length === 0 ? [{ code: 'functions-needed', at: 'functions' } as const] : []),
    ...(endsOn <= today ? [{ code: 'date-in-past', at: 'endsOn' } as const] : []),
    ...(endsOn > last
      ? [{ code: 'date-too-late', at: 'endsOn', with: { day: sayDay(last, words.values) } } as const]
      : []),
  ]
}
