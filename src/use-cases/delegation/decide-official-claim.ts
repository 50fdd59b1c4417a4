/**
 * Decides a claim to be an official, and what becomes of the official before. An official who is there may object;
 * then nothing is given for 14 days, so that the help desk can hear both. Refusing is possible at any time.
 */
import type { Db } from '#db/db.ts'
import { type Claim, findClaim } from '#db/queries/delegation/claims.ts'
import { appendAuthEvent } from '#db/records/access/auth-events.ts'
import { saveDispute, saveOutcome } from '#db/records/delegation/claims.ts'
import { endRole, insertMember } from '#db/records/delegation/members.ts'
import { linkEnrollee } from '#db/records/delegation/organizations.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import { capacityOf, disputeDays } from '#domain/access/delegation.ts'
import type { Permit } from '#domain/access/policy.ts'
import { after } from '#domain/access/session.ts'
import { dayIn, siteZone } from '#domain/dates.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { sayDay } from '#forms/kit/say.ts'
import type { Caller } from '../account/identity.ts'
import { tellOwner } from '../account/tell-owner.ts'
import type { Teller } from './tell-parties.ts'

const SHORTEST_REASON = 10

/** When an objected claim may be approved; undefined when nobody objected. */
export const waitsUntil = (claim: Claim): Date | undefined =>
  claim.disputedAt && after(claim.disputedAt, disputeDays * 86_400_000)

export interface ClaimDecision {
  readonly outcome: string
  readonly reason: string
}

/** Refuses with `not-a-choice`, `reason-needed`, `same-person`, `claim-waits`, `npi-not-here` or `over-already`. */
export const decideOfficialClaim = (
  db: Db,
  permit: Permit<'claim.decide'>,
  teller: Teller,
  decision: ClaimDecision,
  caller: Caller,
  now: Date,
): Promise<Result<null>> =>
  transactOrRefuse(db, async (tx) => {
    const claim = await findClaim(tx, permit)
    const by = permit.actor.userId
    const { outcome } = decision
    const reason = decision.reason.trim()
    if (outcome !== 'approved' && outcome !== 'denied') return refuse({ code: 'not-a-choice', at: 'outcome' })
    if (reason.length < SHORTEST_REASON)
      return refuse({ code: 'reason-needed', at: 'reason', with: { min: SHORTEST_REASON } })
    if (claim.userId === by) return refuse({ code: 'own-claim' })
    const until = waitsUntil(claim)
    if (outcome === 'approved' && until && now < until)
      return refuse({
        code: 'claim-waits',
        at: 'outcome',
        with: { day: sayDay(dayIn(siteZone, until), teller.words.values) },
      })
    if (!(await saveOutcome(tx, claim.id, { outcome, reason, by }, now))) return refuse({ code: 'over-already' })
    if (outcome === 'approved') {
      const given = await give(tx, claim, teller, by, now)
      if (!given.ok) return given
    }
    const { words, site } = teller
    const mail = words.mails.claimDecided(
      claim.claimant,
      claim.organization,
      outcome,
      reason,
      `${site.origin}/claims/${claim.id}`,
    )
    await tellOwner(tx, claim.userId, 'claim-decided', mail, now)
    const event = { type: 'claim-decided', userId: claim.userId, actorId: by, caller } as const
    const capacity = capacityOf(permit.actor, permit.subject)?.role ?? 'help-desk'
    const detail = { outcome, organization: claim.organizationId }
    await appendAuthEvent(tx, { ...event, detail, actingFor: claim.organizationId, capacity }, now)
    return ok(null)
  })

async function give(tx: Db, claim: Claim, { words, site }: Teller, by: string, now: Date): Promise<Result<null>> {
  if (claim.npi && !(await linkEnrollee(tx, claim.organizationId, claim.npi, now)))
    return refuse({ code: 'npi-not-here', at: 'outcome', with: { npi: claim.npi } })
  if (claim.succession === 'replaces' && claim.role === 'authorized-official') {
    const at = { partyId: claim.organizationId, role: 'authorized-official', except: claim.userId, by } as const
    for (const userId of await endRole(tx, at, now)) {
      const mail = words.mails.succeeded(claim.organization, claim.claimant, site.helpDesk.phone)
      await tellOwner(tx, userId, 'succeeded', mail, now)
    }
  }
  const { userId, organizationId: partyId, role, title } = claim
  const added = await insertMember(tx, { userId, partyId, role, title, functions: undefined, addedBy: by }, now)
  return added ? ok(null) : refuse({ code: 'already-member', at: 'outcome' })
}

/** An official who is there objects. Refuses with `reason-needed` or `over-already`. */
export const objectToClaim = (
  db: Db,
  permit: Permit<'claim.object'>,
  teller: Teller,
  text: string,
  caller: Caller,
  now: Date,
): Promise<Result<null>> =>
  transactOrRefuse(db, async (tx) => {
    const by = permit.actor.userId
    if (text.trim().length < SHORTEST_REASON)
      return refuse({ code: 'reason-needed', at: 'objection', with: { min: SHORTEST_REASON } })
    const claim = await findClaim(tx, permit)
    if (claim.userId === by || !(await saveDispute(tx, claim.id, by, text.trim().slice(0, 1000), now)))
      return refuse({ code: 'over-already' })
    const mail = teller.words.mails.claimObjected(claim.claimant, claim.organization, disputeDays)
    await tellOwner(tx, claim.userId, 'claim-objected', mail, now)
    const detail = { claim: claim.id }
    const event = { type: 'claim-objected', userId: by, caller, detail } as const
    await appendAuthEvent(tx, { ...event, actingFor: claim.organizationId, capacity: 'authorized-official' }, now)
    return ok(null)
  })
