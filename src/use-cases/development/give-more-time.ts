/** Gives a provider more time on a development request: a later last day with its reason, a line of history, a mail. */
import type { Db } from '#db/db.ts'
import { findApplication } from '#db/queries/application/applications.ts'
import { findOpenRequest } from '#db/queries/application/development-requests.ts'
import { findContractor } from '#db/queries/contractors.ts'
import { listNotifiedAddresses } from '#db/queries/enrollment/enrollee-people.ts'
import { appendEvent } from '#db/records/application/application-events.ts'
import { lockApplication } from '#db/records/application/applications.ts'
import { saveDueDay } from '#db/records/application/development-requests.ts'
import { queueMessage } from '#db/records/messages.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import { type Actor, can, type Permit } from '#domain/access/policy.ts'
import { allows } from '#domain/application/lifecycle.ts'
import { type Day, dayIn, isDay } from '#domain/dates.ts'
import { ok, type Problem, type Result, refuse } from '#domain/result.ts'
import { giveTime, type TimeGiver } from '#domain/review/development/more-time.ts'
import { REASON_MIN } from '#domain/review/screening/screening.ts'
import { sayDay } from '#forms/kit/say.ts'
import type { Words } from '#words/index.ts'
import type { LetterOffice } from '../decisions/send-letter.ts'

export interface MoreTime {
  readonly dueOn: string
  readonly reason: string
}

/** In which capacity somebody of the desk gives time; a supervisor may do so in a case that another holds. */
export const timeGiver = (actor: Actor, applicationId: string, contractorId: string): TimeGiver =>
  can(actor, 'application.decide', { id: applicationId, contractorId }) ? 'supervisor' : 'analyst'

/**
 * Returns the new last day. Refuses with `not-in-this-status`, `not-your-case`, `not-a-date`, `reason-needed`, or what
 * the limits say (`not-later`, `date-in-past`, `supervisor-gives`, `past-the-limit`).
 */
export const giveMoreTime = (
  db: Db,
  permit: Permit<'application.review'>,
  given: MoreTime,
  { site, words }: LetterOffice,
  now: Date,
): Promise<Result<Day>> =>
  transactOrRefuse(db, async (tx) => {
    const locked = await lockApplication(tx, permit)
    const request = await findOpenRequest(tx, permit)
    if (!request || !allows(locked.status, 'answer-development'))
      return refuse({ code: 'not-in-this-status', with: { status: locked.status } })
    const by = timeGiver(permit.actor, locked.id, locked.contractorId)
    if (locked.assignedTo !== permit.actor.userId && by !== 'supervisor') return refuse({ code: 'not-your-case' })
    const header = await findApplication(tx, permit)
    const reason = given.reason.trim()
    const problems: readonly Problem[] = [
      ...dateProblems(given.dueOn, request, by, dayIn(header.contractorZone, now), words),
      ...(reason.length < REASON_MIN
        ? [{ code: 'reason-needed', at: 'reason', with: { min: REASON_MIN } } as const]
        : []),
    ]
    const [first, ...more] = problems
    if (first) return refuse(first, ...more)
    const dueOn = given.dueOn as Day
    await saveDueDay(tx, permit, request.id, dueOn, now)
    await appendEvent(tx, locked.id, 'more-time', permit.actor, now, { from: request.dueOn, dueOn, note: reason })
    const mail = words.mails.developmentMoreTime({
      number: locked.trackingNumber ?? '',
      contractor: (await findContractor(tx, locked.contractorId))?.name ?? '',
      due: sayDay(dueOn, words.values),
      link: `${site.origin}/applications/${locked.id}`,
    })
    for (const recipient of await listNotifiedAddresses(tx, permit, locked.enrolleeId)) {
      const dedupeKey = `more-time|${request.id}|${dueOn}|${recipient}`
      await queueMessage(
        tx,
        { channel: 'email', recipient, template: 'more-time', dedupeKey, contractorId: locked.contractorId, ...mail },
        now,
      )
    }
    return ok(dueOn)
  })

/** What is wrong with the day, with its days in words. */
function dateProblems(
  typed: string,
  { sentOn, dueOn }: { readonly sentOn: Day; readonly dueOn: Day },
  by: TimeGiver,
  today: Day,
  words: Words,
): readonly Problem[] {
  if (!isDay(typed)) return [{ code: typed.trim() === '' ? 'required' : 'not-a-date', at: 'dueOn' }]
  const allowed = giveTime({ sentOn, dueOn, items: [] }, typed, by, today)
  if (allowed.ok) return []
  const days = Object.entries(allowed.problem.with ?? {})
  return [{ ...allowed.problem, with: Object.fromEntries(days.map(([k, d]) => [k, sayDay(d as Day, words.values)])) }]
}
