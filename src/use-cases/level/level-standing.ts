/** What the screening level of a case asks for and what was brought, read out of its checks. Pure. */
import type { ScreeningCheck } from '#db/queries/application/screening.ts'
import { type Brought, isLevelAsk, type LevelAsk, notBrought } from '#domain/review/level/level-asks.ts'
import type { OpenCheck } from '#domain/review/screening/screening.ts'
import type { ScreeningDecision } from '#domain/review/screening/screening-level.ts'
import { APPLICANT } from '../screening/screening-subjects.ts'

/** What the newest check of the level says; undefined where nothing is screened by level. */
export function levelOf(checks: readonly ScreeningCheck[]): ScreeningDecision | undefined {
  const found = checks.findLast((c) => c.kind === 'screening-level')?.evidence.level
  return (found as ScreeningDecision | null | undefined) ?? undefined
}

/** Evidence of a visit, of fingerprints, or of the exception that stands for them. */
export interface BroughtEvidence {
  readonly result?: string
  readonly exception?: { readonly ground: string }
}

const broughtOf = (c: ScreeningCheck): readonly Brought[] => {
  if (!isLevelAsk(c.kind)) return []
  const { result, exception } = c.evidence as BroughtEvidence
  return [
    { kind: c.kind, outcome: c.outcome, disposition: c.disposition, result, isException: exception !== undefined },
  ]
}

/** What the level asks for and nobody brought, as open checks of the applicant. */
export const openAsks = (checks: readonly ScreeningCheck[]): readonly (OpenCheck & { readonly kind: LevelAsk })[] =>
  notBrought(levelOf(checks), checks.flatMap(broughtOf)).map(({ kind, why }) => ({ kind, subject: APPLICANT, why }))

/** The things for which an exception was granted. */
export const excepted = (checks: readonly ScreeningCheck[]): readonly LevelAsk[] =>
  checks.flatMap((c) => (isLevelAsk(c.kind) && (c.evidence as BroughtEvidence).exception ? [c.kind] : []))
