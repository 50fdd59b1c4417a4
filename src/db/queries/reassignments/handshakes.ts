/** Reassignments that both sides confirm, with everything that happened to them. How they stand is asked of the domain. */
import { sql } from 'kysely'
import type { Permit, Subject } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { HandshakeFacts, Side } from '#domain/reassignment/standing.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { isRowId } from '../application/applications.ts'
import { listSigners } from './signers.ts'

export interface Signed {
  readonly at: Date
  readonly name: string
}
export interface Handshake extends HandshakeFacts {
  readonly id: string
  readonly practitioner: {
    readonly enrolleeId: string
    readonly enrollmentId: string | undefined
    readonly name: string
    readonly npi: string
    readonly specialty: string | undefined
  }
  readonly group: {
    readonly enrolleeId: string
    /** Undefined while it is not enrolled here. */
    readonly enrollmentId: string | undefined
    readonly name: string
    readonly npi: string
    readonly state: string | undefined
  }
  readonly contractorId: string
  readonly applicationId: string | undefined
  readonly startsOn: Day
  readonly termsSha256: string
  readonly proposedAt: Date
  readonly remindedAt: Date | undefined
  readonly signed: Readonly<Partial<Record<Side, Signed>>>
  readonly refusal: string | undefined
  readonly heldBecause: readonly string[]
  readonly acceptedAt: Date | undefined
  readonly because: readonly string[]
  readonly ended: { readonly at: Date; readonly side: Side; readonly reason: string } | undefined
}
export interface HandshakeSubject extends Subject {
  readonly handshake: Handshake
}

/** Whose desk it is: the group's contractor, or the practitioner's while the group has none. */
const contractor = sql<string>`coalesce(gn.contractor_id, pn.contractor_id, a.contractor_id)`

export const handshakes = (db: Db) =>
  open(db)
    .selectFrom('reassignment_handshake as h')
    .innerJoin('enrollee as p', 'p.id', 'h.from_enrollee_id')
    .leftJoin('enrollment as pn', 'pn.id', 'h.from_enrollment_id')
    .innerJoin('enrollee as g', 'g.id', 'h.to_enrollee_id')
    .leftJoin('enrollment as gn', 'gn.id', 'h.to_enrollment_id')
    .leftJoin('application as a', 'a.id', 'h.application_id')
    .selectAll('h')
    .select(['p.display_name as p_name', 'p.npi as p_npi', 'pn.specialty as p_specialty'])
    .select(['g.display_name as g_name', 'g.npi as g_npi', 'gn.state as g_state'])
    .select(contractor.as('g_contractor'))
    .select('a.status as a_status')
type Row = Awaited<ReturnType<ReturnType<typeof handshakes>['executeTakeFirstOrThrow']>>

/** An application that was not approved takes its reassignments with it. */
const gone: Readonly<Record<string, 'practitioner' | 'contractor'>> = {
  withdrawn: 'practitioner',
  denied: 'contractor',
  rejected: 'contractor',
  returned: 'contractor',
}
const signature = (at: Date | null, name: string | null) => (at && name !== null ? { at, name } : undefined)

export function handshakeOf(r: Row): Handshake {
  const practitioner = signature(r.practitioner_signed_at, r.practitioner_signed_name)
  const group = signature(r.group_signed_at, r.group_signed_name)
  const lost = r.accepted_at || !r.a_status ? undefined : gone[r.a_status]
  return {
    id: r.id,
    origin: r.origin,
    practitioner: {
      enrolleeId: r.from_enrollee_id,
      enrollmentId: r.from_enrollment_id ?? undefined,
      name: r.p_name,
      npi: r.p_npi,
      specialty: r.p_specialty ?? undefined,
    },
    group: {
      enrolleeId: r.to_enrollee_id,
      enrollmentId: r.to_enrollment_id ?? undefined,
      name: r.g_name,
      npi: r.g_npi,
      state: r.g_state ?? undefined,
    },
    contractorId: r.g_contractor,
    applicationId: r.application_id ?? undefined,
    applicationOpen: !r.accepted_at && r.a_status !== null && r.a_status !== 'approved',
    startsOn: r.starts_on,
    termsSha256: r.terms_sha256,
    proposedAt: r.proposed_at,
    remindedAt: r.reminded_at ?? undefined,
    signed: { ...(practitioner && { practitioner }), ...(group && { group }) },
    practitionerSigned: practitioner !== undefined,
    groupSigned: group !== undefined,
    refusedBy: r.refused_side ?? lost,
    refusal: r.refusal ?? undefined,
    heldBecause: r.held_because,
    acceptedAt: r.accepted_at ?? undefined,
    effectiveOn: r.effective_on ?? undefined,
    because: r.because,
    endsOn: r.ends_on ?? undefined,
    groupEnrolled: r.to_enrollment_id !== null,
    expired: r.expired_at !== null,
    ended: r.ended_at && r.ended_side ? { at: r.ended_at, side: r.ended_side, reason: r.end_reason ?? '' } : undefined,
  }
}

