/**
 * The desk's word on an answer, or on the lack of one. An undue risk is found by a person, factor by factor, from what was
 * seen at that moment, which is sealed with it; what follows is a decision of its own (42 CFR 424.519(f), (g)).
 */
import { createHash } from 'node:crypto'
import type { Db } from '#db/db.ts'
import { type DeskAffiliationRequest, findDeskRequest } from '#db/queries/affiliations/requests.ts'
import { listNotifiedAddresses } from '#db/queries/enrollment/enrollee-people.ts'
import { moveAffiliationRequest } from '#db/records/affiliations/requests.ts'
import { queueMessage } from '#db/records/messages.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import type { Permit } from '#domain/access/policy.ts'
import { MOST_MORE_DAYS } from '#domain/affiliation/request.ts'
import { judge, type TypedJudgment } from '#domain/affiliation/undue-risk.ts'
import { canonicalJson } from '#domain/canonical-json.ts'
import { addDays, type Day, dayIn, later } from '#domain/dates.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { REASON_MIN } from '#domain/review/screening/screening.ts'
import { affiliationSection } from '#forms/affiliations/affiliation-section.ts'
import { splitRestricted } from '#forms/kit/answers.ts'
import { time } from '#words/en/portal/time.ts'
import type { LetterOffice } from '../decisions/send-letter.ts'
import { type KnownParty, knownOfParties } from './known-of-parties.ts'

type Determining = Permit<'affiliation.determine'>

/** Refuses as `judge` does, or with `over-already`. */
export const determineAffiliations = (
  db: Db,
  permit: Determining,
  typed: TypedJudgment,
  office: LetterOffice,
  now: Date,
): Promise<Result<null>> =>
  transactOrRefuse(db, async (tx) => {
    const request = await findDeskRequest(tx, permit)
    const known = await knownOfParties(tx, permit, now)
    const judged = judge(
      typed,
      known.map((k) => k.item.id),
      dayIn(request.contractorZone, now),
    )
    if (!judged.ok) return judged
    const text = canonicalJson({ request: request.id, at: now.toISOString(), known: known.map(kept) })
    const sha256 = createHash('sha256').update(text).digest('hex')
    const { outcome, reason, factors, risky } = judged.value
    const closed = { outcome, reason, factors, risky, known: { text, sha256 } }
    const moved = await moveAffiliationRequest(tx, permit, 'determine', { closed, detail: { outcome, sha256 } }, now)
    if (!moved.ok) return moved
    await tellClosed(tx, permit, request, office, now)
    return ok(null)
  })

/** What was seen of a party, without its tax number, which stands in the signed answer. */
const kept = ({ item, ...seen }: KnownParty) => ({
  ...seen,
  elsewhere: seen.elsewhere.map((d) => ({ ...d, answeredAt: d.answeredAt.toISOString() })),
  item: { id: item.id, answers: splitRestricted(affiliationSection, item.answers).open },
})

/** Closes it without a judgment. Refuses with `required`, `reason-needed` or `over-already`. */
export const closeAffiliations = (
  db: Db,
  permit: Determining,
  said: { readonly how: string; readonly reason: string },
  office: LetterOffice,
  now: Date,
): Promise<Result<null>> =>
  transactOrRefuse(db, async (tx) => {
    const how = said.how === 'not-answered' || said.how === 'taken-back' ? said.how : undefined
    if (!how) return refuse({ code: 'required', at: 'how' })
    const reason = said.reason.trim().slice(0, 4000)
    if (reason.length < REASON_MIN)
      return refuse({ code: 'reason-needed', at: 'closeReason', with: { min: REASON_MIN } })
    const request = await findDeskRequest(tx, permit)
    // While the provider still has time, its silence says nothing.
    if (how === 'not-answered' && request.dueOn >= dayIn(request.contractorZone, now))
      return refuse({ code: 'clock-still-runs', at: 'how', with: { day: time.day(request.dueOn) } })
    const move = how === 'not-answered' ? 'not-answered' : 'take-back'
    const moved = await moveAffiliationRequest(tx, permit, move, { closed: { outcome: how, reason } }, now)
    if (!moved.ok) return moved
    await tellClosed(tx, permit, request, office, now)
    return ok(null)
  })

/** Refuses with `reason-needed`, `required`, `not-later`, `date-too-late` or `over-already`. */
export const giveAffiliationsTime = (
  db: Db,
  permit: Determining,
  said: { readonly dueOn: Day | undefined; readonly reason: string },
  { site, words }: LetterOffice,
  now: Date,
): Promise<Result<null>> =>
  transactOrRefuse(db, async (tx) => {
    const request = await findDeskRequest(tx, permit)
    const today = dayIn(request.contractorZone, now)
    const { dueOn } = said
    if (!dueOn) return refuse({ code: 'required', at: 'dueOn' })
    if (dueOn <= request.dueOn || dueOn < today)
      return refuse({
        code: 'not-later',
        at: 'dueOn',
        with: { day: time.day(later(request.dueOn, addDays(today, -1))) },
      })
    const last = addDays(later(today, request.dueOn), MOST_MORE_DAYS)
    if (dueOn > last) return refuse({ code: 'date-too-late', at: 'dueOn', with: { day: time.day(last) } })
    const reason = said.reason.trim().slice(0, 2000)
    if (reason.length < REASON_MIN) return refuse({ code: 'reason-needed', at: 'why', with: { min: REASON_MIN } })
    const moved = await moveAffiliationRequest(tx, permit, 'more-time', { dueOn, detail: { dueOn, reason } }, now)
    if (!moved.ok) return moved
    const mail = words.mails.affiliationsMoreTime({
      contractor: request.contractorName,
      due: time.day(dueOn),
      link: `${site.origin}/affiliations/${request.id}`,
    })
    for (const recipient of await listNotifiedAddresses(tx, permit, request.enrolleeId))
      await queueMessage(
        tx,
        {
          channel: 'email',
          recipient,
          template: 'affiliations-more-time',
          contractorId: request.contractorId,
          ...mail,
          dedupeKey: `affiliations-more-time|${request.id}|${dueOn}|${recipient}`,
        },
        now,
      )
    return ok(null)
  })

async function tellClosed(
  tx: Db,
  permit: Determining,
  r: DeskAffiliationRequest,
  { site, words }: LetterOffice,
  now: Date,
): Promise<void> {
  const mail = words.mails.affiliationsClosed(site.product, `${site.origin}/affiliations/${r.id}`)
  for (const recipient of await listNotifiedAddresses(tx, permit, r.enrolleeId))
    await queueMessage(
      tx,
      {
        channel: 'email',
        recipient,
        template: 'affiliations-closed',
        contractorId: r.contractorId,
        ...mail,
        dedupeKey: `affiliations-closed|${r.id}|${recipient}`,
      },
      now,
    )
}
