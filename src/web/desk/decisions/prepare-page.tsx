/** Prepares a decision: reasons from the table in force, what was found, days, and the letter as it would be today. */
import type { JSX } from 'preact'
import { enrollmentSubject } from '#db/queries/enrollment/enrollments.ts'
import type { Subject } from '#domain/access/policy.ts'
import { type Day, dayIn, isDay } from '#domain/dates.ts'
import { isRecordDecisionKind, type RecordDecisionKind, recordFacts, recordReasonsOn } from '#domain/decisions/kinds.ts'
import type { Problem, Result } from '#domain/result.ts'
import { choices, count, date, longText } from '#forms/kit/kinds.ts'
import { type DecisionPaper, planPaper } from '#use-cases/decisions/decision-paper.ts'
import { type DecisionInput, prepareDecision } from '#use-cases/decisions/prepare-decision.ts'
import { readEnrollment } from '#use-cases/decisions/read-enrollment.ts'
import { Control } from '#web/kit/fields.tsx'
import { type Ask, type Fields, page } from '#web/kit/page.ts'
import { Button, Form, SummaryList } from '#web/kit/parts.tsx'
import { notFound, redirect } from '#web/kit/reply.ts'
import { typedFrom } from '#web/kit/typed-fields.ts'
import { recordReasonWords } from '#words/en/letters/record-reasons.ts'
import { decisionPath, deskEnrollmentPath } from './decision-paths.ts'
import { LetterPreview, planRows } from './decision-rows.tsx'
import { deskScreen } from './desk-screen.tsx'
import { proposed } from './proposed.ts'

type Preparing = Ask<'enrollment.prepare-decision', Subject>
const fields = ['found', 'eventOn-month', 'eventOn-day', 'eventOn-year', 'days', 'barYears', 'undoes'] as const
const eventDay = { kind: date() }

export const prepareDecisionPage = page({
  path: '/desk/enrollments/:enrollmentId/prepare/:kind',
  action: 'enrollment.prepare-decision',
  subject: (db, { enrollmentId }) => enrollmentSubject(db, enrollmentId),
  // A reason may be proposed by what led here; one that is none of this decision is not ticked.
  query: ['undoes', 'monitoring', 'reasons'],
  get: async (ask) => draw(ask, { undoes: ask.query.undoes, reasons: ask.query.reasons, ...(await proposed(ask)) }, []),
  post: {
    once: true,
    fields: [...fields],
    many: ['reasons', 'unseen'],
    async handle(ask) {
      const { db, permit, posted, params, w, now, query } = ask
      if (!isRecordDecisionKind(params.kind)) return notFound
      const read = inputOf(params.kind, posted, query.monitoring)
      if (!read.ok) return draw(ask, posted, read.problems)
      if (posted.go !== 'prepare') return draw(ask, posted, [], read.value)
      const done = await prepareDecision(db, permit, read.value, w, now)
      return done.ok
        ? redirect(decisionPath(done.value), { notice: 'decision-prepared' })
        : draw(ask, posted, done.problems)
    },
  },
})

/** What was typed, as an input; refuses with `not-a-date` or `not-a-number`. */
function inputOf(kind: RecordDecisionKind, p: Fields, monitoringCaseId?: string): Result<DecisionInput> {
  const eventOn = typedFrom('eventOn', eventDay, p)
  const number = (name: 'days' | 'barYears') => (p[name]?.trim() ? Number(p[name]) : undefined)
  const wrong: readonly Problem[] = [
    ...(eventOn && !isDay(eventOn) ? [{ code: 'not-a-date', at: 'eventOn' } as const] : []),
    ...(['days', 'barYears'] as const).flatMap((at) =>
      Number.isNaN(number(at) ?? 0) ? [{ code: 'not-a-number', at } as const] : [],
    ),
  ]
  const [first, ...more] = wrong
  if (first) return { ok: false, problem: first, problems: [first, ...more] }
  return {
    ok: true,
    value: {
      kind,
      reasons: (p.reasons ?? '').split(',').filter(Boolean),
      found: p.found ?? '',
      eventOn: eventOn as Day | undefined,
      days: number('days'),
      barYears: number('barYears'),
      undoesId: p.undoes,
      monitoringCaseId,
      unseenConfirmed: p.unseen === 'yes',
    },
  }
}