/** Needs no permit, because permits are minted from it: both parties, who signs for them, and whose contractor it is. */
export async function handshakeSubject(db: Db, id: string | undefined): Promise<HandshakeSubject | undefined> {
  if (!isRowId(id)) return undefined
  const row = await handshakes(db).where('h.id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const handshake = handshakeOf(row)
  const signers = await listSigners(db, [handshake])
  return subjectOf(
    handshake,
    signers.map((s) => s.userId),
  )
}
export const subjectOf = (h: Handshake, signerIds: readonly string[]): HandshakeSubject => ({
  id: h.id,
  partyIds: [h.practitioner.enrolleeId, h.group.enrolleeId],
  contractorId: h.contractorId,
  signerIds,
  handshake: h,
})

/** Of a group's enrollment, the newest first; at most 2,000. */
export async function listGroupHandshakes(db: Db, permit: Permit<'roster.view'>): Promise<readonly Handshake[]> {
  const rows = await handshakes(db)
    .where('h.to_enrollment_id', '=', permit.subjectId)
    .orderBy('h.proposed_at', 'desc')
    .orderBy('h.id')
    .limit(2000)
    .execute()
  return rows.map(handshakeOf)
}

/** Of a practitioner's enrollment, the newest first; at most 200. */
export async function listOwnHandshakes(db: Db, permit: Permit<'enrollment.view'>): Promise<readonly Handshake[]> {
  const rows = await handshakes(db)
    .where('h.from_enrollment_id', '=', permit.subjectId)
    .orderBy('h.proposed_at', 'desc')
    .orderBy('h.id')
    .limit(200)
    .execute()
  return rows.map(handshakeOf)
}

/** What a case is about: those of its own application, and of its enrollee on either side. At most 500. */
export async function listCaseHandshakes(
  db: Db,
  permit: Permit<'case.view' | 'application.review' | 'application.view' | 'reassignment.propose'>,
): Promise<readonly Handshake[]> {
  const enrolleeId = permit.subject.enrolleeId ?? null
  const rows = await handshakes(db)
    .where((e) =>
      e.or([
        e('h.application_id', '=', permit.subjectId),
        e('h.from_enrollee_id', '=', enrolleeId),
        e('h.to_enrollee_id', '=', enrolleeId),
      ]),
    )
    .where(contractor, '=', permit.subject.contractorId ?? '')
    .orderBy('h.proposed_at', 'desc')
    .orderBy('h.id')
    .limit(500)
    .execute()
  return rows.map(handshakeOf)
}

/** Signed by both, and held for a person of the contractor; the oldest first, at most 500. */
export async function listHeldHandshakes(db: Db, permit: Permit<'worklist.view'>): Promise<readonly Handshake[]> {
  const of = permit.subject.contractorId
  let query = handshakes(db)
    .where('h.practitioner_signed_at', 'is not', null)
    .where('h.group_signed_at', 'is not', null)
    .where('h.refused_at', 'is', null)
    .where('h.accepted_at', 'is', null)
    .where('h.ended_at', 'is', null)
  if (of) query = query.where(contractor, '=', of)
  const rows = await query.orderBy('h.group_signed_at').orderBy('p.display_name').orderBy('h.id').limit(500).execute()
  // What came with an application is decided with it.
  return rows.map(handshakeOf).filter((h) => !h.applicationOpen && h.refusedBy === undefined)
}
