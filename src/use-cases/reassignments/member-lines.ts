/** Reassignments as lines that say how each stands for claims: what happened and the eligibility snapshot, put together. */
import type { Db } from '#db/db.ts'
import { type Handshake, listGroupHandshakes, listOwnHandshakes } from '#db/queries/reassignments/handshakes.ts'
import { listMembers, listOwnRecorded, type RecordedReassignment } from '#db/queries/reassignments/members.ts'
import { missingOf } from '#db/queries/reassignments/to-sign.ts'
import { listDues } from '#db/queries/time/due-facts.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { Snapshot } from '#domain/eligibility/snapshot.ts'
import { check } from '#domain/eligibility/verdict.ts'
import { type HandshakeFacts, type Side, type Standing, standingOf, states } from '#domain/reassignment/standing.ts'

export interface MemberLine {
  readonly key: string
  readonly practitioner: Handshake['practitioner']
  readonly group: { readonly name: string; readonly npi: string; readonly enrollmentId: string | undefined }
  readonly standing: Standing
  /** The day that was proposed, or on which it began. */
  readonly startsOn: Day
  /** Signatures that are missing. */
  readonly missing: readonly Side[]
  /** When the practitioner has to revalidate; undefined on a line that is looked at by itself. */
  readonly revalidation: Day | undefined
  /** Undefined for what came on record with an application. */
  readonly handshake: Handshake | undefined
  /** What is on record and goes on: it can be ended. */
  readonly recordedId: string | undefined
}

export const memberLines = async (
  db: Db,
  permit: Permit<'roster.view'>,
  snapshot: Snapshot,
  today: Day,
): Promise<readonly MemberLine[]> =>
  withDates(db, permit, together(await listGroupHandshakes(db, permit), await listMembers(db, permit), snapshot, today))

export const ownLines = async (
  db: Db,
  permit: Permit<'enrollment.view'>,
  snapshot: Snapshot,
  today: Day,
): Promise<readonly MemberLine[]> =>
  withDates(
    db,
    permit,
    together(await listOwnHandshakes(db, permit), await listOwnRecorded(db, permit), snapshot, today),
  )

/** The dates come from the record, so that every page says the same. */
async function withDates(
  db: Db,
  permit: Permit<'roster.view' | 'enrollment.view'>,
  lines: readonly MemberLine[],
): Promise<readonly MemberLine[]> {
  const dues = await listDues(
    db,
    permit,
    lines.flatMap((l) => l.practitioner.enrollmentId ?? []),
  )
  return lines.map((l) => ({ ...l, revalidation: dues.get(l.practitioner.enrollmentId ?? '') }))
}

/** Those that somebody waits for first, then by name. */
function together(
  handshakes: readonly Handshake[],
  recorded: readonly RecordedReassignment[],
  snapshot: Snapshot,
  today: Day,
): readonly MemberLine[] {
  const byHandshake = new Map(recorded.flatMap((r) => (r.handshakeId ? [[r.handshakeId, r] as const] : [])))
  return [
    ...handshakes.map((h) => lineOf(h, byHandshake.get(h.id), snapshot, today)),
    ...recorded.filter((r) => !r.handshakeId).map((r) => recordedLine(r, snapshot, today)),
  ].toSorted((a, b) => urgency(a) - urgency(b) || a.practitioner.name.localeCompare(b.practitioner.name, 'en'))
}
const urgency = ({ standing }: MemberLine): number => {
  const { waitsFor, over } = states[standing.state]
  return over ? 2 : waitsFor === 'nobody' ? 1 : 0
}

/** One line of a handshake; `recorded` is what is on record for it. */
export function lineOf(
  h: Handshake,
  recorded: RecordedReassignment | undefined,
  snapshot: Snapshot,
  today: Day,
): MemberLine {
  // An application of the practitioner may have ended what the handshake began.
  const facts: HandshakeFacts = { ...h, endsOn: h.endsOn ?? recorded?.to }
  const standing = standingFor(facts, h.practitioner.npi, h.group.npi, snapshot, today)
  return {
    key: h.id,
    practitioner: h.practitioner,
    group: h.group,
    standing,
    startsOn: h.effectiveOn ?? h.startsOn,
    missing: states[standing.state].over || h.acceptedAt ? [] : missingOf(h),
    revalidation: undefined,
    handshake: h,
    recordedId: recorded && recorded.to === undefined ? recorded.id : undefined,
  }
}

function recordedLine(r: RecordedReassignment, snapshot: Snapshot, today: Day): MemberLine {
  const facts: HandshakeFacts = {
    origin: 'record',
    practitionerSigned: true,
    groupSigned: true,
    refusedBy: undefined,
    applicationOpen: false,
    effectiveOn: r.from,
    endsOn: r.to,
    groupEnrolled: true,
    expired: false,
  }
  return {
    key: r.id,
    practitioner: {
      enrolleeId: r.fromEnrolleeId,
      enrollmentId: r.fromEnrollmentId,
      name: r.name,
      npi: r.npi,
      specialty: r.specialty,
    },
    group: { name: r.toName, npi: r.toNpi, enrollmentId: r.toEnrollmentId },
    standing: standingFor(facts, r.npi, r.toNpi, snapshot, today),
    startsOn: r.from,
    missing: [],
    revalidation: undefined,
    handshake: undefined,
    recordedId: r.to === undefined ? r.id : undefined,
  }
}

const standingFor = (h: HandshakeFacts, npi: string, payee: string, snapshot: Snapshot, today: Day): Standing =>
  standingOf(h, today, (on) => check(snapshot, { npi, payee, on, role: 'rendering' }))
