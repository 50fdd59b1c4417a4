/** Reads of applications: where one stands, what it holds, and which are a person's to see. */

import type { Kysely } from 'kysely'
import { enrolleesFor, type Permit, type Subject } from '#domain/access/policy.ts'
import type { ApplicationStatus } from '#domain/application/lifecycle.ts'
import type { ApplicationReason } from '#domain/application/reasons.ts'
import { signersOf } from '#domain/application/signers.ts'
import type { Day } from '#domain/dates.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { type At, statement } from '../../kit/statement.ts'
import type { Tables } from '../../kit/tables.ts'

export interface ApplicationSubject extends Subject {
  readonly form: string
  readonly status: ApplicationStatus
  readonly reason: ApplicationReason
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** Is this text a row id at all? Asking the database with anything else would be a fault. */
export const isRowId = (id: string | undefined): id is string => id !== undefined && UUID.test(id)

/** Whom the application names, by the rights of its form and reason. */
const signersNamed = (id: string | null, a: { readonly form: string; readonly reason: ApplicationReason }) => ({
  signerIds: id ? [id] : [],
  delegateIds: id && signersOf(a).includes('delegated-official') ? [id] : [],
})

const subjectRow = statement((k, at: At<{ id: string }>) =>
  k
    .selectFrom('application')
    .select(['id', 'enrollee_id', 'contractor_id', 'signer_id', 'form', 'status', 'reason'])
    .where('id', '=', at('id')),
)

/** The one read that needs no permit, because permits are minted from it: whose it is and where it stands. */
export async function applicationSubject(db: Db, id: string | undefined): Promise<ApplicationSubject | undefined> {
  if (!isRowId(id)) return undefined
  const [row] = await subjectRow(db, { id })
  return (
    row && {
      id: row.id,
      enrolleeId: row.enrollee_id,
      contractorId: row.contractor_id,
      ...signersNamed(row.signer_id, row),
      form: row.form,
      status: row.status,
      reason: row.reason,
    }
  )
}

/** The application with this tracking number; undefined when there is none. For permits, as the one above. */
export async function subjectByTrackingNumber(db: Db, tracking: string): Promise<ApplicationSubject | undefined> {
  const row = await open(db)
    .selectFrom('application')
    .select('id')
    .where('tracking_number', '=', tracking)
    .executeTakeFirst()
  return applicationSubject(db, row?.id)
}

export type ApplicationPermit = Permit<
  | 'application.view'
  | 'application.edit'
  | 'application.sign'
  | 'application.withdraw'
  | 'application.take-up'
  | 'case.view'
  | 'application.review'
  | 'application.decide'
  | 'application.screen'
  | 'fee.pay'
  | 'fee.settle'
  | 'fee.decide'
>

export interface ApplicationHeader {
  readonly id: string
  readonly form: string
  readonly edition: string
  readonly reason: ApplicationReason
  readonly enrolleeId: string
  readonly enrolleeName: string
  readonly enrolleeNpi: string
  readonly enrollmentId: string | undefined
  readonly basisOrdinal: number | undefined
  readonly state: string
  readonly contractorId: string
  readonly contractorName: string
  readonly contractorZone: string
  readonly status: ApplicationStatus
  readonly statusSince: Date
  /** When the party in whose hands it is must have moved. */
  readonly dueOn: Day | undefined
  readonly trackingNumber: string | undefined
  readonly receivedOn: Day | undefined
  readonly assignedTo: string | undefined
  /** Who may sign it; undefined while nobody is named. */
  readonly signerId: string | undefined
  /** "section.question" of answers that came from the registry and were not changed since. */
  readonly prefilled: readonly string[]
  /** Of a change of information: the tasks that the person chose. */
  readonly chosenTasks: readonly string[]
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly version: number
}

export const applicationHeaders = (k: Kysely<Tables>) =>
  k
    .selectFrom('application as a')
    .innerJoin('enrollee as e', 'e.id', 'a.enrollee_id')
    .innerJoin('contractor as c', 'c.id', 'a.contractor_id')
    .select([
      'a.id',
      'a.form',
      'a.edition',
      'a.reason',
      'a.enrollee_id',
      'a.enrollment_id',
      'a.basis_ordinal',
      'a.state',
      'a.contractor_id',
      'a.status',
      'a.status_since',
      'a.due_on',
      'a.tracking_number',
      'a.received_on',
      'a.assigned_to',
      'a.signer_id',
      'a.prefilled',
      'a.chosen_tasks',
      'a.created_at',
      'a.updated_at',
      'a.version',
      'e.display_name',
      'e.npi',
      'c.name as contractor_name',
      'c.time_zone',
    ])

type HeaderRow = Awaited<ReturnType<ReturnType<typeof applicationHeaders>['executeTakeFirstOrThrow']>>
export const applicationHeaderOf = (r: HeaderRow): ApplicationHeader => ({
  id: r.id,
  form: r.form,
  edition: r.edition,
  reason: r.reason,
  enrolleeId: r.enrollee_id,
  enrolleeName: r.display_name,
  enrolleeNpi: r.npi,
  enrollmentId: r.enrollment_id ?? undefined,
  basisOrdinal: r.basis_ordinal ?? undefined,
  state: r.state,
  contractorId: r.contractor_id,
  contractorName: r.contractor_name,
  contractorZone: r.time_zone,
  status: r.status,
  statusSince: r.status_since,
  dueOn: r.due_on ?? undefined,
  trackingNumber: r.tracking_number ?? undefined,
  receivedOn: r.received_on ?? undefined,
  assignedTo: r.assigned_to ?? undefined,
  signerId: r.signer_id ?? undefined,
  prefilled: r.prefilled,
  chosenTasks: r.chosen_tasks,
  createdAt: r.created_at,
  updatedAt: r.updated_at,
  version: r.version,
})

/** The same as `applicationSubject`, for one that was just listed. */
export const subjectOf = (h: ApplicationHeader): ApplicationSubject => ({
  id: h.id,
  enrolleeId: h.enrolleeId,
  contractorId: h.contractorId,
  ...signersNamed(h.signerId ?? null, h),
  form: h.form,
  status: h.status,
  reason: h.reason,
})

const headerRow = statement((k, at: At<{ id: string }>) => applicationHeaders(k).where('a.id', '=', at('id')))

/** Throws when the application is gone since the permit was given. */
export async function findApplication(db: Db, permit: ApplicationPermit): Promise<ApplicationHeader> {
  const [row] = await headerRow(db, { id: permit.subjectId })
  if (!row) throw new Error('an application that was there is gone')
  return applicationHeaderOf(row)
}

/** Applications of every enrollee that the person works for, newest movement first; at most 200. */
export async function listOwnApplications(
  db: Db,
  permit: Permit<'dashboard.view'>,
): Promise<readonly ApplicationHeader[]> {
  const enrollees = enrolleesFor(permit.actor, 'application.view').filter(isRowId)
  if (enrollees.length === 0) return []
  const rows = await applicationHeaders(open(db))
    .where('a.enrollee_id', 'in', enrollees)
    .orderBy('a.updated_at', 'desc')
    .orderBy('a.id')
    .limit(200)
    .execute()
  return rows.map(applicationHeaderOf)
}
