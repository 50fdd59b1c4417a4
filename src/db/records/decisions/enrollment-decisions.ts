/** Writes of decisions on enrollments, each with its event in the same transaction. Nothing is deleted. */
import { randomUUID } from 'node:crypto'
import { capacityOf } from '#domain/access/delegation.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { AskedDecision, DecisionPlan } from '#domain/decisions/plan.ts'
import { type DecisionMove, decisionAfter } from '#domain/decisions/states.ts'
import type { EnrollmentPeriod } from '#domain/enrollment/enrollment.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { isRowId } from '../../queries/application/applications.ts'

type Making = Permit<'enrollment.prepare-decision' | 'enrollment.decide' | 'appeal.hear'>

export interface NewRecordDecision extends AskedDecision {
  readonly enrollmentId: string
  readonly found: string
  readonly undoesId?: string | undefined
  readonly monitoringCaseId?: string | undefined
  /** Nobody could have seen a notice; the preparer says that the provider was reached in another way. */
  readonly unseenConfirmed?: boolean
}

/** Refuses with `decision-under-way` when another one is prepared, or this one is taken back already. */
export async function insertPrepared(tx: Db, permit: Making, d: NewRecordDecision, at: Date): Promise<Result<string>> {
  const id = randomUUID()
  const row = await open(tx)
    .insertInto('enrollment_decision')
    .values({
      id,
      enrollment_id: d.enrollmentId,
      kind: d.kind,
      state: 'prepared',
      reasons: JSON.stringify(d.reasons),
      found: d.found,
      event_on: d.eventOn ?? null,
      days: d.days ?? null,
      bar_years: d.barYears ?? null,
      undoes_id: d.undoesId ?? null,
      monitoring_case_id: isRowId(d.monitoringCaseId) ? d.monitoringCaseId : null,
      prepared_by: permit.actor.userId,
      prepared_at: at,
      decided_by: null,
      decided_at: null,
      effective_on: null,
      until_on: null,
      letter_id: null,
    })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) return refuse({ code: 'decision-under-way' })
  await appendDecisionEvent(tx, permit, { decisionId: id }, 'prepare', at, {
    kind: d.kind,
    ...(d.unseenConfirmed && { unseenConfirmed: true }),
  })
  return ok(id)
}

/** Holds the decision until the transaction ends and moves it by the table. Refuses with `over-already`. */
export async function moveDecision(
  tx: Db,
  permit: Permit<'enrollment.prepare-decision' | 'enrollment.decide' | 'appeal.hear' | 'system.run'>,
  id: string,
  move: DecisionMove,
  at: Date,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<Result<null>> {
  const k = open(tx)
  const row = await k
    .selectFrom('enrollment_decision')
    .select('state')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const next = decisionAfter(row.state, move)
  if (!next.ok) return next
  await k.updateTable('enrollment_decision').set({ state: next.value }).where('id', '=', id).execute()
  await appendDecisionEvent(tx, permit, { decisionId: id }, move, at, detail)
  return ok(null)
}

/** What issuing found and did, with the letter that tells of it. */
export async function saveIssued(
  tx: Db,
  permit: Making,
  id: string,
  made: {
    readonly plan: DecisionPlan
    readonly before: readonly EnrollmentPeriod[]
    readonly letterId: string | undefined
  },
  at: Date,
): Promise<void> {
  await open(tx)
    .updateTable('enrollment_decision')
    .set({
      decided_by: permit.actor.userId,
      decided_at: at,
      effective_on: made.plan.effectiveOn,
      until_on: made.plan.untilOn ?? null,
      because: JSON.stringify(made.plan.because),
      periods_before: JSON.stringify(made.before),
      periods_after: JSON.stringify(made.plan.periods),
      letter_id: made.letterId ?? null,
    })
    .where('id', '=', id)
    .execute()
}

/** Adds an event; the job "chain-audit" numbers it into the audit log. */
export async function appendDecisionEvent(
  tx: Db,
  permit: Permit<
    | 'enrollment.prepare-decision'
    | 'enrollment.decide'
    | 'appeal.hear'
    | 'appeal.file'
    | 'affiliation.ask'
    | 'affiliation.answer'
    | 'affiliation.sign'
    | 'affiliation.determine'
    | 'system.run'
  >,
  about: { readonly decisionId: string } | { readonly appealId: string } | { readonly affiliationRequestId: string },
  event: string,
  at: Date,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await open(tx)
    .insertInto('decision_event')
    .values({
      id: randomUUID(),
      decision_id: 'decisionId' in about ? about.decisionId : null,
      appeal_id: 'appealId' in about ? about.appealId : null,
      affiliation_request_id: 'affiliationRequestId' in about ? about.affiliationRequestId : null,
      event,
      at,
      actor_id: permit.actor.userId,
      acting_for: capacityOf(permit.actor, permit.subject)?.actingFor ?? null,
      detail: JSON.stringify(detail),
    })
    .execute()
}
