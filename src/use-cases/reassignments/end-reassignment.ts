/**
 * Either side ends a reassignment that is on record, on a day and with a reason; the other side is told (42 CFR 424.80,
 * 424.516 on reporting it). It counts on the next claim after that day.
 */
import type { Db } from '#db/db.ts'
import { handshakeSubject } from '#db/queries/reassignments/handshakes.ts'
import { findRecorded, type RecordedReassignment } from '#db/queries/reassignments/members.ts'
import { endInFile } from '#db/records/reassignments/file-copy.ts'
import { acceptHandshake, endHandshake, lockHandshakes } from '#db/records/reassignments/handshakes.ts'
import { insertHandshakes } from '#db/records/reassignments/proposals.ts'
import { endSpan } from '#db/records/reassignments/spans.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import type { Permit } from '#domain/access/policy.ts'
import { addYears, type Day, dayIn, siteZone } from '#domain/dates.ts'
import { otherSide } from '#domain/reassignment/standing.ts'
import { ok, type Problem, type Result, refuse } from '#domain/result.ts'
import { sayDay } from '#forms/kit/say.ts'
import { REASON_MIN, sidesOf } from './refuse-reassignment.ts'
import { type Teller, tellSigners } from './tell-signers.ts'
import { termsFingerprint } from './terms.ts'

/** Refuses with `reason-needed`, `date-before-start`, `date-too-late` or `over-already`. */
export const endReassignment = (
  db: Db,
  permit: Permit<'reassignment.sign'>,
  teller: Teller,
  end: { readonly endsOn: Day; readonly reason: string },
  now: Date,
): Promise<Result<null>> =>
  transactOrRefuse(db, async (tx) => {
    const r = await findRecorded(tx, permit.subjectId)
    const side = r && sidesOf(permit.actor, { practitioner: r.fromEnrolleeId, group: r.toEnrolleeId })[0]
    if (!r || !side || r.to !== undefined) return refuse({ code: 'over-already' })
    const reason = end.reason.trim().slice(0, 500)
    const [problem, ...more] = judge(r, { ...end, reason }, teller, now)
    if (problem) return refuse(problem, ...more)
    const handshakeId = r.handshakeId ?? (await noteRecorded(tx, r, permit.actor.userId))
    const [h] = await lockHandshakes(tx, [handshakeId])
    if (!h || h.ended) return refuse({ code: 'over-already' })
    await endHandshake(tx, h.id, { side, userId: permit.actor.userId, reason, endsOn: end.endsOn }, now)
    if (!(await endSpan(tx, r.id, end.endsOn, h.id, now))) return refuse({ code: 'over-already' })
    await endInFile(tx, r.fromEnrollmentId, r.toNpi, end.endsOn, now)
    const { mails } = teller.words.reassignments
    const who = side === 'group' ? r.toName : r.name
    const handshake = (await handshakeSubject(tx, h.id))?.handshake ?? h
    const day = sayDay(end.endsOn, teller.words.values)
    await tellSigners(
      tx,
      teller,
      [{ handshake, side: otherSide(side) }],
      { template: 'reassignment-ended', say: (_, link) => mails.ended(who, day, reason, link) },
      now,
    )
    return ok(null)
  })

/** One that came on record with an application has no handshake yet; its end is kept in one all the same. */
async function noteRecorded(tx: Db, r: RecordedReassignment, by: string): Promise<string> {
  const terms = {
    practitionerNpi: r.npi,
    practitionerEnrollment: r.fromEnrollmentId,
    groupNpi: r.toNpi,
    groupEnrollment: r.toEnrollmentId,
    startsOn: r.from,
  }
  const fresh = {
    fromEnrolleeId: r.fromEnrolleeId,
    fromEnrollmentId: r.fromEnrollmentId,
    toEnrolleeId: r.toEnrolleeId,
    toEnrollmentId: r.toEnrollmentId,
    origin: 'record',
    startsOn: r.from,
    termsSha256: termsFingerprint(terms),
    proposedBy: by,
  } as const
  const [id] = await insertHandshakes(tx, [fresh], r.knownSince)
  if (!id) throw new Error(`a reassignment on record is still being asked for: ${r.id}`)
  await acceptHandshake(tx, id, { effectiveOn: r.from, because: [], by: undefined }, r.knownSince)
  return id
}

function judge(
  r: RecordedReassignment,
  { endsOn, reason }: { readonly endsOn: Day; readonly reason: string },
  { words }: Teller,
  now: Date,
): readonly Problem[] {
  const last = addYears(dayIn(siteZone, now), 1)
  const day = (d: Day) => sayDay(d, words.values)
  return [
    ...(endsOn < r.from ? [{ code: 'date-before-start', at: 'endsOn', with: { day: day(r.from) } } as const] : []),
    ...(endsOn > last ? [{ code: 'date-too-late', at: 'endsOn', with: { day: day(last) } } as const] : []),
    ...(reason.length < REASON_MIN
      ? [{ code: 'reason-needed', at: 'reason', with: { min: REASON_MIN } } as const]
      : []),
  ]
}
