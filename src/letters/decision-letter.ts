/** The letter of a decision on an enrollment: what it means first, why, what to do, what may be done against it, the law last. Pure. */
import { remediesAgainst } from '#domain/appeals/appeal.ts'
import type { Day } from '#domain/dates.ts'
import { type RecordDecisionKind, recordFacts, recordReasonsOn } from '#domain/decisions/kinds.ts'
import type { DecisionPlan } from '#domain/decisions/plan.ts'
import type { Fill } from '#domain/decisions/worded-letters.ts'
import { fillWording, type Wording } from '#domain/decisions/wording.ts'
import { isConfirmed } from '#domain/evidence.ts'
import type { Block, PaperDocument } from '#domain/paper/document.ts'
import { recordReasonWords } from '#words/en/letters/record-reasons.ts'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'
import { facts, heading, type LetterHead, letterOf, listed, paragraph } from './letter-head.ts'

export interface DecisionFacts {
  readonly kind: RecordDecisionKind
  readonly reasons: readonly string[]
  readonly found: string
  readonly enrollmentId: string
  readonly ptan: string
  readonly plan: Pick<DecisionPlan, 'effectiveOn' | 'untilOn' | 'bar' | 'because'>
  /** The day of the letter whose decision is taken back. */
  readonly undoneOf?: Day | undefined
}

export function decisionLetter(head: LetterHead, d: DecisionFacts, wording: Wording, w: Words): PaperDocument {
  const { plan } = d
  const said = fillWording(wording, fillOf(d))
  const l = w.letters
  const table = recordReasonsOn(d.kind, head.on)
  const rights = remediesAgainst(d.kind, d.reasons, head.on)
  const day = (on: Day | undefined) => on && time.day(on)
  const blocks: readonly Block[] = [
    paragraph(said.opening),
    facts(l.facts, [
      [l.name, head.enrolleeName],
      [l.npi, head.npi],
      [l.ptan, d.ptan],
      [l.enrollmentId, d.enrollmentId],
      [l.effectiveOn, day(plan.effectiveOn)],
      [l.lastDay, day(plan.untilOn)],
      [l.barUntil, day(plan.bar?.until)],
    ]),
    ...listed(l.means, said.means),
    heading(l.why),
    { kind: 'list', items: d.reasons.map((r) => recordReasonWords[d.kind][r] ?? r) },
    ...(d.found === '' ? [] : [heading(l.found), paragraph(d.found)]),
    ...listed(l.next, said.next),
    heading(l.disagree),
    ...(rights.length === 0
      ? [paragraph(l.noRemedy)]
      : [{ kind: 'list', items: rights.map((r) => l[r.remedy](time.day(r.untilOn))) } as const]),
    heading(l.law),
    {
      kind: 'list',
      items: [
        ...new Set([
          recordFacts(d.kind).cite,
          ...d.reasons.map((r) => {
            const { cite, evidence } = table[r]!
            return isConfirmed(evidence) ? cite : cite.replace(/\(.*$/, '')
          }),
          ...rights.map((r) => r.cite),
        ]),
      ],
    },
  ]
  return letterOf(head, said.title, blocks, w)
}

const fillOf = ({ enrollmentId, plan, undoneOf }: DecisionFacts): Fill => ({
  enrollment: enrollmentId,
  effective: time.day(plan.effectiveOn),
  ...(plan.untilOn && { until: time.day(plan.untilOn) }),
  ...(plan.bar && { barFrom: time.day(plan.bar.from), barUntil: time.day(plan.bar.until) }),
  ...(undoneOf && { undone: time.day(undoneOf) }),
})
