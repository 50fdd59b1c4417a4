/** Lists of requests to disclose affiliations: one's own, of an application or enrollment, of a desk, for a job. Reads only. */
import { sql } from 'kysely'
import { enrolleesFor, type Permit } from '#domain/access/policy.ts'
import { type AffiliationQueue, mootWith } from '#domain/affiliation/request.ts'
import type { Day } from '#domain/dates.ts'
import type { Db } from '../../db.ts'
import { isRowId } from '../application/applications.ts'
import { type AffiliationRequest, type DeskAffiliationRequest, deskShape, requests, shape } from './requests.ts'

/** It is about an enrollment, or about an application that did not come to nothing. */
const stillAsked = sql<boolean>`(a.status is null or a.status <> all(${mootWith}::text[]))`

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
