/** Writes of appeals, each with its event in the same transaction. Grounds are sealed; nothing is deleted. */
import { randomUUID } from 'node:crypto'
import type { Permit } from '#domain/access/policy.ts'
import { type AppealMove, appealAfter } from '#domain/appeals/appeal.ts'
import type { AppealOutcome, Remedy } from '#domain/appeals/remedies.ts'
import type { Day } from '#domain/dates.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import type { Db } from '../../db.ts'
import { open, vaultOf } from '../../kit/open.ts'
import { appealDocumentPlace } from '../../queries/decisions/appeal-history.ts'
import type { Appealable } from '../../queries/decisions/appealable.ts'
import { groundsPlace } from '../../queries/decisions/appeals.ts'
import { appendDecisionEvent } from './enrollment-decisions.ts'

export interface NewAppeal {
  readonly remedy: Remedy
  readonly grounds: string
  readonly untilOn: Day
  readonly filedOn: Day
  readonly answerBy: Day
  readonly lateReason: string | undefined
  readonly signerName: string
}

/** Refuses with `already-filed` when there is one of this kind against the decision that was not withdrawn. */
export async function insertAppeal(
  tx: Db,
  permit: Permit<'appeal.file'>,
  against: Appealable,
  a: NewAppeal,
  at: Date,
): Promise<Result<string>> {
  const id = randomUUID()
  const row = await open(tx)
    .insertInto('appeal')
    .values({
      id,
      remedy: a.remedy,
      state: 'filed',
      enrollment_decision_id: 'enrollmentDecisionId' in against.decision ? against.decision.enrollmentDecisionId : null,
      application_decision_id:
        'applicationDecisionId' in against.decision ? against.decision.applicationDecisionId : null,
      enrollee_id: against.enrolleeId,
      contractor_id: against.contractorId,
      sealed_grounds: vaultOf(tx).seal(groundsPlace(id), a.grounds),
      file_until: a.untilOn,
      filed_on: a.filedOn,
      answer_by: a.answerBy,
      late_reason: a.lateReason ?? null,
      good_cause: null,
      signer_id: permit.actor.userId,
      signer_name: a.signerName,
      filed_at: at,
      assigned_to: null,
      outcome: null,
      outcome_reason: null,
      decided_by: null,
      decided_at: null,
      letter_id: null,
    })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) return refuse({ code: 'already-filed' })
  await appendDecisionEvent(tx, permit, { appealId: id }, 'file', at, { remedy: a.remedy })
  return ok(id)
}

type Moving = Permit<'appeal.hear' | 'appeal.file'>

/** Holds the appeal until the transaction ends and moves it by the table. Refuses with `over-already`. */
export async function moveAppeal(
  tx: Db,
  permit: Moving,
  move: AppealMove,
  set: {
    readonly assigned_to?: string
    readonly outcome?: AppealOutcome
    readonly outcome_reason?: string
    readonly decided_by?: string
    readonly decided_at?: Date
  },
  at: Date,
): Promise<Result<null>> {
  const k = open(tx)
  const row = await k
    .selectFrom('appeal')
    .select('state')
    .where('id', '=', permit.subjectId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const next = appealAfter(row.state, move)
  if (!next.ok) return next
  await k
    .updateTable('appeal')
    .set({ state: next.value, ...set })
    .where('id', '=', permit.subjectId)
    .execute()
  await appendDecisionEvent(tx, permit, { appealId: permit.subjectId }, move, at)
  return ok(null)
}

export const saveAppealLetter = async (tx: Db, permit: Permit<'appeal.hear'>, letterId: string): Promise<void> => {
  await open(tx).updateTable('appeal').set({ letter_id: letterId }).where('id', '=', permit.subjectId).execute()
}

/** Whether there was a good cause for being late: said once, by whoever hears the appeal. */
export async function saveGoodCause(tx: Db, permit: Permit<'appeal.hear'>, is: boolean, at: Date): Promise<void> {
  await open(tx).updateTable('appeal').set({ good_cause: is }).where('id', '=', permit.subjectId).execute()
  await appendDecisionEvent(tx, permit, { appealId: permit.subjectId }, is ? 'good-cause' : 'no-good-cause', at)
}

/** A denial that was reversed no longer counts as the decision of its submission. */
export async function markOverturned(tx: Db, _: Permit<'appeal.hear'>, decisionId: string, at: Date): Promise<void> {
  await open(tx).updateTable('decision').set({ overturned_at: at }).where('id', '=', decisionId).execute()
}

export const sealAppealDocument = (db: Db, id: string, clear: Uint8Array): Buffer =>
  vaultOf(db).seal(appealDocumentPlace(id), clear)

export interface NewAppealDocument {
  readonly id: string
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: number
  readonly sha256: string
  readonly storedAs: string
  readonly scannedClean: boolean
}

/** False when the same file is there already. */
export async function insertAppealDocument(
  tx: Db,
  permit: Permit<'appeal.file'>,
  d: NewAppealDocument,
  at: Date,
): Promise<boolean> {
  const row = await open(tx)
    .insertInto('appeal_document')
    .values({
      id: d.id,
      appeal_id: permit.subjectId,
      file_name: d.fileName,
      media_type: d.mediaType,
      bytes: d.bytes,
      sha256: d.sha256,
      stored_as: d.storedAs,
      scan_state: d.scannedClean ? 'clean' : 'not-scanned',
      scanned_at: d.scannedClean ? at : null,
      scan_found: null,
      added_by: permit.actor.userId,
      added_at: at,
    })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (row) await appendDecisionEvent(tx, permit, { appealId: permit.subjectId }, 'document', at)
  return row !== undefined
}
