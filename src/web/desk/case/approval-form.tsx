/** The dates of an approval and why they are so, another date with a reason, and the letter as it would be. */
import type { JSX } from 'preact'
import { findPtan } from '#db/queries/enrollment/enrollments.ts'
import { type Day, isDay } from '#domain/dates.ts'
import { type Delay, delays } from '#domain/enrollment/effective-date.ts'
import type { Problem } from '#domain/result.ts'
import { choice, date, longText, text } from '#forms/kit/kinds.ts'
import { approvalLetter, approvalWordingKind } from '#letters/approval-letter.ts'
import { PaperBlocks } from '#letters/html.tsx'
import { type ApprovalPlan, approvalFacts, planApproval } from '#use-cases/decisions/approval-plan.ts'
import { letterHead } from '#use-cases/decisions/send-letter.ts'
import { isCertified } from '#use-cases/decisions/tie-in.ts'
import { wordingInForce } from '#use-cases/decisions/wordings.ts'
import { confirmedFacts } from '#use-cases/reassignments/settle-application.ts'
import { Control } from '#web/kit/fields.tsx'
import { Button, Form, SummaryList } from '#web/kit/parts.tsx'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'
import type { CaseAsk, LoadedCase } from './loaded-case.ts'

export type Deciding = CaseAsk<'application.decide'>
export const dateQuestion = { kind: date() }
export interface TypedDecision {
  readonly delay: Delay
  readonly effectiveOn: string
  readonly dateReason: string
  readonly sendBackReason: string
  readonly ccn: string
}
export function choiceOf({ delay, effectiveOn, dateReason, ccn }: TypedDecision) {
  if (effectiveOn === '') return { ok: true, choice: { delay, ccn } } as const
  if (!isDay(effectiveOn)) return { ok: false, problem: { code: 'not-a-date', at: 'effectiveOn' } as const } as const
  return { ok: true, choice: { delay, effectiveOn: effectiveOn as Day, dateReason, ccn } } as const
}

/** The plan and its letter as they would be; without one while the typed date is impossible. */
export async function previewApproval(ask: Deciding, loaded: LoadedCase, typed: TypedDecision) {
  const read = choiceOf(typed)
  const wanted = read.ok ? read.choice : { delay: typed.delay }
  const asked = planApproval(loaded, wanted)
  const planned = asked.ok ? asked : planApproval(loaded, { delay: typed.delay })
  if (!planned.ok) throw new Error(planned.problem.code)
  const { enrolled } = planned.value
  const confirmed = await confirmedFacts(ask.db, ask.permit, loaded.header.enrollmentId, enrolled)
  const facts = approvalFacts(
    loaded,
    { ...planned.value, enrolled: confirmed },
    {
      enrollmentId: loaded.header.enrollmentId,
      // A change leaves the number as it is.
      ptan: loaded.header.enrollmentId && (await findPtan(ask.db, ask.permit, loaded.header.enrollmentId)),
      ccn: typed.ccn || undefined,
    },
    ask.w,
  )
  const head = await letterHead(ask.db, loaded.header, ask.now)
  const { wording } = await wordingInForce(ask.db, ask.permit, approvalWordingKind(facts), ask.w)
  return { plan: planned.value, paper: approvalLetter(head, facts, ask.w, wording) }
}

interface ApprovalProps {
  readonly ask: Deciding
  readonly loaded: LoadedCase
  readonly typed: TypedDecision
  readonly problems: readonly Problem[]
  readonly letter: Awaited<ReturnType<typeof previewApproval>>
}
export function ApprovalForm({ ask, loaded, typed, problems, letter: { plan, paper } }: ApprovalProps): JSX.Element {
  const { w, visit } = ask
  const t = w.desk.decide
  const at = (name: string) => problems.find((p) => p.at === name)
  const certified = isCertified(loaded)
  const surveyed = certified && !loaded.basis
  return (
    <>
      <h3>{t.dateTitle}</h3>
      <SummaryList w={w} rows={dateRows(plan, ask, bills(loaded))} />
      <LedgerLink plan={plan} w={w} />
      <Form visit={visit} class="usa-form usa-form--large decision-form">
        <div>
          {bills(loaded) && (
            <Control
              name="delay"
              kind={choice(...delays)}
              words={{ ask: t.delay, options: t.delays }}
              value={typed.delay}
              problem={at('delay')}
              w={w}
            />
          )}
          <Control
            name="effectiveOn"
            kind={dateQuestion.kind}
            words={
              surveyed ? { ask: t.surveyDate, hint: t.surveyDateHint } : { ask: t.otherDate, hint: t.otherDateHint }
            }
            optional={!surveyed}
            value={typed.effectiveOn}
            problem={at('effectiveOn')}
            w={w}
          />
          <Control
            name="dateReason"
            kind={longText(500)}
            words={{ ask: t.dateReason }}
            optional
            value={typed.dateReason}
            problem={at('dateReason')}
            w={w}
          />
          {certified && (
            <Control
              name="ccn"
              kind={text(12)}
              words={{ ask: t.ccn, hint: t.ccnHint }}
              value={typed.ccn}
              problem={at('ccn')}
              w={w}
            />
          )}
          <p class="actions">
            <Button kind="outline" go="preview">
              {t.preview}
            </Button>
          </p>
        </div>
        <section class="letter-preview" aria-labelledby="letter-preview">
          <h3 id="letter-preview">{t.letterPreview}</h3>
          <p class="letter-preview__title">{paper.title}</p>
          <PaperBlocks blocks={paper.blocks.map((b) => (b.kind === 'heading' ? { ...b, level: 3 } : b))} />
        </section>
        <Button go="approve">{loaded.basis ? t.approveChange : t.approve}</Button>
      </Form>
    </>
  )
}

/** Who only orders, or opts out, never bills: nothing is asked or said of the days before billing (42 CFR 424.521). */
const bills = ({ header }: LoadedCase): boolean => header.form !== 'CMS-855O' && header.form !== 'OPT-OUT'

function dateRows(plan: ApprovalPlan, { w }: Deciding, billing: boolean) {
  const t = w.desk.decide
  return [
    { key: t.filedOn, value: time.day(plan.dateFacts.filedOn) },
    { key: t.firstServiceOn, value: time.day(plan.dateFacts.firstServiceOn) },
    { key: t.ruleOn, value: time.day(plan.ruleOn) },
    { key: t.effectiveOn, value: time.day(plan.effectiveOn) },
    ...(billing ? [{ key: t.mayBillFrom, value: time.day(plan.mayBillFrom) }] : []),
    { key: t.because, value: plan.because.join('; ') },
  ]
}

/** Where the rule counts from filing and first service, the same facts in the date ledger. */
function LedgerLink({ plan, w }: { readonly plan: ApprovalPlan; readonly w: Words }): JSX.Element | null {
  const f = plan.dateFacts
  if (plan.dateReason !== undefined || !plan.because.includes('42 CFR 424.520(d)(1)')) return null
  const facts = { type: f.supplierType, received: f.filedOn, firstService: f.firstServiceOn, delay: f.delay }
  return (
    <p>
      <a class="usa-link" href={`/dates?${new URLSearchParams({ act: 'enroll', ask: '1', ...facts })}`}>
        {w.dateLedger.shownHow}
      </a>
    </p>
  )
}
