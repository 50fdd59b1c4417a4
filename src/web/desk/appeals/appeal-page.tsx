/** One appeal at the desk: what was sent, the decision it is about, taking it, good cause, and the answer. */
import type { JSX } from 'preact'
import { listAppealDocuments } from '#db/queries/decisions/appeal-history.ts'
import { type AppealSubject, appealSubject, findAppeal, listMakers } from '#db/queries/decisions/appeals.ts'
import { can } from '#domain/access/policy.ts'
import { appealAllows, mayHear } from '#domain/appeals/appeal.ts'
import { appealOutcomes } from '#domain/appeals/remedies.ts'
import type { Problem } from '#domain/result.ts'
import { choice, longText, yesNo } from '#forms/kit/kinds.ts'
import { decideAppeal, judgeGoodCause, takeAppeal } from '#use-cases/appeals/hear-appeal.ts'
import { Control } from '#web/kit/fields.tsx'
import { type Ask, type Fields, page } from '#web/kit/page.ts'
import { Alert, Button, Form, SummaryList } from '#web/kit/parts.tsx'
import { redirect } from '#web/kit/reply.ts'
import { kindWords } from '#words/en/decisions/kind-words.ts'
import { time } from '#words/en/portal/time.ts'
import { casePath } from '../case/loaded-case.ts'
import { decisionPath, deskAppealPath, preparePath } from '../decisions/decision-paths.ts'
import { deskScreen } from '../decisions/desk-screen.tsx'

type Looking = Ask<'appeal.view' | 'appeal.hear', AppealSubject>
type Found = Awaited<ReturnType<typeof findAppeal>>
const subject = (db: Parameters<typeof appealSubject>[0], p: { readonly [name: string]: string | undefined }) =>
  appealSubject(db, p.appealId)

export const deskAppealPage = page({
  path: '/desk/appeals/:appealId',
  action: 'appeal.hear',
  subject,
  get: (ask) => draw(ask, {}, []),
  post: {
    fields: ['goodCause'],
    async handle(ask) {
      const { db, permit, posted, now, subject } = ask
      const here = deskAppealPath(subject.id)
      if (posted.go === 'take') {
        const done = await takeAppeal(db, permit, now)
        return done.ok ? redirect(here, { notice: 'appeal-taken' }) : draw(ask, posted, done.problems)
      }
      if (posted.goodCause !== 'yes' && posted.goodCause !== 'no')
        return draw(ask, posted, [{ code: 'required', at: 'goodCause' }])
      const done = await judgeGoodCause(db, permit, posted.goodCause === 'yes', now)
      return done.ok ? redirect(here, { notice: 'recorded' }) : draw(ask, posted, done.problems)
    },
  },
})

/** The answer goes out as a letter: like issuing a decision it asks for a fresh proof. */
export const decideAppealPage = page({
  path: '/desk/appeals/:appealId/decide',
  action: 'appeal.hear',
  subject,
  stepUp: true,
  post: {
    fields: ['outcome', 'reason'],
    async handle(ask) {
      const { db, permit, posted, w, now, subject } = ask
      const said = { outcome: posted.outcome ?? '', reason: posted.reason ?? '' }
      const done = await decideAppeal(db, { ...permit, subject }, said, w, now)
      if (!done.ok) return draw(ask, posted, done.problems)
      ask.services.wake()
      return redirect(deskAppealPath(subject.id), { notice: 'appeal-decided' })
    },
  },
})

