/** Changing what an installation sets about screening: one person proposes a value from a day on, another puts it in force. */
import type { Db } from '#db/db.ts'
import { policyOn } from '#db/queries/policies/desk-policies.ts'
import {
  answerWaitingPolicy,
  insertPolicy,
  lockWaitingPolicy,
  type NewPolicy,
  type PolicyPlace,
} from '#db/records/policies/desk-policies.ts'
import { appendStaffEvent, type NewStaffEvent } from '#db/records/staff/staff-events.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import type { Permit } from '#domain/access/policy.ts'
import { canonicalJson } from '#domain/canonical-json.ts'
import { dayIn, later, siteZone } from '#domain/dates.ts'
import { isPolicyKey } from '#domain/policies/desk-policy.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { REASON_MIN } from '#domain/review/screening/screening.ts'

type Changing = Permit<'policy.change'>
type Caller = NewStaffEvent['caller']

/**
 * Gives the number of the version that waits. Refuses with `not-a-choice` a key that is none, with `date-in-past`,
 * `reason-needed`, `same-words` what counts on that day anyway, `version-waits` or `stale`.
 */
export function changePolicy(
  db: Db,
  permit: Changing,
  p: NewPolicy,
  caller: Caller,
  now: Date,
): Promise<Result<number>> {
  return transactOrRefuse(db, async (tx) => {
    if (!isPolicyKey(p.topic, p.key)) return refuse({ code: 'not-a-choice', at: 'key' })
    if (p.from < dayIn(siteZone, now)) return refuse({ code: 'date-in-past', at: 'from' })
    const reason = p.reason.trim()
    if (reason.length < REASON_MIN) return refuse({ code: 'reason-needed', at: 'reason', with: { min: REASON_MIN } })
    if (canonicalJson(await policyOn(tx, p.topic, p.key, p.from)) === canonicalJson(p.value))
      return refuse({ code: 'same-words' })
    const saved = await insertPolicy(tx, permit, { ...p, reason }, now)
    if (!saved.ok) return saved
    const detail = { version: saved.value, value: p.value, from: p.from, reason }
    await note(tx, permit, 'policy.propose', p, detail, caller, now)
    return saved
  })
}

export interface PolicyAnswer extends PolicyPlace {
  readonly answer: 'put-in-force' | 'refuse' | 'withdraw'
  readonly why: string
}
const stateOf = { 'put-in-force': 'in-force', refuse: 'refused', withdraw: 'withdrawn' } as const

/**
 * Puts a value in force from its day on, or from today when that day is over; or not. Refuses with `proposal-over`, with
 * `two-people` whoever proposed it unless they withdraw it, and with `reason-needed` a refusal without one.
 */
export function answerPolicy(
  db: Db,
  permit: Changing,
  a: PolicyAnswer,
  caller: Caller,
  now: Date,
): Promise<Result<null>> {
  return transactOrRefuse(db, async (tx) => {
    const waiting = await lockWaitingPolicy(tx, permit, a)
    if (!waiting) return refuse({ code: 'proposal-over' })
    if ((waiting.proposed_by === permit.actor.userId) !== (a.answer === 'withdraw'))
      return refuse({ code: 'two-people' })
    const why = a.why.trim()
    if (a.answer === 'refuse' && why.length < REASON_MIN)
      return refuse({ code: 'reason-needed', at: 'why', with: { min: REASON_MIN } })
    // Files that were screened before anybody agreed were screened by what counted then.
    const from = a.answer === 'put-in-force' ? later(waiting.from_on, dayIn(siteZone, now)) : waiting.from_on
    await answerWaitingPolicy(tx, permit, a, { state: stateOf[a.answer], from, answer: why || undefined }, now)
    const detail = { version: a.version, from, ...(why && { why }) }
    await note(tx, permit, `policy.${a.answer}`, a, detail, caller, now)
    return ok(null)
  })
}

const note = (
  tx: Db,
  { actor }: Changing,
  action: string,
  { topic, key }: Pick<PolicyPlace, 'topic' | 'key'>,
  detail: Readonly<Record<string, unknown>>,
  caller: Caller,
  now: Date,
) => appendStaffEvent(tx, { actorId: actor.userId, action, subjectId: `${topic}:${key}`, caller, detail }, now)
