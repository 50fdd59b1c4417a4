/** Reads of appeals: what was filed against which decision, by whom, with which papers, and what came of it. */
import { enrolleesFor, type Permit, type Subject } from '#domain/access/policy.ts'
import type { AppealState } from '#domain/appeals/appeal.ts'
import type { AppealOutcome, Remedy } from '#domain/appeals/remedies.ts'
import { type Day, dayIn } from '#domain/dates.ts'
import type { AnyDecisionKind } from '#domain/decisions/kinds.ts'
import type { Db } from '../../db.ts'
import { open, vaultOf } from '../../kit/open.ts'
import { isRowId } from '../application/applications.ts'

export interface AppealSubject extends Subject {
  readonly enrolleeId: string
  readonly contractorId: string
}

/** Needs no permit, because permits are minted from it. */
export async function appealSubject(db: Db, id: string | undefined): Promise<AppealSubject | undefined> {
  if (!isRowId(id)) return undefined
  const row = await open(db)
    .selectFrom('appeal')
    .select(['enrollee_id', 'contractor_id'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { id, enrolleeId: row.enrollee_id, contractorId: row.contractor_id }
}

export interface Appeal {
  readonly id: string
  readonly remedy: Remedy
  readonly state: AppealState
  readonly kind: AnyDecisionKind
  readonly reasons: readonly string[]
  readonly enrollmentDecisionId: string | undefined
  readonly applicationDecisionId: string | undefined
  readonly applicationId: string | undefined
  readonly enrollmentId: string | undefined
  /** The enrollment or the tracking number. */
  readonly about: string
  readonly enrolleeId: string
  readonly enrolleeName: string
  readonly enrolleeNpi: string
  readonly contractorId: string
  readonly contractorZone: string
  readonly decisionOn: Day
  readonly fileUntil: Day
  readonly filedOn: Day
  readonly answerBy: Day
  readonly lateReason: string | undefined
  readonly goodCause: boolean | undefined
  readonly signerName: string
  readonly filedAt: Date
  readonly assignedTo: string | undefined
  readonly assignedName: string | undefined
  readonly outcome: AppealOutcome | undefined
  readonly outcomeReason: string | undefined
  readonly decidedName: string | undefined
  readonly decidedAt: Date | undefined
  readonly letterId: string | undefined
}

const appeals = (db: Db) =>
  open(db)
    .selectFrom('appeal as a')
    .innerJoin('enrollee as e', 'e.id', 'a.enrollee_id')
    .innerJoin('contractor as c', 'c.id', 'a.contractor_id')
    .leftJoin('enrollment_decision as d', 'd.id', 'a.enrollment_decision_id')
    .leftJoin('decision as x', 'x.id', 'a.application_decision_id')
    .leftJoin('application as p', 'p.id', 'x.application_id')
    .leftJoin('app_user as u', 'u.id', 'a.assigned_to')
    .leftJoin('app_user as v', 'v.id', 'a.decided_by')
    .selectAll('a')
    .select(['e.display_name', 'e.npi', 'c.time_zone', 'u.display_name as assigned_name'])
    .select(['v.display_name as decided_name', 'd.kind as d_kind', 'd.reasons as d_reasons', 'd.decided_at as d_at'])
    .select(['x.kind as x_kind', 'x.reasons as x_reasons', 'x.decided_at as x_at', 'p.id as application_id'])
    .select(['d.enrollment_id as d_enrollment', 'p.enrollment_id as p_enrollment', 'p.tracking_number'])

type Row = Awaited<ReturnType<ReturnType<typeof appeals>['executeTakeFirstOrThrow']>>
const shape = (r: Row): Appeal => ({
  id: r.id,
  remedy: r.remedy,
  state: r.state,
  kind: (r.d_kind ?? r.x_kind) as AnyDecisionKind,
  reasons: r.d_reasons ?? r.x_reasons ?? [],
  enrollmentDecisionId: r.enrollment_decision_id ?? undefined,
  applicationDecisionId: r.application_decision_id ?? undefined,
  applicationId: r.application_id ?? undefined,
  enrollmentId: r.d_enrollment ?? r.p_enrollment ?? undefined,
  about: r.d_enrollment ?? r.tracking_number ?? '',
  enrolleeId: r.enrollee_id,
  enrolleeName: r.display_name,
  enrolleeNpi: r.npi,
  contractorId: r.contractor_id,
  contractorZone: r.time_zone,
  decisionOn: dayIn(r.time_zone, r.d_at ?? r.x_at ?? r.filed_at),
  fileUntil: r.file_until,
  filedOn: r.filed_on,
  answerBy: r.answer_by,
  lateReason: r.late_reason ?? undefined,
  goodCause: r.good_cause ?? undefined,
  signerName: r.signer_name,
  filedAt: r.filed_at,
  assignedTo: r.assigned_to ?? undefined,
  assignedName: r.assigned_name ?? undefined,
  outcome: r.outcome ?? undefined,
  outcomeReason: r.outcome_reason ?? undefined,
  decidedName: r.decided_name ?? undefined,
  decidedAt: r.decided_at ?? undefined,
  letterId: r.letter_id ?? undefined,
})

export type AppealLooking = Permit<'appeal.view' | 'appeal.file' | 'appeal.hear'>
export const groundsPlace = (id: string): string => `appeal|sealed_grounds|${id}`

export async function findAppeal(db: Db, permit: AppealLooking): Promise<Appeal & { readonly grounds: string }> {
  const row = await appeals(db).where('a.id', '=', permit.subjectId).executeTakeFirstOrThrow()
  return { ...shape(row), grounds: vaultOf(db).unseal(groundsPlace(row.id), row.sealed_grounds).toString() }
}

/** Of every enrollee whose letters the person may read, the newest first. */
export async function listOwnAppeals(db: Db, permit: Permit<'dashboard.view'>): Promise<readonly Appeal[]> {
  const enrollees = enrolleesFor(permit.actor, 'appeal.view').filter(isRowId)
  if (enrollees.length === 0) return []
  const rows = await appeals(db)
    .where('a.enrollee_id', 'in', enrollees)
    .orderBy('a.filed_at', 'desc')
    .orderBy('a.id')
    .limit(100)
    .execute()
  return rows.map(shape)
}

export const appealQueues = ['open', 'mine', 'closed'] as const
export type AppealQueue = (typeof appealQueues)[number]
export const isAppealQueue = (s: string | undefined): s is AppealQueue =>
  (appealQueues as readonly (string | undefined)[]).includes(s)

/** Of the contractor, what must be answered first first; closed ones the newest first. */
export async function listDeskAppeals(
  db: Db,
  permit: Permit<'decisions.view'>,
  queue: AppealQueue,
): Promise<readonly Appeal[]> {
  const { contractorId } = permit.subject
  const rows = await appeals(db)
    .where('a.state', 'in', queue === 'closed' ? ['decided', 'withdrawn'] : ['filed', 'assigned'])
    .$if(contractorId !== undefined, (q) => q.where('a.contractor_id', '=', contractorId!))
    .$if(queue === 'mine', (q) => q.where('a.assigned_to', '=', permit.actor.userId))
    .orderBy('a.answer_by', queue === 'closed' ? 'desc' : 'asc')
    .orderBy('a.id')
    .limit(200)
    .execute()
  return rows.map(shape)
}

/** Everybody who had a part in the decision: none of them hears the appeal. */
export async function listMakers(db: Db, _: AppealLooking, a: Appeal): Promise<readonly string[]> {
  const k = open(db)
  if (a.enrollmentDecisionId) {
    const row = await k
      .selectFrom('enrollment_decision')
      .select(['prepared_by', 'decided_by'])
      .where('id', '=', a.enrollmentDecisionId)
      .executeTakeFirstOrThrow()
    return [row.prepared_by, row.decided_by].filter((id) => id !== null)
  }
  const rows = await k
    .selectFrom('decision as x')
    .leftJoin('application_event as e', (j) =>
      j.onRef('e.application_id', '=', 'x.application_id').on('e.event', '=', 'recommend'),
    )
    .select(['x.decided_by', 'e.actor_id'])
    .where('x.id', '=', a.applicationDecisionId!)
    .execute()
  return [...new Set(rows.flatMap((r) => [r.decided_by, r.actor_id].filter((id) => id !== null)))]
}