async function draw(ask: Looking, typed: Fields, problems: readonly Problem[]) {
  const { db, permit, w, visit, subject } = ask
  const t = w.appeals
  const a = await findAppeal(db, permit)
  const makers = await listMakers(db, permit, a)
  const documents = await listAppealDocuments(db, permit)
  const mayAct = can(visit.actor, 'appeal.hear', subject) && mayHear(visit.actor.userId, makers)
  const isMine = a.assignedTo === visit.actor.userId
  return deskScreen({
    w,
    title: `${t.remedies[a.remedy]}, ${a.enrolleeName}`,
    back: { href: '/desk/appeals', label: t.menu },
    problems,
    children: (
      <>
        <SummaryList w={w} rows={rows(a, ask)} />
        <h2>{t.groundsTitle}</h2>
        <p class="said">{a.grounds}</p>
        {a.lateReason && <p class="said">{`${t.goodCauseTitle}: ${a.lateReason}`}</p>}
        <h2>{t.papers}</h2>
        {documents.length === 0 ? (
          <p>{t.noPapers}</p>
        ) : (
          <ul class="usa-list">
            {documents.map((d) => (
              <li key={d.id}>
                <a href={`/desk/appeals/${a.id}/papers/${d.id}`}>{d.fileName}</a>
              </li>
            ))}
          </ul>
        )}
        {!mayAct && appealAllows(a.state, 'assign') && <Alert kind="info">{t.madeIt}</Alert>}
        {mayAct && !isMine && appealAllows(a.state, 'assign') && (
          <Form visit={visit}>
            <p>{t.takeHint}</p>
            <Button go="take">{t.take}</Button>
          </Form>
        )}
        {mayAct && isMine && appealAllows(a.state, 'decide') && (
          <Hearing ask={ask} a={a} typed={typed} problems={problems} />
        )}
        {a.outcome === 'reversed' && a.kind === 'approve' && a.enrollmentId && (
          <p>
            <a class="usa-button" href={preparePath(a.enrollmentId, 'effective-date')}>
              {t.correctDate}
            </a>
          </p>
        )}
      </>
    ),
  })
}

function rows(a: Found, { w, now: _ }: Looking) {
  const t = w.appeals
  const decision = kindWords[a.kind]
  return [
    {
      key: t.decision,
      value: (
        <>
          {a.enrollmentDecisionId ? (
            <a href={decisionPath(a.enrollmentDecisionId)}>{decision}</a>
          ) : (
            <a href={casePath(a.applicationId ?? '', '/history')}>{decision}</a>
          )}
          {`, ${time.day(a.decisionOn)}`}
        </>
      ),
    },
    { key: t.about, value: a.about },
    { key: t.state, value: t.states[a.state] },
    { key: t.filed, value: time.day(a.filedOn) },
    { key: t.lastDay, value: time.day(a.fileUntil) },
    { key: t.answerBy, value: time.day(a.answerBy) },
    { key: t.signedBy, value: a.signerName },
    { key: t.holder, value: a.assignedName ?? t.nobody },
    ...(a.outcome ? [{ key: t.outcome, value: `${t.outcomes[a.outcome]}. ${a.outcomeReason ?? ''}` }] : []),
    ...(a.letterId ? [{ key: t.openLetter, value: <a href={`/desk/letters/${a.letterId}`}>{t.openLetter}</a> }] : []),
  ]
}

interface HearingProps {
  readonly ask: Looking
  readonly a: Found
  readonly typed: Fields
  readonly problems: readonly Problem[]
}
function Hearing({ ask: { w, visit }, a, typed, problems }: HearingProps): JSX.Element {
  const t = w.appeals
  const at = (name: string) => problems.find((p) => p.at === name)
  if (a.lateReason !== undefined && a.goodCause === undefined)
    return (
      <Form visit={visit}>
        <h2>{t.goodCauseTitle}</h2>
        <Control
          name="goodCause"
          kind={yesNo}
          words={{ ask: t.goodCause }}
          value={typed.goodCause ?? ''}
          problem={at('goodCause')}
          w={w}
        />
        <Button go="good-cause">{t.goodCauseSave}</Button>
      </Form>
    )
  const allowed = a.goodCause === false ? (['dismissed'] as const) : appealOutcomes
  return (
    <Form visit={visit} action={`${deskAppealPath(a.id)}/decide`}>
      <h2>{t.decideTitle}</h2>
      <Control
        name="outcome"
        kind={choice(...allowed)}
        words={{ ask: t.outcomeAsk, hint: t.reversedHint, options: t.outcomes }}
        value={typed.outcome ?? ''}
        problem={at('outcome')}
        w={w}
      />
      <Control
        name="reason"
        kind={longText(4000)}
        words={{ ask: t.reason, hint: t.reasonHint }}
        value={typed.reason ?? ''}
        problem={at('reason')}
        w={w}
      />
      <Button go="decide">{t.decide}</Button>
    </Form>
  )
}