/** With an input the letter is shown as it would be; a refusal of it is shown as what is wrong. */
async function draw(ask: Preparing, typed: Fields, problems: readonly Problem[], previewed?: DecisionInput) {
  const { db, permit, w, params, subject, now } = ask
  const { kind } = params
  if (!isRecordDecisionKind(kind)) return notFound
  const t = w.decisions
  const { header } = await readEnrollment(db, permit, subject.id)
  const tried = previewed && (await planPaper(db, permit, whole(previewed, subject.id), w, now))
  const wrong = tried && !tried.ok ? tried.problems : problems
  return deskScreen({
    w,
    title: t.prepareTitle(t.kinds[kind]),
    back: { href: deskEnrollmentPath(subject.id), label: t.backToEnrollment },
    problems: wrong,
    children: (
      <>
        <p>{`${header.enrolleeName}, ${header.id}`}</p>
        <Boxes ask={ask} kind={kind} typed={typed} problems={wrong} zone={header.contractorZone} />
        {tried?.ok && <Preview paper={tried.value} w={w} />}
      </>
    ),
  })
}
const whole = (d: DecisionInput, enrollmentId: string) => ({
  ...d,
  enrollmentId,
  found: d.found.trim(),
  eventOn: d.eventOn,
  days: d.days,
  barYears: d.barYears,
  undoesId: d.undoesId,
})

const Preview = ({ paper: p, w }: { paper: DecisionPaper; w: Preparing['w'] }): JSX.Element => (
  <>
    <h2>{w.decisions.plan}</h2>
    <SummaryList w={w} rows={planRows(p.plan, w)} />
    <LetterPreview paper={p.paper} w={w} />
  </>
)

interface BoxesProps {
  readonly ask: Preparing
  readonly kind: RecordDecisionKind
  readonly typed: Fields
  readonly problems: readonly Problem[]
  readonly zone: string
}
function Boxes({ ask, kind, typed, problems, zone }: BoxesProps): JSX.Element {
  const { w, visit, now } = ask
  const t = w.decisions
  const { asks } = recordFacts(kind)
  const table = recordReasonsOn(kind, dayIn(zone, now))
  const names = Object.keys(table)
  const options = Object.fromEntries(names.map((r) => [r, `${recordReasonWords[kind][r]} (${table[r]!.cite})`]))
  const at = (name: string) => problems.find((p) => p.at === name)
  const number = (name: 'days' | 'barYears', ask: string, hint: string) => (
    <Control
      name={name}
      kind={count}
      words={{ ask, hint }}
      value={typed[name] ?? ''}
      problem={at(name)}
      w={w}
      optional={name === 'days'}
    />
  )
  return (
    <Form visit={visit} class="usa-form usa-form--large">
      {typed.undoes && <input type="hidden" name="undoes" value={typed.undoes} />}
      <Control
        name="reasons"
        kind={choices(...names)}
        words={{ ask: t.reasonsAsk, options }}
        value={typed.reasons ?? ''}
        problem={at('reasons')}
        w={w}
      />
      <Control
        name="found"
        kind={longText(2000)}
        words={{ ask: t.foundAsk, hint: t.foundHint }}
        value={typed.found ?? ''}
        problem={at('found')}
        w={w}
      />
      {(typed.unseen || at('unseen')?.code === 'nobody-could-see') && (
        <Control
          name="unseen"
          kind={choices('yes')}
          words={{ ask: w.time.desk.notices, options: { yes: w.time.desk.unseen } }}
          value={typed.unseen ?? ''}
          problem={at('unseen')}
          w={w}
        />
      )}
      {asks.includes('event-day') && (
        <Control
          name="eventOn"
          kind={eventDay.kind}
          words={{ ask: t.eventOn[kind] ?? '', hint: t.eventHint[kind] ?? '' }}
          value={typedFrom('eventOn', eventDay, typed) ?? ''}
          optional={kind === 'revoke' || kind === 'deactivate'}
          problem={at('eventOn')}
          w={w}
        />
      )}
      {asks.includes('days') && number('days', t.days, t.daysHint)}
      {asks.includes('bar') && number('barYears', t.barAsk, t.barHint)}
      <p class="actions">
        <Button kind="outline" go="preview">
          {t.preview}
        </Button>{' '}
        <Button go="prepare">{t.save}</Button>
      </p>
    </Form>
  )
}
