/** What a prepared decision would do if it were issued today, and its letter: the same for the preview and the act. */
import type { Db } from '#db/db.ts'
import { findContractor } from '#db/queries/contractors.ts'
import { listBars, wasRevokedElsewhere } from '#db/queries/decisions/bars.ts'
import {
  type DeskLooking,
  findRecordDecision,
  type RecordDecision,
} from '#db/queries/decisions/enrollment-decisions.ts'
import { type EnrollmentHeader, findEnrollmentForDesk } from '#db/queries/enrollment/enrollments.ts'
import { listBelievedPeriods } from '#db/records/enrollment/enrollment-periods.ts'
import { type Day, dayIn } from '#domain/dates.ts'
import { type DecisionPlan, periodsBefore, planDecision } from '#domain/decisions/plan.ts'
import type { EnrollmentPeriod } from '#domain/enrollment/enrollment.ts'
import type { PaperDocument } from '#domain/paper/document.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { decisionLetter } from '#letters/decision-letter.ts'
import type { LetterHead } from '#letters/letter-head.ts'
import type { Words } from '#words/index.ts'
import { wordingInForce } from './wordings.ts'

export interface DecisionPaper {
  readonly header: EnrollmentHeader
  readonly plan: DecisionPlan
  readonly before: readonly EnrollmentPeriod[]
  readonly paper: PaperDocument
  readonly wordingVersion: number | undefined
  /** In the contractor's zone: the date of the letter, from which every deadline counts. */
  readonly letterOn: Day
}
type Drafted = Pick<
  RecordDecision,
  'kind' | 'reasons' | 'found' | 'eventOn' | 'days' | 'barYears' | 'undoesId' | 'enrollmentId'
> & {
  /** Absent while it is not stored. */
  readonly id?: string
}

/** Refuses with what `planDecision` or `periodsBefore` says, or `not-found` when what it takes back is not there. */
export async function planPaper(
  db: Db,
  permit: DeskLooking,
  d: Drafted,
  words: Words,
  now: Date,
): Promise<Result<DecisionPaper>> {
  const header = await findEnrollmentForDesk(db, permit, d.enrollmentId)
  const letterOn = dayIn(header.contractorZone, now)
  const before = (await listBelievedPeriods(db, permit, d.enrollmentId)).map(({ id: _, ...p }) => p)
  const undone = d.undoesId ? await findRecordDecision(db, permit, d.undoesId) : undefined
  const planned =
    d.kind === 'rescind'
      ? takeBack(undone, before, d)
      : planDecision(
          d,
          {
            periods: before,
            revokedBefore: await wasRevokedElsewhere(db, permit, d.enrollmentId),
            bar: (await listBars(db, permit, header.enrolleeId, letterOn)).find(
              (b) => b.enrollmentId === d.enrollmentId,
            ),
          },
          letterOn,
        )
  if (!planned.ok) return planned
  const { wording, version } = await wordingInForce(db, permit, d.kind, words)
  const undoneOf = undone?.decidedAt && dayIn(header.contractorZone, undone.decidedAt)
  const facts = { ...d, ptan: header.ptan, plan: planned.value, undoneOf }
  const paper = decisionLetter(await enrollmentLetterHead(db, header, now), facts, wording, words)
  return ok({ header, plan: planned.value, before, paper, wordingVersion: version, letterOn })
}

/** The record as it was before the decision that is taken back. */
function takeBack(
  undone: RecordDecision | undefined,
  now: readonly EnrollmentPeriod[],
  { id, reasons }: Pick<Drafted, 'id' | 'reasons'>,
): Result<DecisionPlan> {
  if (!undone?.before || !undone.after || !undone.effectiveOn) return refuse({ code: 'not-found' })
  if (undone.undoneById && undone.undoneById !== id) return refuse({ code: 'already-so' })
  if (reasons.length === 0) return refuse({ code: 'reason-needed', at: 'reasons', with: { min: 1 } })
  const periods = periodsBefore({ before: undone.before, after: undone.after }, now)
  if (!periods.ok) return periods
  return ok({ effectiveOn: undone.effectiveOn, periods: periods.value, because: ['42 CFR 424.545'] })
}

/** The head of a letter about an enrollment, dated in the contractor's zone. */
export async function enrollmentLetterHead(
  db: Db,
  header: Pick<EnrollmentHeader, 'id' | 'contractorId' | 'enrolleeName' | 'enrolleeNpi'>,
  now: Date,
): Promise<LetterHead> {
  const contractor = await findContractor(db, header.contractorId)
  if (!contractor) throw new Error(`no contractor ${header.contractorId}`)
  return {
    contractor,
    enrolleeName: header.enrolleeName,
    npi: header.enrolleeNpi,
    trackingNumber: header.id,
    on: dayIn(contractor.zone, now),
  }
}
