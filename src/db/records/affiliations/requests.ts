/** Writes of requests to disclose affiliations, each with its event in the same transaction. What was signed is sealed. */
import { randomUUID } from 'node:crypto'
import type { Permit } from '#domain/access/policy.ts'
import { type RequestAnswer, type RequestMove, type RequestOutcome, requestAfter } from '#domain/affiliation/request.ts'
import type { JudgedFactor } from '#domain/affiliation/undue-risk.ts'
import type { Day } from '#domain/dates.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import type { Db } from '../../db.ts'
import { open, vaultOf } from '../../kit/open.ts'
import { knownPlace, statementPlace } from '../../queries/affiliations/requests.ts'
import { appendDecisionEvent } from '../decisions/enrollment-decisions.ts'

export interface NewAffiliationRequest {
  readonly enrolleeId: string
  readonly contractorId: string
  readonly applicationId: string | undefined
  readonly enrollmentId: string | undefined
  readonly basis: string
  readonly named: readonly string[]
  readonly askedOn: Day
  readonly dueOn: Day
}

/** Returns its id. Refuses with `affiliations-open` while the contractor waits for another answer of this provider. */
export async function insertAffiliationRequest(
  tx: Db,
  permit: Permit<'affiliation.ask'>,
  r: NewAffiliationRequest,
  at: Date,
): Promise<Result<string>> {
  const id = randomUUID()
  const row = await open(tx)
    .insertInto('affiliation_request')
    .values({
      id,
      enrollee_id: r.enrolleeId,
      contractor_id: r.contractorId,
      application_id: r.applicationId ?? null,
      enrollment_id: r.enrollmentId ?? null,
      state: 'asked',
      basis: r.basis,
      named: JSON.stringify(r.named),
      asked_by: permit.actor.userId,
      asked_at: at,
      asked_on: r.askedOn,
      due_on: r.dueOn,
      letter_id: null,
      answer: null,
      signer_id: null,
      signer_name: null,
      answered_at: null,
      sealed_statement: null,
      statement_sha256: null,
      outcome: null,
      outcome_reason: null,
      factors: null,
      risky: null,
      sealed_known: null,
      known_sha256: null,
      closed_by: null,
      closed_at: null,
    })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) return refuse({ code: 'affiliations-open' })
  await appendDecisionEvent(tx, permit, { affiliationRequestId: id }, 'ask', at, { dueOn: r.dueOn })
  return ok(id)
}

export const saveAffiliationLetter = async (
  tx: Db,
  _: Permit<'affiliation.ask'>,
  id: string,
  letterId: string | undefined,
): Promise<void> => {
  await open(tx)
    .updateTable('affiliation_request')
    .set({ letter_id: letterId ?? null })
    .where('id', '=', id)
    .execute()
}

type Moving = Permit<'affiliation.sign' | 'affiliation.determine'>

export interface RequestMoved {
  readonly dueOn?: Day
  readonly signed?: {
    readonly answer: RequestAnswer
    readonly signerName: string
    readonly statement: string
    readonly sha256: string
  }
  readonly closed?: {
    readonly outcome: RequestOutcome
    readonly reason: string
    readonly factors?: readonly JudgedFactor[]
    readonly risky?: readonly string[]
    /** What the desk saw, as canonical JSON, and its SHA-256. */
    readonly known?: { readonly text: string; readonly sha256: string }
  }
  /** What the event says beside its name. */
  readonly detail?: Readonly<Record<string, unknown>>
}

/** Holds the request until the transaction ends and moves it by the table. Refuses with `over-already`. */
export async function moveAffiliationRequest(
  tx: Db,
  permit: Moving,
  move: RequestMove,
  m: RequestMoved,
  at: Date,
): Promise<Result<null>> {
  const k = open(tx)
  const id = permit.subjectId
  const row = await k
    .selectFrom('affiliation_request')
    .select('state')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const next = requestAfter(row.state, move)
  if (!next.ok) return next
  const { userId } = permit.actor
  await k
    .updateTable('affiliation_request')
    .set({
      state: next.value,
      ...(m.dueOn && { due_on: m.dueOn }),
      ...(m.signed && {
        answer: m.signed.answer,
        signer_id: userId,
        signer_name: m.signed.signerName,
        answered_at: at,
        sealed_statement: vaultOf(tx).seal(statementPlace(id), m.signed.statement),
        statement_sha256: m.signed.sha256,
      }),
      ...(m.closed && {
        outcome: m.closed.outcome,
        outcome_reason: m.closed.reason,
        factors: m.closed.factors ? JSON.stringify(m.closed.factors) : null,
        risky: m.closed.risky ? JSON.stringify(m.closed.risky) : null,
        sealed_known: m.closed.known ? vaultOf(tx).seal(knownPlace(id), m.closed.known.text) : null,
        known_sha256: m.closed.known?.sha256 ?? null,
        closed_by: userId,
        closed_at: at,
      }),
    })
    .where('id', '=', id)
    .execute()
  await appendDecisionEvent(tx, permit, { affiliationRequestId: id }, move, at, m.detail)
  return ok(null)
}

/** Holds a request that can still be answered. Refuses with `over-already`. */
export async function holdForAnswer(
  tx: Db,
  permit: Permit<'affiliation.answer' | 'affiliation.sign'>,
): Promise<Result<null>> {
  const row = await open(tx)
    .selectFrom('affiliation_request')
    .select('state')
    .where('id', '=', permit.subjectId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return row.state === 'asked' ? ok(null) : refuse({ code: 'over-already' })
}
