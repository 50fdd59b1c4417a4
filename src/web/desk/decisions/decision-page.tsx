/** One decision on an enrollment: what it does, its letter, issuing or discarding it, taking it back. */
import type { JSX } from 'preact'
import {
  type DecisionSubject,
  decisionSubject,
  findRecordDecision,
  type RecordDecision,
} from '#db/queries/decisions/enrollment-decisions.ts'
import { can } from '#domain/access/policy.ts'
import { recordFacts } from '#domain/decisions/kinds.ts'
import { isMade, mayMove } from '#domain/decisions/states.ts'
import type { Problem } from '#domain/result.ts'
import { longText } from '#forms/kit/kinds.ts'
import { planPaper } from '#use-cases/decisions/decision-paper.ts'
import { issueDecision } from '#use-cases/decisions/issue-decision.ts'
import { discardDecision } from '#use-cases/decisions/prepare-decision.ts'
import { readEnrollment } from '#use-cases/decisions/read-enrollment.ts'
import { Control } from '#web/kit/fields.tsx'
import { type Ask, page } from '#web/kit/page.ts'
import { Alert, Button, Form, SummaryList } from '#web/kit/parts.tsx'
import { notFound, redirect } from '#web/kit/reply.ts'
import { decisionPath, deskEnrollmentPath, preparePath } from './decision-paths.ts'
import { decisionRows, LetterPreview, planRows } from './decision-rows.tsx'
import { deskScreen } from './desk-screen.tsx'

type Looking = Ask<'decisions.view' | 'enrollment.decide' | 'enrollment.prepare-decision', DecisionSubject>
const subject = (db: Parameters<typeof decisionSubject>[0], p: { readonly [name: string]: string | undefined }) =>
  decisionSubject(db, p.decisionId)

export const decisionPage = page({
  path: '/desk/decisions/:decisionId',
  action: 'decisions.view',
  subject,
  get: (ask) => draw(ask, []),
})

export const issueDecisionPage = page({
  path: '/desk/decisions/:decisionId/issue',
  action: 'enrollment.decide',
  subject,
  post: {
    fields: [],
    async handle(ask) {
      const done = await issueDecision(ask.db, ask.permit, ask.w, ask.now)
      if (!done.ok) return draw(ask, done.problems)
      ask.services.wake()
      return redirect(decisionPath(ask.subject.id), { notice: 'decision-issued' })
    },
  },
})

export const discardDecisionPage = page({
  path: '/desk/decisions/:decisionId/discard',
  action: 'enrollment.prepare-decision',
  subject,
  post: {
    fields: ['reason'],
    async handle(ask) {
      const { db, permit, posted, now } = ask
      const done = await discardDecision(db, { ...permit, subject: ask.subject }, posted.reason ?? '', now)
      return done.ok
        ? redirect(deskEnrollmentPath(ask.subject.enrollmentId), { notice: 'decision-discarded' })
        : draw(ask, done.problems, posted.reason)
    },
  },
})

async function draw(ask: Looking, problems: readonly Problem[], reason = '') {
  const { db, permit, w, now } = ask
  const t = w.decisions
  const d = await findRecordDecision(db, permit, ask.subject.id)
  if (!d) return notFound
  const { header } = await readEnrollment(db, permit, d.enrollmentId)
  const planned = mayMove(d.state, 'issue') ? await planPaper(db, permit, d, w, now) : undefined
  return deskScreen({
    w,
    title: t.oneTitle(t.made[d.kind], header.enrolleeName),
    back: { href: deskEnrollmentPath(d.enrollmentId), label: t.backToEnrollment },
    problems,
    children: (
      <>
        <SummaryList
          w={w}
          rows={[
            { key: t.enrollment, value: header.id },
            ...decisionRows(d, header.contractorZone, w),
            ...(planned?.ok ? planRows(planned.value.plan, w) : []),
          ]}
        />
        {planned && !planned.ok && (
          <Alert kind="warning" title={t.cannot}>
            {planned.problems.map((p) => w.say(p)).join(' ')}
          </Alert>
        )}
        {planned?.ok && <Issue ask={ask} d={d} />}
        {mayMove(d.state, 'discard') && <Discard ask={ask} problems={problems} reason={reason} />}
        {isMade(d.state) && <Made ask={ask} d={d} />}
        {planned?.ok && <LetterPreview paper={planned.value.paper} w={w} />}
      </>
    ),
  })
}

function Issue({ ask, d }: { ask: Looking; d: RecordDecision }): JSX.Element {
  const { w, visit } = ask
  const t = w.decisions
  if (!can(visit.actor, 'enrollment.decide', ask.subject)) return <Alert kind="info">{t.supervisors}</Alert>
  if (recordFacts(d.kind).twoPerson && d.preparedBy === visit.actor.userId) return <Alert kind="info">{t.second}</Alert>
  return (
    <Form visit={visit} action={decisionPath(d.id, '/issue')}>
      <p>{t.issueIntro}</p>
      {/* Named, so that the form is kept while the visitor proves who they are. */}
      <Button go="issue">{t.issue}</Button>
    </Form>
  )
}

interface DiscardProps {
  readonly ask: Looking
  readonly problems: readonly Problem[]
  readonly reason: string
}
const Discard = ({ ask: { w, visit, subject }, problems, reason }: DiscardProps): JSX.Element | null =>
  can(visit.actor, 'enrollment.prepare-decision', subject) ? (
    <details class="aside-form" open={problems.some((p) => p.at === 'reason')}>
      <summary>{w.decisions.discard}</summary>
      <Form visit={visit} action={decisionPath(subject.id, '/discard')}>
        <Control
          name="reason"
          kind={longText(500)}
          words={{ ask: w.decisions.discardReason }}
          value={reason}
          problem={problems.find((p) => p.at === 'reason')}
          w={w}
        />
        <Button kind="outline">{w.decisions.discard}</Button>
      </Form>
    </details>
  ) : null

function Made({ ask: { w, visit, subject }, d }: { ask: Looking; d: RecordDecision }): JSX.Element {
  const t = w.decisions
  return (
    <>
      {d.letterId && (
        <p>
          <a class="usa-link" href={`/desk/letters/${d.letterId}`}>
            {t.openLetter}
          </a>
        </p>
      )}
      {d.undoneById ? (
        <p>
          {t.undone} <a href={decisionPath(d.undoneById)}>{t.made.rescind}</a>
        </p>
      ) : (
        d.kind !== 'rescind' &&
        can(visit.actor, 'enrollment.prepare-decision', subject) && (
          <p>
            {t.takeBackIntro}{' '}
            <a class="usa-link" href={`${preparePath(d.enrollmentId, 'rescind')}?undoes=${d.id}`}>
              {t.takeBack}
            </a>
          </p>
        )
      )}
    </>
  )
}
