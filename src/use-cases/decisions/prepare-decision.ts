/** Prepares a decision on an enrollment, or discards a prepared one. Nothing of the record changes before it is issued. */
import type { Db } from '#db/db.ts'
import type { DecisionSubject } from '#db/queries/decisions/enrollment-decisions.ts'
import { insertPrepared, moveDecision, type NewRecordDecision } from '#db/records/decisions/enrollment-decisions.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import type { Permit } from '#domain/access/policy.ts'
import { type Result, refuse } from '#domain/result.ts'
import { REASON_MIN } from '#domain/review/screening/screening.ts'
import { unseenRefusal } from '#domain/time/notice-proof.ts'
import type { Words } from '#words/index.ts'
import { findStanding } from '../time/revalidation-standing.ts'
import { planPaper } from './decision-paper.ts'

type Preparing = Permit<'enrollment.prepare-decision'>
export type DecisionInput = Omit<NewRecordDecision, 'enrollmentId'>

/** The permit's subject is the enrollment. Refuses as `planPaper` does, with `reason-needed`, `decision-under-way`, `nobody-could-see` or `never-unseen`. */
export function prepareDecision(
  db: Db,
  permit: Preparing,
  input: DecisionInput,
  words: Words,
  now: Date,
): Promise<Result<string>> {
  const d: NewRecordDecision = { ...input, found: input.found.trim(), enrollmentId: permit.subjectId }
  return transactOrRefuse(db, async (tx) => {
    if (d.found.length < REASON_MIN) return refuse({ code: 'reason-needed', at: 'found', with: { min: REASON_MIN } })
    const unseen = await unseenNotice(tx, permit, d, now)
    if (unseen) return refuse({ code: unseen, at: 'unseen' })
    const planned = await planPaper(tx, permit, { ...d, ...all(d) }, words, now)
    return planned.ok ? insertPrepared(tx, permit, d, now) : planned
  })
}

/** What was not answered must have been asked where somebody could see it (domain/time/notice-proof.ts). */
async function unseenNotice(tx: Db, permit: Preparing, d: NewRecordDecision, now: Date) {
  if (!d.reasons.includes('revalidation-not-answered')) return undefined
  const standing = await findStanding(tx, permit, d.enrollmentId, now)
  return unseenRefusal(d.kind, { seen: standing?.seenSince !== undefined, confirmed: d.unseenConfirmed === true })
}

/** Every optional part said, as a stored decision has it. */
const all = (d: NewRecordDecision) => ({
  eventOn: d.eventOn,
  days: d.days,
  barYears: d.barYears,
  undoesId: d.undoesId,
})

/** The permit's subject is the decision. Refuses with `over-already` or `reason-needed`. */
export const discardDecision = (
  db: Db,
  permit: Permit<'enrollment.prepare-decision'> & { readonly subject: DecisionSubject },
  reason: string,
  now: Date,
): Promise<Result<null>> =>
  transactOrRefuse(db, async (tx) => {
    const why = reason.trim()
    if (why.length < REASON_MIN) return refuse({ code: 'reason-needed', at: 'reason', with: { min: REASON_MIN } })
    return moveDecision(tx, permit, permit.subjectId, 'discard', now, { reason: why })
  })
