/** Reads of decisions on enrollments. What was made never changes; only what was prepared can be discarded. */
import type { Permit, Subject } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { RecordDecisionKind } from '#domain/decisions/kinds.ts'
import type { Bar } from '#domain/decisions/plan.ts'
import type { DecisionState } from '#domain/decisions/states.ts'
import type { EnrollmentPeriod } from '#domain/enrollment/enrollment.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { isRowId } from '../application/applications.ts'

export interface DecisionSubject extends Subject {
  readonly enrolleeId: string
  readonly contractorId: string
  readonly enrollmentId: string
}

/** Needs no permit, because permits are minted from it: whose enrollment the decision is about. */
export async function decisionSubject(db: Db, id: string | undefined): Promise<DecisionSubject | undefined> {
  if (!isRowId(id)) return undefined
  const row = await open(db)
    .selectFrom('enrollment_decision as d')
    .innerJoin('enrollment as n', 'n.id', 'd.enrollment_id')
    .select(['n.id', 'n.enrollee_id', 'n.contractor_id'])
    .where('d.id', '=', id)
    .executeTakeFirst()
  return row && { id, enrollmentId: row.id, enrolleeId: row.enrollee_id, contractorId: row.contractor_id }
}

export interface RecordDecision {
  readonly id: string
  readonly enrollmentId: string
  readonly kind: RecordDecisionKind
  readonly state: DecisionState
  readonly reasons: readonly string[]
  readonly found: string
  readonly eventOn: Day | undefined
  readonly days: number | undefined
  readonly barYears: number | undefined
  readonly undoesId: string | undefined
  readonly monitoringCaseId: string | undefined
  readonly preparedBy: string
  readonly preparedByName: string | undefined
  readonly preparedAt: Date
  readonly decidedBy: string | undefined
  readonly decidedByName: string | undefined
  readonly decidedAt: Date | undefined
  readonly effectiveOn: Day | undefined
  readonly untilOn: Day | undefined
  readonly because: readonly string[]
  readonly before: readonly EnrollmentPeriod[] | undefined
  readonly after: readonly EnrollmentPeriod[] | undefined
  readonly letterId: string | undefined
  readonly bar: (Bar & { readonly lifted: boolean }) | undefined
  /** The decision that took it back. */
  readonly undoneById: string | undefined
}

const decisions = (db: Db) =>
  open(db)
    .selectFrom('enrollment_decision as d')
    .leftJoin('app_user as p', 'p.id', 'd.prepared_by')
    .leftJoin('app_user as u', 'u.id', 'd.decided_by')
    .leftJoin('re_enrollment_bar as b', 'b.decision_id', 'd.id')
    .leftJoin('enrollment_decision as x', (j) =>
      j.onRef('x.undoes_id', '=', 'd.id').on('x.state', 'in', ['issued', 'delivered']),
    )
    .selectAll('d')
    .select(['p.display_name as prepared_name', 'u.display_name as decided_name', 'x.id as undone_by'])
    .select(['b.from_on as bar_from', 'b.until_on as bar_until', 'b.lifted_at as bar_lifted'])

type Row = Awaited<ReturnType<ReturnType<typeof decisions>['executeTakeFirstOrThrow']>>
const shape = (r: Row): RecordDecision => ({
  id: r.id,
  enrollmentId: r.enrollment_id,
  kind: r.kind,
  state: r.state,
  reasons: r.reasons,
  found: r.found,
  eventOn: r.event_on ?? undefined,
  days: r.days ?? undefined,
  barYears: r.bar_years ?? undefined,
  undoesId: r.undoes_id ?? undefined,
  monitoringCaseId: r.monitoring_case_id ?? undefined,
  preparedBy: r.prepared_by,
  preparedByName: r.prepared_name ?? undefined,
  preparedAt: r.prepared_at,
  decidedBy: r.decided_by ?? undefined,
  decidedByName: r.decided_name ?? undefined,
  decidedAt: r.decided_at ?? undefined,
  effectiveOn: r.effective_on ?? undefined,
  untilOn: r.until_on ?? undefined,
  because: r.because,
  before: r.periods_before ?? undefined,
  after: r.periods_after ?? undefined,
  letterId: r.letter_id ?? undefined,
  bar: r.bar_from && r.bar_until ? { from: r.bar_from, until: r.bar_until, lifted: r.bar_lifted !== null } : undefined,
  undoneById: r.undone_by ?? undefined,
})

/** The right of the desk to look at decisions, prepared ones too. */
export type DeskLooking = Permit<'decisions.view' | 'enrollment.prepare-decision' | 'enrollment.decide' | 'appeal.hear'>

/** One decision; undefined when there is none. Callers hold a permit for it or for its enrollment. */
export async function findRecordDecision(db: Db, _: DeskLooking, id: string): Promise<RecordDecision | undefined> {
  if (!isRowId(id)) return undefined
  const row = await decisions(db).where('d.id', '=', id).executeTakeFirst()
  return row && shape(row)
}

/** Every decision on an enrollment, the newest first. */
export async function listRecordDecisions(
  db: Db,
  _: DeskLooking,
  enrollmentId: string,
): Promise<readonly RecordDecision[]> {
  const rows = await decisions(db)
    .where('d.enrollment_id', '=', enrollmentId)
    .orderBy('d.prepared_at', 'desc')
    .orderBy('d.id')
    .limit(100)
    .execute()
  return rows.map(shape)
}

/** What the owner sees: decisions whose letter has been delivered, the newest first. */
export async function listMadeDecisions(db: Db, permit: Permit<'enrollment.view'>): Promise<readonly RecordDecision[]> {
  const rows = await decisions(db)
    .where('d.enrollment_id', '=', permit.subjectId)
    .where('d.state', '=', 'delivered')
    .orderBy('d.decided_at', 'desc')
    .limit(100)
    .execute()
  return rows.map(shape)
}

/** Decisions of a contractor that wait for somebody to issue them, the oldest first; then those that were made. */
export async function listDeskDecisions(
  db: Db,
  permit: Permit<'decisions.view'>,
  queue: 'prepared' | 'made',
): Promise<readonly (RecordDecision & { readonly enrolleeName: string })[]> {
  const { contractorId } = permit.subject
  const rows = await decisions(db)
    .innerJoin('enrollment as n', 'n.id', 'd.enrollment_id')
    .innerJoin('enrollee as e', 'e.id', 'n.enrollee_id')
    .select('e.display_name as enrollee_name')
    .where('d.state', 'in', queue === 'prepared' ? ['prepared'] : ['issued', 'delivered'])
    .$if(contractorId !== undefined, (q) => q.where('n.contractor_id', '=', contractorId!))
    .orderBy('d.prepared_at', queue === 'prepared' ? 'asc' : 'desc')
    .orderBy('d.id')
    .limit(100)
    .execute()
  return rows.map((r) => ({ ...shape(r), enrolleeName: r.enrollee_name }))
}
