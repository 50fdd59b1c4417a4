/** A side declines with a reason, or takes back what it proposed; the other side is told. Nothing was on record, nothing is. */
import type { Db } from '#db/db.ts'
import type { Handshake } from '#db/queries/reassignments/handshakes.ts'
import { handshakeSubject } from '#db/queries/reassignments/handshakes.ts'
import { lockHandshakes, refuseHandshake } from '#db/records/reassignments/handshakes.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import { type Actor, isHead, type Permit } from '#domain/access/policy.ts'
import { otherSide, type Side } from '#domain/reassignment/standing.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { type Teller, tellSigners } from './tell-signers.ts'

export const REASON_MIN = 5

/** On which sides of it the actor decides; of an enrollment's own people only heads do. */
export const sidesOf = (
  actor: Actor,
  partyIds: { readonly practitioner: string; readonly group: string },
): readonly Side[] =>
  (['practitioner', 'group'] as const).filter((side) =>
    actor.memberships.some((m) => m.partyId === partyIds[side] && isHead(m.role)),
  )
export const partiesOf = (h: Handshake) => ({ practitioner: h.practitioner.enrolleeId, group: h.group.enrolleeId })

/** Refuses with `reason-needed` or `over-already`. */
export const declineReassignment = (
  db: Db,
  permit: Permit<'reassignment.sign'>,
  teller: Teller,
  reason: string,
  now: Date,
): Promise<Result<null>> =>
  transactOrRefuse(db, async (tx) => {
    const because = reason.trim().slice(0, 500)
    if (because.length < REASON_MIN) return refuse({ code: 'reason-needed', at: 'reason', with: { min: REASON_MIN } })
    const [h] = await lockHandshakes(tx, [permit.subjectId])
    const sides = h ? sidesOf(permit.actor, partiesOf(h)) : []
    // Somebody of both sides takes back what they proposed.
    const side = sides.find((s) => s === h?.origin) ?? sides[0]
    if (!h || !side || h.refusedBy || h.acceptedAt || h.ended || h.expired) return refuse({ code: 'over-already' })
    await refuseHandshake(tx, h.id, { side, userId: permit.actor.userId, reason: because }, now)
    const { mails } = teller.words.reassignments
    const who = side === 'group' ? h.group.name : h.practitioner.name
    const fresh = (await handshakeSubject(tx, h.id))?.handshake ?? h
    await tellSigners(
      tx,
      teller,
      [{ handshake: fresh, side: otherSide(side) }],
      { template: 'reassignment-declined', say: (_, link) => mails.declined(who, because, link) },
      now,
    )
    return ok(null)
  })
