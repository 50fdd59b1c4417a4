/** Reassignments on record between enrollments, as we know them now. */
import type { Permit, Subject } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { isRowId } from '../application/applications.ts'
import { listSigners } from './signers.ts'

export interface RecordedReassignment {
  readonly id: string
  readonly fromEnrollmentId: string
  readonly fromEnrolleeId: string
  readonly name: string
  readonly npi: string
  readonly specialty: string
  readonly toEnrollmentId: string
  readonly toEnrolleeId: string
  readonly toName: string
  readonly toNpi: string
  readonly contractorId: string
  readonly from: Day
  readonly to: Day | undefined
  readonly knownSince: Date
  readonly handshakeId: string | undefined
}

const recorded = (db: Db) =>
  open(db)
    .selectFrom('reassignment as r')
    .innerJoin('enrollment as n', 'n.id', 'r.from_enrollment_id')
    .innerJoin('enrollee as e', 'e.id', 'n.enrollee_id')
    .innerJoin('enrollment as gn', 'gn.id', 'r.to_enrollment_id')
    .innerJoin('enrollee as g', 'g.id', 'gn.enrollee_id')
    .select(['r.id', 'n.id as n_id', 'e.id as e_id', 'e.display_name as name', 'e.npi', 'n.specialty'])
    .select(['gn.id as gn_id', 'g.id as g_id', 'g.display_name as to_name', 'g.npi as to_npi', 'gn.contractor_id'])
    .select(['r.from_on', 'r.to_on', 'r.known_from', 'r.handshake_id'])
    .where('r.known_to', 'is', null)
type Row = Awaited<ReturnType<ReturnType<typeof recorded>['executeTakeFirstOrThrow']>>
const recordedOf = (r: Row): RecordedReassignment => ({
  id: r.id,
  fromEnrollmentId: r.n_id,
  fromEnrolleeId: r.e_id,
  name: r.name,
  npi: r.npi,
  specialty: r.specialty,
  toEnrollmentId: r.gn_id,
  toEnrolleeId: r.g_id,
  toName: r.to_name,
  toNpi: r.to_npi,
  contractorId: r.contractor_id,
  from: r.from_on,
  to: r.to_on ?? undefined,
  knownSince: r.known_from,
  handshakeId: r.handshake_id ?? undefined,
})

/** Everybody who reassigns or reassigned to the group's enrollment, by name; at most 5,000. */
export async function listMembers(db: Db, permit: Permit<'roster.view'>): Promise<readonly RecordedReassignment[]> {
  const rows = await recorded(db)
    .where('r.to_enrollment_id', '=', permit.subjectId)
    .orderBy('e.display_name')
    .orderBy('r.from_on')
    .orderBy('r.id')
    .limit(5000)
    .execute()
  return rows.map(recordedOf)
}

/** Of a practitioner's enrollment, to groups that are enrolled here. */
export async function listOwnRecorded(
  db: Db,
  permit: Permit<'enrollment.view'>,
): Promise<readonly RecordedReassignment[]> {
  const rows = await recorded(db).where('r.from_enrollment_id', '=', permit.subjectId).orderBy('r.from_on').execute()
  return rows.map(recordedOf)
}

/** As it stands on record now. Needs no permit, because permits are minted from it. */
export async function findRecorded(db: Db, id: string | undefined): Promise<RecordedReassignment | undefined> {
  if (!isRowId(id)) return undefined
  const row = await recorded(db).where('r.id', '=', id).executeTakeFirst()
  return row && recordedOf(row)
}

export interface RecordedSubject extends Subject {
  readonly recorded: RecordedReassignment
}
/** Needs no permit, because permits are minted from it: both parties of what is on record, and who signs for them. */
export async function recordedSubject(db: Db, id: string | undefined): Promise<RecordedSubject | undefined> {
  const r = await findRecorded(db, id)
  if (!r) return undefined
  const pair = { practitioner: { enrolleeId: r.fromEnrolleeId }, group: { enrollmentId: r.toEnrollmentId } }
  const signers = await listSigners(db, [pair])
  return {
    id: r.id,
    partyIds: [r.fromEnrolleeId, r.toEnrolleeId],
    contractorId: r.contractorId,
    signerIds: signers.map((s) => s.userId),
    recorded: r,
  }
}
