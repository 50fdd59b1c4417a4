/**
 * What is weighed to say whether a disclosed affiliation is an undue risk (42 CFR 424.519(f); the list of factors is
 * unconfirmed, so that none of them decides by itself), and what may follow. A person says so; nothing does it alone. Pure.
 */
import { type Day, day } from '../dates.ts'
import type { Evidence } from '../evidence.ts'
import { ok, type Problem, type Result, refuse } from '../result.ts'
import { dated } from '../rule.ts'

export const undueRiskFactors = [
  'duration',
  'still-exists',
  'degree',
  'ended-because',
  'event-kind',
  'event-when',
  'existed-then',
  'debt',
  'event-reason',
  'other-evidence',
] as const
export type UndueRiskFactor = (typeof undueRiskFactors)[number]

/** The factors in force on a day. */
export const factorsOn = dated<readonly UndueRiskFactor[]>('42 CFR 424.519(f)', [day('2019-11-04'), undueRiskFactors])
export const factorEvidence: Evidence = 'none'

export const factorFindings = ['raises', 'lowers', 'says-nothing'] as const
export type FactorFinding = (typeof factorFindings)[number]
export interface JudgedFactor {
  readonly factor: UndueRiskFactor
  readonly finding: FactorFinding
  /** What it is found from. */
  readonly reason: string
}

export const riskOutcomes = ['no-undue-risk', 'undue-risk'] as const
export type RiskOutcome = (typeof riskOutcomes)[number]
export const isRiskOutcome = (s: string | undefined): s is RiskOutcome =>
  (riskOutcomes as readonly (string | undefined)[]).includes(s)

/** What may be proposed: to whoever applies, to whoever is enrolled. Which of them is for whoever decides. */
export const proposals = {
  'undue-risk': { deny: 'affiliation-undue-risk', revoke: 'affiliation-undue-risk' },
  // That silence is noncompliance is said in 424.519(e), unconfirmed.
  'not-answered': { deny: 'noncompliance', revoke: 'noncompliance' },
} as const

const REASON_MIN = 10

export interface TypedJudgment {
  readonly outcome: string
  readonly reason: string
  readonly risky: readonly string[]
  /** By factor. */
  readonly factors: Readonly<Record<string, { readonly finding: string; readonly reason: string }>>
}
export interface Judgment {
  readonly outcome: RiskOutcome
  readonly reason: string
  readonly risky: readonly string[]
  readonly factors: readonly JudgedFactor[]
}

/**
 * Every factor is judged; one that raises the risk says why, and an undue risk names the affiliation it comes from.
 * Problems are at `outcome`, `reason`, `risky`, `finding-<factor>` and `why-<factor>`: `required`, `not-a-choice`,
 * `reason-needed` or `factor-against`, when nothing raises the risk that is said to be undue.
 */
export function judge(t: TypedJudgment, items: readonly string[], on: Day): Result<Judgment> {
  const problems: Problem[] = []
  const factors: JudgedFactor[] = []
  for (const factor of factorsOn.on(on)) {
    const typed = t.factors[factor]
    const finding = factorFindings.find((f) => f === typed?.finding)
    const reason = typed?.reason.trim() ?? ''
    if (!finding) problems.push({ code: 'required', at: `finding-${factor}` })
    else if (finding === 'raises' && reason.length < REASON_MIN)
      problems.push({ code: 'reason-needed', at: `why-${factor}`, with: { min: REASON_MIN } })
    else factors.push({ factor, finding, reason })
  }
  if (!isRiskOutcome(t.outcome)) problems.push({ code: 'required', at: 'outcome' })
  const risky = t.risky.filter((id) => items.includes(id))
  if (t.outcome === 'undue-risk') {
    if (items.length > 0 && risky.length === 0) problems.push({ code: 'required', at: 'risky' })
    if (problems.length === 0 && factors.every((f) => f.finding !== 'raises'))
      problems.push({ code: 'factor-against', at: 'outcome' })
  }
  const reason = t.reason.trim()
  if (reason.length < REASON_MIN) problems.push({ code: 'reason-needed', at: 'reason', with: { min: REASON_MIN } })
  const [first, ...more] = problems
  if (first) return refuse(first, ...more)
  const outcome = t.outcome as RiskOutcome
  return ok({ outcome, reason, factors, risky: outcome === 'undue-risk' ? risky : [] })
}
