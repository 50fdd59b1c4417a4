/** The analyst who holds a case asks that it may go without a visit or fingerprints, on a cited ground and with a reason. */
import type { Db } from '#db/db.ts'
import { listExceptions } from '#db/queries/application/level-exceptions.ts'
import { listChecks } from '#db/queries/application/screening.ts'
import { appendEvent } from '#db/records/application/application-events.ts'
import { lockApplication } from '#db/records/application/applications.ts'
import { insertException } from '#db/records/application/level-exceptions.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { allows } from '#domain/application/lifecycle.ts'
import type { Day } from '#domain/dates.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { type ExceptionGround, groundOf, reliedProblem } from '#domain/review/level/exception-grounds.ts'
import { askedBy } from '#domain/review/level/level-asks.ts'
import { REASON_MIN } from '#domain/review/screening/screening.ts'
import { levelOf } from './level-standing.ts'

export interface AskedException {
  readonly ground: ExceptionGround | undefined
  /** The day of the visit or the fingerprints that are relied on. */
  readonly reliedOn: Day | undefined
  readonly reason: string
}

/**
 * Refuses with `not-a-choice`, `reason-needed`, `required`, `date-in-future` or `relied-too-old` (the day),
 * `not-your-case`, `not-asked-by-level`, `result-stands`, `already-so` while one is asked, or the status.
 */
export async function askException(
  db: Db,
  permit: Permit<'application.review'>,
  asked: AskedException,
  today: Day,
  now: Date,
): Promise<Result<null>> {
  if (!asked.ground) return refuse({ code: 'not-a-choice', at: 'ground' })
  const ground = groundOf(asked.ground)
  const wrong = reliedProblem(ground, asked.reliedOn, today)
  if (wrong)
    return wrong === 'too-old'
      ? refuse({ code: 'relied-too-old', at: 'reliedOn', with: { months: ground.months ?? 0 } })
      : refuse({ code: wrong, at: 'reliedOn' })
  const reason = asked.reason.trim()
  if (reason.length < REASON_MIN) return refuse({ code: 'reason-needed', at: 'reason', with: { min: REASON_MIN } })
  const said = { kind: ground.of, ground: asked.ground, reliedOn: ground.months ? asked.reliedOn : undefined, reason }
  return transact(db, async (tx) => {
    const locked = await lockApplication(tx, permit)
    if (locked.assignedTo !== permit.actor.userId) return refuse({ code: 'not-your-case' })
    if (!allows(locked.status, 'recommend'))
      return refuse({ code: 'not-in-this-status', with: { status: locked.status } })
    const checks = await listChecks(tx, permit)
    const level = levelOf(checks)
    if (!level || !askedBy(level).includes(ground.of)) return refuse({ code: 'not-asked-by-level', at: 'ground' })
    if (checks.some((c) => c.kind === ground.of)) return refuse({ code: 'result-stands', at: 'ground' })
    if ((await listExceptions(tx, permit)).some((e) => e.kind === ground.of && e.state === 'asked'))
      return refuse({ code: 'already-so' })
    await insertException(tx, permit, said, now)
    const detail = { kind: ground.of, act: 'exception', ground: asked.ground, result: 'exception-asked', note: reason }
    await appendEvent(tx, permit.subjectId, 'task', permit.actor, now, detail)
    return ok(null)
  })
}
