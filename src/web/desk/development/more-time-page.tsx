/** Gives a provider more time to answer: what was asked and until when, the latest day that this person may give. */
import { applicationSubject } from '#db/queries/application/applications.ts'
import { findOpenRequest } from '#db/queries/application/development-requests.ts'
import { allows } from '#domain/application/lifecycle.ts'
import type { Problem } from '#domain/result.ts'
import { latestDay, moreTimeLimits } from '#domain/review/development/more-time.ts'
import { date, longText } from '#forms/kit/kinds.ts'
import { giveMoreTime, type MoreTime, timeGiver } from '#use-cases/development/give-more-time.ts'
import { Control } from '#web/kit/fields.tsx'
import { page } from '#web/kit/page.ts'
import { Alert, Button, Form, SummaryList } from '#web/kit/parts.tsx'
import { redirect } from '#web/kit/reply.ts'
import { postedNames, typedFrom } from '#web/kit/typed-fields.ts'
import { time } from '#words/en/portal/time.ts'
import { showCase } from '../case/case-frame.tsx'
import { type CaseAsk, casePath, loadCase } from '../case/loaded-case.ts'

type Reviewing = CaseAsk<'application.review'>
const dueQuestion = { kind: date('future') }

export const moreTimePage = page({
  path: '/desk/cases/:applicationId/more-time',
  action: 'application.review',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  get: (ask) => draw(ask, { dueOn: '', reason: '' }, []),
  post: {
    once: true,
    fields: ['reason', ...postedNames('dueOn', dueQuestion)],
    async handle(ask) {
      const { db, permit, posted, services, w, now, subject } = ask
      const given = { dueOn: typedFrom('dueOn', dueQuestion, posted) ?? '', reason: posted.reason ?? '' }
      const done = await giveMoreTime(db, permit, given, { site: services.site, words: w }, now)
      if (!done.ok) return draw(ask, given, done.problems)
      services.wake()
      return redirect(casePath(subject.id, '/history'), { notice: 'more-time-given' })
    },
  },
})

async function draw(ask: Reviewing, typed: MoreTime, problems: readonly Problem[]) {
  const { db, permit, w } = ask
  const t = w.desk.moreTime
  const loaded = await loadCase(ask)
  const { id, contractorId, status } = loaded.header
  const request = allows(status, 'answer-development') ? await findOpenRequest(db, permit) : undefined
  const by = timeGiver(permit.actor, id, contractorId)
  const latest = request && latestDay(request.sentOn, by)
  const most = request && latestDay(request.sentOn, 'supervisor')
  const open = request?.items.filter((i) => i.answeredAt === undefined).length ?? 0
  return showCase({
    ask,
    loaded,
    tab: 'more-time',
    problems,
    children:
      !request || !latest || !most ? (
        <Alert kind="info">{t.notWaiting}</Alert>
      ) : (
        <>
          <p>{t.intro(moreTimeLimits.cite)}</p>
          <SummaryList
            w={w}
            rows={[
              { key: t.sent, value: time.day(request.sentOn) },
              { key: t.due, value: time.due(request.dueOn, loaded.today) },
              { key: t.open, value: t.openOf(open, request.items.length) },
              { key: t.latest, value: time.day(latest) },
              ...(by === 'analyst' ? [{ key: t.supervisorLatest, value: time.day(most) }] : []),
            ]}
          />
          {!loaded.isMine && by === 'analyst' ? (
            <Alert kind="info">{t.notYours}</Alert>
          ) : latest <= request.dueOn || latest < loaded.today ? (
            <Alert kind="info">
              {t.nothingLeft}
              {by === 'analyst' && most > request.dueOn && ` ${t.askSupervisor(time.day(most))}`}
            </Alert>
          ) : (
            <GiveForm ask={ask} latest={time.day(latest)} typed={typed} problems={problems} />
          )}
        </>
      ),
  })
}

interface GiveProps {
  readonly ask: Reviewing
  readonly latest: string
  readonly typed: MoreTime
  readonly problems: readonly Problem[]
}
function GiveForm({ ask: { visit, w }, latest, typed, problems }: GiveProps) {
  const t = w.desk.moreTime
  const at = (name: string) => problems.find((p) => p.at === name)
  return (
    <Form visit={visit}>
      <Control
        name="dueOn"
        kind={dueQuestion.kind}
        words={{ ask: t.newDay, hint: t.newDayHint(latest) }}
        value={typed.dueOn}
        problem={at('dueOn')}
        w={w}
      />
      <Control
        name="reason"
        kind={longText(500)}
        words={{ ask: t.reason, hint: t.reasonHint }}
        value={typed.reason}
        problem={at('reason')}
        w={w}
      />
      <Button>{t.give}</Button>
    </Form>
  )
}
