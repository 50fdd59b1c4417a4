/** Requests to disclose affiliations: who was asked when and why, until when, and what came of it. Reads only. */

import { sql } from 'kysely'
import { enrolleesFor, type Permit, type Subject } from '#domain/access/policy.ts'
import {
  type AffiliationQueue,
  mootWith,
  type RequestAnswer,
  type RequestOutcome,
  type RequestState,
} from '#domain/affiliation/request.ts'
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

const requests = (db: Db) =>
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

/** It is about an enrollment, or about an application that did not come to nothing. */
const stillAsked = sql<boolean>`(a.status is null or a.status <> all(${mootWith}::text[]))`

type Row = Awaited<ReturnType<ReturnType<typeof requests>['executeTakeFirstOrThrow']>>
const shape = (r: Row): AffiliationRequest => ({
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
const deskShape = (r: Row): DeskAffiliationRequest => ({
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

/** Of everybody whose letters the person may read, the newest first; with `waiting` only those without an answer. */
export async function listOwnAffiliationRequests(
  db: Db,
  permit: Permit<'dashboard.view'>,
  waiting = true,
): Promise<readonly AffiliationRequest[]> {
  const enrollees = enrolleesFor(permit.actor, 'affiliation.view').filter(isRowId)
  if (enrollees.length === 0) return []
  const rows = await requests(db)
    .where('r.enrollee_id', 'in', enrollees)
    .$if(waiting, (q) => q.where('r.state', '=', 'asked').where(stillAsked))
    .orderBy('r.asked_at', 'desc')
    .orderBy('r.id')
    .limit(100)
    .execute()
  return rows.map(shape)
}

/** Those that an application or an enrollment was asked with, as its owner sees them. */
export async function listRequestsOf(
  db: Db,
  _: Permit<'application.view' | 'enrollment.view'>,
  about: { readonly applicationId: string } | { readonly enrollmentId: string },
): Promise<readonly AffiliationRequest[]> {
  const rows = await ofSubject(db, about).execute()
  return rows.map(shape)
}

/** The request that a letter asks for; undefined for any other letter. */
export async function requestOfLetter(db: Db, permit: Permit<'letter.view'>): Promise<AffiliationRequest | undefined> {
  const row = await requests(db).where('r.letter_id', '=', permit.subjectId).executeTakeFirst()
  return row && shape(row)
}

/** The same for the desk, over all that this provider was asked by the contractor. */
export async function listDeskRequestsOf(
  db: Db,
  permit: Permit<'affiliation.ask'>,
): Promise<readonly DeskAffiliationRequest[]> {
  const { enrolleeId, contractorId } = permit.subject
  if (!enrolleeId || !contractorId) return []
  const rows = await requests(db)
    .where('r.enrollee_id', '=', enrolleeId)
    .where('r.contractor_id', '=', contractorId)
    .orderBy('r.asked_at', 'desc')
    .orderBy('r.id')
    .limit(50)
    .execute()
  return rows.map(deskShape)
}

const ofSubject = (db: Db, about: { readonly applicationId: string } | { readonly enrollmentId: string }) =>
  requests(db)
    .where((e) =>
      'applicationId' in about
        ? e('r.application_id', '=', about.applicationId)
        : e('r.enrollment_id', '=', about.enrollmentId),
    )
    .orderBy('r.asked_at', 'desc')
    .orderBy('r.id')
    .limit(50)

const MOST = 200

/** Of a contractor; `today` is the day by which a request is late. */
export async function listDeskQueue(
  db: Db,
  permit: Permit<'affiliation.search'>,
  queue: AffiliationQueue,
  today: Day,
): Promise<readonly DeskAffiliationRequest[]> {
  const { contractorId } = permit.subject
  const rows = await requests(db)
    .where('r.state', '=', queue === 'late' || queue === 'waiting' ? 'asked' : queue)
    .$if(contractorId !== undefined, (q) => q.where('r.contractor_id', '=', contractorId!))
    .$if(queue === 'late', (q) => q.where('r.due_on', '<', today))
    .$if(queue === 'waiting', (q) => q.where('r.due_on', '>=', today))
    .orderBy(queue === 'closed' ? 'r.closed_at' : 'r.due_on', queue === 'closed' ? 'desc' : 'asc')
    .orderBy('r.id')
    .limit(MOST)
    .execute()
  return rows.map(deskShape)
}

/** Requests without an answer that are due on a day or before; for a job, across contractors. */
export async function listWaitingAffiliations(
  db: Db,
  _: Permit<'system.run'>,
  by: Day,
): Promise<readonly (AffiliationRequest & { readonly contractorEmail: string })[]> {
  const rows = await requests(db)
    .select('c.email as contractor_email')
    .where('r.state', '=', 'asked')
    .where(stillAsked)
    .where('r.due_on', '<=', by)
    .orderBy('r.due_on')
    .orderBy('r.id')
    .execute()
  return rows.map((r) => ({ ...shape(r), contractorEmail: r.contractor_email }))
}

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
