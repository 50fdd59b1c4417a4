/** Requests to disclose affiliations: who was asked when and why, until when, and what came of it. Reads only. */

import type { Permit, Subject } from '#domain/access/policy.ts'
import type { RequestAnswer, RequestOutcome, RequestState } from '#domain/affiliation/request.ts'
import type { JudgedFactor } from '#domain/affiliation/undue-risk.ts'
import type { Day } from '#domain/dates.ts'
import type { Db } from '../../db.ts'
import { open, vaultOf } from '../../kit/open.ts'
import { isRowId } from '../application/applications.ts'

export interface AffiliationSubject extends Subject {
  readonly enrolleeId: string
  readonly contractorId: string
  readonly state: RequestState
}

/** Needs no permit, because permits are minted from it. */
export async function affiliationSubject(db: Db, id: string | undefined): Promise<AffiliationSubject | undefined> {
  if (!isRowId(id)) return undefined
  const row = await open(db)
    .selectFrom('affiliation_request')
    .select(['enrollee_id', 'contractor_id', 'state'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { id, enrolleeId: row.enrollee_id, contractorId: row.contractor_id, state: row.state }
}

export interface AffiliationRequest {
  readonly id: string
  readonly state: RequestState
  readonly enrolleeId: string
  readonly enrolleeName: string
  readonly enrolleeNpi: string
  readonly contractorId: string
  readonly contractorName: string
  readonly contractorZone: string
  readonly applicationId: string | undefined
  readonly trackingNumber: string | undefined
  readonly enrollmentId: string | undefined
  /** Owners and managers on file when it was asked. */
  readonly named: readonly string[]
  readonly askedBy: string
  readonly askedByName: string | undefined
  readonly askedAt: Date
  readonly askedOn: Day
  readonly dueOn: Day
  readonly letterId: string | undefined
  readonly answer: RequestAnswer | undefined
  readonly signerName: string | undefined
  readonly answeredAt: Date | undefined
  readonly statementSha256: string | undefined
  readonly outcome: RequestOutcome | undefined
  readonly closedAt: Date | undefined
}
/** What only the desk sees. */
export interface DeskAffiliationRequest extends AffiliationRequest {
  readonly basis: string
  readonly outcomeReason: string | undefined
  readonly factors: readonly JudgedFactor[]
  readonly risky: readonly string[]
  readonly knownSha256: string | undefined
  readonly closedByName: string | undefined
}

/** For the queries of this folder. */
export const requests = (db: Db) =>
  open(db)
    .selectFrom('affiliation_request as r')
    .innerJoin('enrollee as e', 'e.id', 'r.enrollee_id')
    .innerJoin('contractor as c', 'c.id', 'r.contractor_id')
    .leftJoin('application as a', 'a.id', 'r.application_id')
    .leftJoin('app_user as u', 'u.id', 'r.asked_by')
    .leftJoin('app_user as v', 'v.id', 'r.closed_by')
    .selectAll('r')
    .select(['e.display_name', 'e.npi', 'c.name as contractor_name', 'c.time_zone', 'a.tracking_number'])
    .select(['u.display_name as asked_name', 'v.display_name as closed_name'])

type Row = Awaited<ReturnType<ReturnType<typeof requests>['executeTakeFirstOrThrow']>>
export const shape = (r: Row): AffiliationRequest => ({
  id: r.id,
  state: r.state,
  enrolleeId: r.enrollee_id,
  enrolleeName: r.display_name,
  enrolleeNpi: r.npi,
  contractorId: r.contractor_id,
  contractorName: r.contractor_name,
  contractorZone: r.time_zone,
  applicationId: r.application_id ?? undefined,
  trackingNumber: r.tracking_number ?? undefined,
  enrollmentId: r.enrollment_id ?? undefined,
  named: r.named,
  askedBy: r.asked_by,
  askedByName: r.asked_name ?? undefined,
  askedAt: r.asked_at,
  askedOn: r.asked_on,
  dueOn: r.due_on,
  letterId: r.letter_id ?? undefined,
  answer: r.answer ?? undefined,
  signerName: r.signer_name ?? undefined,
  answeredAt: r.answered_at ?? undefined,
  statementSha256: r.statement_sha256 ?? undefined,
  outcome: r.outcome ?? undefined,
  closedAt: r.closed_at ?? undefined,
})
export const deskShape = (r: Row): DeskAffiliationRequest => ({
  ...shape(r),
  basis: r.basis,
  outcomeReason: r.outcome_reason ?? undefined,
  factors: r.factors ?? [],
  risky: r.risky ?? [],
  knownSha256: r.known_sha256 ?? undefined,
  closedByName: r.closed_name ?? undefined,
})

export type AffiliationPermit = Permit<'affiliation.view' | 'affiliation.answer' | 'affiliation.sign'>
export type DeskAffiliationPermit = Permit<'affiliation.review' | 'affiliation.determine'>

export const findAffiliationRequest = async (db: Db, permit: AffiliationPermit): Promise<AffiliationRequest> =>
  shape(await requests(db).where('r.id', '=', permit.subjectId).executeTakeFirstOrThrow())

export const findDeskRequest = async (db: Db, permit: DeskAffiliationPermit): Promise<DeskAffiliationRequest> =>
  deskShape(await requests(db).where('r.id', '=', permit.subjectId).executeTakeFirstOrThrow())

export const statementPlace = (id: string): string => `affiliation_request|sealed_statement|${id}`
export const knownPlace = (id: string): string => `affiliation_request|sealed_known|${id}`

/** What the desk saw when it judged, as it was kept; undefined before. */
export async function findKeptKnown(db: Db, permit: DeskAffiliationPermit): Promise<unknown> {
  const row = await open(db)
    .selectFrom('affiliation_request')
    .select('sealed_known')
    .where('id', '=', permit.subjectId)
    .executeTakeFirstOrThrow()
  return row.sealed_known
    ? JSON.parse(vaultOf(db).unseal(knownPlace(permit.subjectId), row.sealed_known).toString())
    : undefined
}
