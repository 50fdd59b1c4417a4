/**
 * What an approval does with the reassignments of an application: those that the group was asked about and has not
 * confirmed stay off the record, and the letter does not name them; confirmed ones count with the approval.
 */
import type { Db } from '#db/db.ts'
import { listApplicationHandshakes, listHeldBack } from '#db/queries/reassignments/unconfirmed.ts'
import { acceptHandshake, lockHandshakes } from '#db/records/reassignments/handshakes.ts'
import { linkHandshake } from '#db/records/reassignments/proposals.ts'
import { adoptSpan } from '#db/records/reassignments/spans.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { EnrolledFacts } from '#domain/enrollment/enrolled-facts.ts'

type Deciding = Permit<'application.decide'>

/** The facts of the file, without what is not confirmed or was ended by one side since. */
export async function confirmedFacts(
  db: Db,
  permit: Deciding,
  enrollmentId: string | undefined,
  enrolled: EnrolledFacts,
): Promise<EnrolledFacts> {
  if (enrolled.reassignments.length === 0) return enrolled
  const held = await listHeldBack(db, permit, enrollmentId)
  if (held.length === 0) return enrolled
  const counts = (r: EnrolledFacts['reassignments'][number]) =>
    !held.some((h) => h.toNpi === r.toNpi && (h.endedOn === undefined || r.from <= h.endedOn))
  return { ...enrolled, reassignments: enrolled.reassignments.filter(counts) }
}

/** After the record was written, in the same transaction: each handshake of the application finds its enrollment. */
export async function settleApplicationReassignments(
  tx: Db,
  permit: Deciding,
  enrollmentId: string,
  now: Date,
): Promise<void> {
  for (const h of await lockHandshakes(tx, await listApplicationHandshakes(tx, permit))) {
    if (h.practitioner.enrollmentId === undefined) await linkHandshake(tx, h.id, enrollmentId)
    if (!h.practitionerSigned || !h.groupSigned) continue
    const from = await adoptSpan(tx, enrollmentId, h.group.npi, h.id)
    if (from)
      await acceptHandshake(tx, h.id, { effectiveOn: from, because: ['42 CFR 424.80'], by: permit.actor.userId }, now)
  }
}
