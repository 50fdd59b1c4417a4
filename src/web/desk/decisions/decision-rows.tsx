/** A decision on an enrollment as rows and as a line of a table: shared by the pages that show decisions. */
import type { JSX } from 'preact'
import type { RecordDecision } from '#db/queries/decisions/enrollment-decisions.ts'
import { dayIn } from '#domain/dates.ts'
import type { DecisionPlan } from '#domain/decisions/plan.ts'
import type { DecisionState } from '#domain/decisions/states.ts'
import type { EnrollmentPeriod } from '#domain/enrollment/enrollment.ts'
import type { PaperDocument } from '#domain/paper/document.ts'
import { PaperBlocks } from '#letters/html.tsx'
import { type Column, type SummaryRow, Table } from '#web/kit/parts.tsx'
import { recordReasonWords } from '#words/en/letters/record-reasons.ts'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'
import { decisionPath } from './decision-paths.ts'

export const StateTag = ({ state, w }: { state: DecisionState; w: Words }): JSX.Element => (
  <span class={`usa-tag decision-tag decision-tag--${state}`}>{w.decisions.states[state]}</span>
)

/** What it would do, or did. */
export function planRows(plan: Pick<DecisionPlan, 'effectiveOn' | 'untilOn' | 'bar'>, w: Words): readonly SummaryRow[] {
  const t = w.decisions
  return [
    { key: t.effective, value: time.day(plan.effectiveOn) },
    ...(plan.untilOn ? [{ key: t.until, value: time.day(plan.untilOn) }] : []),
    ...(plan.bar ? [{ key: t.bar, value: t.barSpan(time.day(plan.bar.from), time.day(plan.bar.until)) }] : []),
  ]
}

export function decisionRows(d: RecordDecision, zone: string, w: Words): readonly SummaryRow[] {
  const t = w.decisions
  const by = (name: string | undefined, at: Date) => t.byOn(name ?? t.someone, time.at(at, zone))
  return [
    { key: t.state, value: <StateTag state={d.state} w={w} /> },
    { key: t.reasons, value: d.reasons.map((r) => recordReasonWords[d.kind][r] ?? r).join(' ') },
    { key: t.found, value: d.found },
    { key: t.preparedBy, value: by(d.preparedByName, d.preparedAt) },
    ...(d.decidedAt ? [{ key: t.issuedBy, value: by(d.decidedByName, d.decidedAt) }] : []),
    ...(d.effectiveOn
      ? planRows(
          {
            effectiveOn: d.effectiveOn,
            ...(d.untilOn && { untilOn: d.untilOn }),
            ...(d.bar && { bar: d.bar }),
          },
          w,
        )
      : []),
    ...(d.bar?.lifted ? [{ key: t.bar, value: t.barLifted }] : []),
    ...(d.undoesId ? [{ key: t.undoes, value: <a href={decisionPath(d.undoesId)}>{t.made.rescind}</a> }] : []),
  ]
}

export const decisionColumns = (zone: string, w: Words): readonly Column<RecordDecision>[] => [
  { title: w.decisions.kind, cell: (d) => <a href={decisionPath(d.id)}>{w.decisions.made[d.kind]}</a> },
  { title: w.decisions.state, cell: (d) => <StateTag state={d.state} w={w} /> },
  { title: w.decisions.preparedBy, cell: (d) => d.preparedByName ?? w.decisions.someone },
  {
    title: w.decisions.issuedBy,
    cell: (d) =>
      d.decidedAt
        ? `${d.decidedByName ?? w.decisions.someone}, ${time.day(dayIn(zone, d.decidedAt))}`
        : w.desk.case.none,
  },
  {
    title: w.decisions.effective,
    cell: (d) => (d.effectiveOn ? <span class="nowrap">{time.day(d.effectiveOn)}</span> : w.desk.case.none),
  },
]

export const PeriodsTable = ({ periods, w }: { periods: readonly EnrollmentPeriod[]; w: Words }): JSX.Element => {
  const t = w.portal.enrollment
  return (
    <Table
      caption={w.decisions.periods}
      rows={periods}
      rowKey={(p) => `${p.status}-${p.from}`}
      columns={[
        { title: t.status, cell: (p) => t.statuses[p.status] },
        { title: t.from, cell: (p) => time.day(p.from) },
        { title: t.to, cell: (p) => (p.to ? time.day(p.to) : t.running) },
      ]}
    />
  )
}

export const LetterPreview = ({ paper, w }: { paper: PaperDocument; w: Words }): JSX.Element => (
  <section class="letter-preview" aria-labelledby="letter-preview">
    <h2 id="letter-preview">{w.decisions.letter}</h2>
    <p class="letter-preview__title">{paper.title}</p>
    <PaperBlocks blocks={paper.blocks.map((b) => (b.kind === 'heading' ? { ...b, level: 3 } : b))} />
  </section>
)
