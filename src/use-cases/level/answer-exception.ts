/**
 * The second person grants an exception or refuses it. A granted one stands among the checks, with its ground, the
 * authority and both persons, and calls the tasks off for which it stands; in one transaction.
 */
import type { Db } from '#db/db.ts'
import { listTasks } from '#db/queries/application/case-tasks.ts'
import { type LevelException, listExceptions } from '#db/queries/application/level-exceptions.ts'
import { listChecks } from '#db/queries/application/screening.ts'
import { appendEvent } from '#db/records/application/application-events.ts'
import { lockApplication } from '#db/records/application/applications.ts'
import { closeTask } from '#db/records/application/case-tasks.ts'
import { answerException as saveAnswer } from '#db/records/application/level-exceptions.ts'
import { insertChecks } from '#db/records/application/screening.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { isOpen } from '#domain/application/lifecycle.ts'
import { dayIn } from '#domain/dates.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { groundOf } from '#domain/review/level/exception-grounds.ts'
import { REASON_MIN } from '#domain/review/screening/screening.ts'
import { type CaseFile, findCaseFile, submissionUnderReview } from '../case/case-file.ts'
import { APPLICANT } from '../screening/screening-subjects.ts'
import { type DeskOffice, tellDesk } from '../tasks/tell-desk.ts'

type Deciding = Permit<'application.decide'>

/**
 * Refuses with `not-found`, `already-so` when it was answered, `two-people` for one's own, `reason-needed`,
 * `result-stands` when a result came meanwhile, or the status.
 */
export async function answerException(
  db: Db,
  permit: Deciding,
  said: { readonly id: string | undefined; readonly grants: boolean; readonly reason: string },
  office: DeskOffice,
  now: Date,
): Promise<Result<null>> {
  const found = await findCaseFile(db, permit)
  return transact(db, async (tx) => {
    const locked = await lockApplication(tx, permit)
    const asked = (await listExceptions(tx, permit)).find((e) => e.id === said.id)
    if (!asked) return refuse({ code: 'not-found' })
    if (asked.state !== 'asked') return refuse({ code: 'already-so' })
    if (!isOpen(locked.status)) return refuse({ code: 'not-in-this-status', with: { status: locked.status } })
    if (asked.askedBy === permit.actor.userId) return refuse({ code: 'two-people' })
    const answer = said.reason.trim()
    if (answer.length < REASON_MIN) return refuse({ code: 'reason-needed', at: 'answer', with: { min: REASON_MIN } })
    if (said.grants && (await listChecks(tx, permit)).some((c) => c.kind === asked.kind))
      return refuse({ code: 'result-stands' })
    const state = said.grants ? 'granted' : 'refused'
    await saveAnswer(tx, permit, asked.id, { state, answer }, now)
    const detail = {
      kind: asked.kind,
      act: 'exception',
      ground: asked.ground,
      result: `exception-${state}`,
      note: answer,
    }
    await appendEvent(tx, permit.subjectId, 'task', permit.actor, now, detail)
    if (said.grants) await stand(tx, permit, found, { ...asked, answer }, now)
    const t = office.words.desk.tasks
    const says = t.finished(t.kinds[asked.kind], t.level.grounds[asked.ground], t.results[detail.result] ?? '')
    await tellDesk(tx, permit, { userId: asked.askedBy, kind: 'task-done', says }, office, now)
    return ok(null)
  })
}

/** Puts the exception among the checks, and calls off what is still to be done. */
async function stand(tx: Db, permit: Deciding, found: CaseFile, e: LevelException, now: Date): Promise<void> {
  const { cite } = groundOf(e.ground)
  const exception = {
    ground: e.ground,
    ...(e.reliedOn && { reliedOn: e.reliedOn }),
    reason: e.reason,
    askedBy: e.askedBy,
    grantedBy: permit.actor.userId,
    answer: e.answer ?? '',
  }
  const check = {
    kind: e.kind,
    subject: APPLICANT,
    submission: submissionUnderReview(found),
    outcome: 'recorded',
    evidence: { exception, cite },
    source: undefined,
    sourceAsOf: e.reliedOn ?? dayIn(found.header.contractorZone, now),
  } as const
  await insertChecks(tx, permit, [check], now)
  for (const task of (await listTasks(tx, permit)).filter((t) => t.kind === e.kind && t.state === 'open')) {
    await closeTask(tx, permit, task.id, { result: undefined, report: { reason: e.reason } }, now)
    const detail = { task: task.id, kind: task.kind, act: 'cancelled', what: task.what, note: e.reason }
    await appendEvent(tx, permit.subjectId, 'task', permit.actor, now, detail)
  }
}
