/** The analyst recommends approval; the supervisor decides or sends the case back. */
import type { Db } from '#db/db.ts'
import { type ApplicationPermit, listEvents } from '#db/queries/application/applications.ts'
import { listTasks } from '#db/queries/application/case-tasks.ts'
import { listChecks } from '#db/queries/application/screening.ts'
import { lockApplication, moveApplication } from '#db/records/application/applications.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { reasonOf } from '#domain/application/reasons.ts'
import { ok, type Problem, type Result, refuse } from '#domain/result.ts'
import { isByHand, type OpenCheck, openChecks, REASON_MIN } from '#domain/review/screening/screening.ts'
import { readingOf } from '#forms/readings.ts'
import { type CaseFile, findCaseFile, submissionUnderReview } from '../case/case-file.ts'
import { requiredChecks } from '../screening/screening-subjects.ts'

/** What still keeps the case from being recommended. Results about an earlier submission do not count. */
export async function findOpenChecks(
  db: Db,
  permit: ApplicationPermit,
  found: CaseFile,
): Promise<readonly OpenCheck[]> {
  // Nobody has to pass a check to leave.
  if (reasonOf(found.header).record === 'ends') return []
  const ordinal = submissionUnderReview(found)
  const checks = await listChecks(db, permit)
  const current = checks.filter((c) => c.submission === ordinal || isByHand(c.kind))
  const required = requiredChecks(readingOf(found.header.form), found.whole)
  // A license that is no longer in the file needs no board any more.
  const asked = current.filter((c) => c.kind !== 'license-board' || required.some((r) => r.subject === c.subject))
  return openChecks(required, asked)
}

/**
 * Refuses with `screening-open` (one problem a check, `with` kind, subject and why), `tasks-open`, `not-your-case` or
 * the status.
 */
export async function recommendApplication(
  db: Db,
  permit: Permit<'application.review'>,
  note: string,
  now: Date,
): Promise<Result<null>> {
  const found = await findCaseFile(db, permit)
  return transact(db, async (tx) => {
    const locked = await lockApplication(tx, permit)
    if (locked.assignedTo !== permit.actor.userId) return refuse({ code: 'not-your-case' })
    const open = await findOpenChecks(tx, permit, found)
    const waiting = (await listTasks(tx, permit)).filter((t) => t.state === 'open')
    const [first, ...more]: readonly Problem[] = [
      ...open.map(({ kind, subject, why }) => ({ code: 'screening-open', with: { kind, subject, why } }) as const),
      ...waiting.map((t) => ({ code: 'tasks-open', with: { what: t.what } }) as const),
    ]
    if (first) return refuse(first, ...more)
    const detail = note.trim() === '' ? {} : { note: note.trim() }
    const moved = await moveApplication(tx, locked, { event: 'recommend', dueOn: null, detail }, permit.actor, now)
    return moved.ok ? ok(null) : moved
  })
}

/** The supervisor wants more from the analyst. Refuses with `reason-needed` or the status. */
export const sendBack = (
  db: Db,
  permit: Permit<'application.decide'>,
  reason: string,
  now: Date,
): Promise<Result<null>> =>
  transact(db, async (tx) => {
    const locked = await lockApplication(tx, permit)
    if (reason.trim().length < REASON_MIN)
      return refuse({ code: 'reason-needed', at: 'sendBackReason', with: { min: REASON_MIN } })
    const detail = { note: reason.trim() }
    const moved = await moveApplication(tx, locked, { event: 'send-back', dueOn: null, detail }, permit.actor, now)
    return moved.ok ? ok(null) : moved
  })

/** The person who recommended last; undefined when nobody did. */
export async function recommenderOf(db: Db, permit: ApplicationPermit): Promise<string | undefined> {
  return (await listEvents(db, permit)).findLast((e) => e.event === 'recommend')?.actorId
}
