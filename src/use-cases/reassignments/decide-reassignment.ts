/** A person of the contractor accepts or sends back what the policy held, with a reason; both sides are told. */
import type { Db } from '#db/db.ts'
import { currentPeriods } from '#db/queries/reassignments/periods.ts'
import { lockHandshakes, refuseHandshake } from '#db/records/reassignments/handshakes.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import type { Permit } from '#domain/access/policy.ts'
import { dayIn, siteZone } from '#domain/dates.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { REASON_MIN } from './refuse-reassignment.ts'
import { enrollmentsOf, takeEffect } from './settle.ts'
import { type Teller, tellSigners } from './tell-signers.ts'

/** Refuses with `reason-needed` (to send it back), or `over-already` when it is not held any more. */
export const decideReassignment = (
  db: Db,
  permit: Permit<'reassignment.decide'>,
  teller: Teller,
  decision: { readonly accepts: boolean; readonly reason: string },
  now: Date,
): Promise<Result<null>> =>
  transactOrRefuse(db, async (tx) => {
    const reason = decision.reason.trim().slice(0, 500)
    if (!decision.accepts && reason.length < REASON_MIN)
      return refuse({ code: 'reason-needed', at: 'reason', with: { min: REASON_MIN } })
    const [h] = await lockHandshakes(tx, [permit.subjectId])
    const held = h?.practitionerSigned && h.groupSigned && !h.refusedBy && !h.acceptedAt && !h.applicationOpen
    if (!h || !held) return refuse({ code: 'over-already' })
    const by = permit.actor.userId
    const today = dayIn(siteZone, now)
    if (decision.accepts)
      await takeEffect(tx, [h], { periods: await currentPeriods(tx, enrollmentsOf(h), today), today, by }, now)
    else await refuseHandshake(tx, h.id, { side: 'contractor', userId: by, reason }, now)
    const { mails } = teller.words.reassignments
    const told = (['practitioner', 'group'] as const).map((side) => ({ handshake: h, side }))
    await tellSigners(
      tx,
      teller,
      told,
      {
        template: 'reassignment-decided',
        say: decision.accepts ? mails.confirmed : (others, link) => mails.returned(others, reason, link),
      },
      now,
    )
    return ok(null)
  })
