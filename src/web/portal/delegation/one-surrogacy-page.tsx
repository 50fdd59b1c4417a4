/** One connection: what it allows, and the buttons of whoever decides on either side. */
import { type SurrogacySubject, surrogacySubject } from '#db/queries/delegation/surrogacies.ts'
import { isConfirmable } from '#domain/access/delegation.ts'
import { dayIn } from '#domain/dates.ts'
import type { Problem } from '#domain/result.ts'
import { text } from '#forms/kit/kinds.ts'
import {
  agreeToSurrogacy,
  declineSurrogacy,
  prolongSurrogacy,
  sidesOf,
  stopSurrogacy,
  waitsFor,
} from '#use-cases/delegation/answer-surrogacy.ts'
import { Control } from '#web/kit/fields.tsx'
import { type Ask, page } from '#web/kit/page.ts'
import { BackLink, Button, ErrorSummary, Form, SummaryList } from '#web/kit/parts.tsx'
import { redirect, show } from '#web/kit/reply.ts'
import type { NoticeCode } from '#words/en/notices.ts'
import { callerOf, sayFunctions, tellerOf, zone } from './teller.ts'

type OneAsk = Ask<'surrogacy.manage' | 'surrogacy.agree', SurrogacySubject>
const isOpen = (s: SurrogacySubject['surrogacy']) => waitsFor(s) !== undefined || s.confirmBy !== undefined

function draw(ask: OneAsk, problems: readonly Problem[]) {
  const { w, visit, subject, now } = ask
  const t = w.delegation.connections
  const s = subject.surrogacy
  const sides = sidesOf(visit.actor, s)
  const waiting = waitsFor(s)
  const title = t.oneTitle(s.agentName, s.grantorName)
  const { time } = w.portal
  const over = s.endedAt !== undefined || s.status === 'declined'
  const confirm =
    !over && s.confirmBy && isConfirmable(s.confirmBy, s.endsOn, dayIn(zone, now)) && sides.includes('grantor')
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${title}` : title,
    <>
      <BackLink href={`/surrogacy/${sides[0] === 'agent' ? s.agentId : s.grantorId}`} w={w} label={t.back} />
      <ErrorSummary problems={problems} w={w} />
      <h1>{title}</h1>
      <SummaryList
        w={w}
        rows={[
          { key: t.company, value: s.agentName },
          {
            key: t.provider,
            value: s.grantorNpi ? `${s.grantorName} (NPI ${s.grantorNpi})` : `${s.grantorName}, ${t.wholeOrganization}`,
          },
          { key: t.functions, value: sayFunctions(s.functions, w) },
          { key: t.standing, value: t.statuses[s.status] },
          { key: t.asked, value: time.at(s.askedAt, zone) },
          ...(s.answeredAt ? [{ key: t.answered, value: time.at(s.answeredAt, zone) }] : []),
          { key: t.until, value: time.day(s.endsOn) },
          ...(s.confirmBy && !over ? [{ key: t.confirm, value: time.day(s.confirmBy) }] : []),
          ...(s.endedAt ? [{ key: t.ended, value: time.at(s.endedAt, zone) }] : []),
          ...(s.endReason ? [{ key: t.endReason, value: t.reasons[s.endReason as 'ended'] ?? s.endReason }] : []),
        ]}
      />
      {waiting && sides.includes(waiting) && (
        <section>
          <h2>{t.agreeTitle}</h2>
          <p>{t.agreeIntro(s.agentName, s.grantorName)}</p>
          <Form visit={visit} action={`/surrogacies/${subject.id}/agree`}>
            <Button go="agree">{t.agree}</Button>
          </Form>
          <Form visit={visit} action={`/surrogacies/${subject.id}`}>
            <Button go="decline" kind="outline">
              {t.decline}
            </Button>
          </Form>
        </section>
      )}
      {confirm && s.confirmBy && (
        <section>
          <h2>{t.confirmTitle}</h2>
          <p>{t.confirmIntro(time.day(s.confirmBy))}</p>
          <Form visit={visit} action={`/surrogacies/${subject.id}/agree`}>
            <Button go="confirm">{t.confirmYes}</Button>
          </Form>
        </section>
      )}
      {!over && isOpen(s) && !(waiting && sides.includes(waiting)) && (
        <section>
          <h2>{t.endTitle}</h2>
          <p>{t.endIntro}</p>
          <Form visit={visit} action={`/surrogacies/${subject.id}`}>
            <Control
              name="reason"
              kind={text(300)}
              words={{ ask: t.endReason }}
              optional
              value=""
              problem={undefined}
              w={w}
            />
            <Button go="end" kind="secondary">
              {t.end}
            </Button>
          </Form>
        </section>
      )}
    </>,
    { status: problems.length > 0 ? 422 : 200 },
  )
}

type Acted = ReturnType<typeof stopSurrogacy>
interface Act {
  readonly notice: NoticeCode
  readonly perform: () => Acted
}
async function answered(ask: OneAsk, act: Act | undefined) {
  if (!act) return draw(ask, [{ code: 'not-a-choice' }])
  const done = await act.perform()
  return done.ok ? redirect(`/surrogacies/${ask.subject.id}`, { notice: act.notice }) : draw(ask, done.problems)
}

/** Looking, and what closes: it never waits for a fresh proof. */
export const oneSurrogacyPage = page({
  path: '/surrogacies/:surrogacyId',
  action: 'surrogacy.manage',
  subject: (db, { surrogacyId }) => surrogacySubject(db, surrogacyId),
  get: async (ask) => draw(ask, []),
  post: {
    fields: ['reason'],
    handle(ask) {
      const { db, permit, now, posted } = ask
      const [teller, caller] = [tellerOf(ask), callerOf(ask)]
      const acts: Readonly<Record<string, Act>> = {
        decline: { notice: 'surrogacy-declined', perform: () => declineSurrogacy(db, permit, teller, caller, now) },
        end: {
          notice: 'surrogacy-over',
          perform: () => stopSurrogacy(db, permit, teller, posted.reason ?? '', caller, now),
        },
      }
      return answered(ask, acts[posted.go ?? ''])
    },
  },
})

/** What opens something, or keeps it open for another year. */
export const agreeSurrogacyPage = page({
  path: '/surrogacies/:surrogacyId/agree',
  action: 'surrogacy.agree',
  subject: (db, { surrogacyId }) => surrogacySubject(db, surrogacyId),
  get: async ({ subject }) => redirect(`/surrogacies/${subject.id}`),
  post: {
    fields: [],
    handle(ask) {
      const { db, permit, now, posted } = ask
      const caller = callerOf(ask)
      const acts: Readonly<Record<string, Act>> = {
        agree: {
          notice: 'surrogacy-in-force',
          perform: () => agreeToSurrogacy(db, permit, tellerOf(ask), caller, now),
        },
        confirm: { notice: 'surrogacy-confirmed', perform: () => prolongSurrogacy(db, permit, caller, now) },
      }
      return answered(ask, acts[posted.go ?? ''])
    },
  },
})
