/** Reads of decisions. A decision never changes. */
import type { Day } from '#domain/dates.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import type { ApplicationPermit } from '../application/applications.ts'

export interface StoredDecision {
  readonly submission: number
  readonly kind: string
  readonly reasons: readonly string[]
  readonly effectiveOn: Day | undefined
  readonly mayBillFrom: Day | undefined
  readonly because: readonly string[]
  readonly note: string | undefined
  readonly decidedBy: string
  readonly decidedAt: Date
}

/** The newest decision of the application; undefined while it is open. */
export async function findDecision(db: Db, permit: ApplicationPermit): Promise<StoredDecision | undefined> {
  const r = await open(db)
    .selectFrom('decision')
    .selectAll()
    .where('application_id', '=', permit.subjectId)
    .orderBy('decided_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (
    r && {
      submission: r.submission_ordinal,
      kind: r.kind,
      reasons: r.reasons,
      effectiveOn: r.effective_on ?? undefined,
      mayBillFrom: r.may_bill_from ?? undefined,
      because: r.because,
      note: r.note ?? undefined,
      decidedBy: r.decided_by,
      decidedAt: r.decided_at,
    }
  )
}

/** The key of the letter of a decision: one more after each decision on the submission that an appeal reversed. */
export async function decisionLetterKey(db: Db, permit: ApplicationPermit, submission: number): Promise<string> {
  const { n } = await open(db)
    .selectFrom('decision')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('application_id', '=', permit.subjectId)
    .where('submission_ordinal', '=', submission)
    .where('overturned_at', 'is not', null)
    .executeTakeFirstOrThrow()
  return `decision:${permit.subjectId}:${submission}${n > 0 ? `:${n}` : ''}`
}
