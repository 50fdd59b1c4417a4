/** Files a rebuttal, a corrective action plan or a request for reconsideration against the decision of a letter, and withdraws one. */
import type { Db } from '#db/db.ts'
import { findContractor } from '#db/queries/contractors.ts'
import { findAppealable } from '#db/queries/decisions/appealable.ts'
import { insertAppeal, moveAppeal } from '#db/records/decisions/appeals.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import type { Permit } from '#domain/access/policy.ts'
import { admit, answerBy, GROUNDS_MIN } from '#domain/appeals/appeal.ts'
import { dayIn } from '#domain/dates.ts'
import { type Result, refuse } from '#domain/result.ts'

export interface AppealInput {
  readonly remedy: string
  readonly grounds: string
  readonly lateReason: string
  /** The typed name is the signature. */
  readonly signerName: string
  readonly agreed: boolean
}
const MOST = 20_000

/**
 * The permit's subject is the letter. Refuses with `not-found`, `not-a-choice`, `reason-needed`, `too-long`, `required`,
 * `must-be-yes`, `too-late`, `late-reason-needed` or `already-filed`.
 */
export function fileAppeal(
  db: Db,
  permit: Permit<'appeal.file'>,
  input: AppealInput,
  now: Date,
): Promise<Result<string>> {
  return transactOrRefuse(db, async (tx) => {
    const against = await findAppealable(tx, permit)
    if (!against) return refuse({ code: 'not-found' })
    const right = against.remedies.find((r) => r.remedy === input.remedy)
    if (!right) return refuse({ code: 'not-a-choice', at: 'remedy' })
    const grounds = input.grounds.trim()
    if (grounds.length < GROUNDS_MIN)
      return refuse({ code: 'reason-needed', at: 'grounds', with: { min: GROUNDS_MIN } })
    if (grounds.length > MOST) return refuse({ code: 'too-long', at: 'grounds', with: { max: MOST } })
    const contractor = await findContractor(tx, against.contractorId)
    if (!contractor) return refuse({ code: 'not-found' })
    const filedOn = dayIn(contractor.zone, now)
    const filing = { untilOn: right.untilOn, filedOn, lateReason: input.lateReason }
    const admitted = admit(right.remedy, filing)
    if (!admitted.ok) return admitted
    if (input.signerName.trim() === '') return refuse({ code: 'required', at: 'signerName' })
    if (!input.agreed) return refuse({ code: 'must-be-yes', at: 'agree' })
    return insertAppeal(
      tx,
      permit,
      against,
      {
        remedy: right.remedy,
        grounds,
        untilOn: right.untilOn,
        filedOn,
        answerBy: answerBy(right.remedy, filedOn),
        lateReason: admitted.value.late ? input.lateReason.trim() : undefined,
        signerName: input.signerName.trim(),
      },
      now,
    )
  })
}

/** The permit's subject is the appeal. Refuses with `over-already`. */
export const withdrawAppeal = (db: Db, permit: Permit<'appeal.file'>, now: Date): Promise<Result<null>> =>
  transactOrRefuse(db, (tx) => moveAppeal(tx, permit, 'withdraw', {}, now))
