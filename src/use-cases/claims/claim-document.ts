/** A claim check as JSON: the sums, and each finding with its sentence. Money in cents, dates as YYYY-MM-DD. Pure. */
import type { CheckedFile } from '#domain/claims/claim-check.ts'
import type { ClaimFinding } from '#domain/claims/findings.ts'
import { claims as words } from '#words/en/claims.ts'

/** Findings of one document, unless asked otherwise. */
export const usualFindings = 1_000
export const mostFindings = 20_000

export function claimDocument(file: CheckedFile, findings: readonly ClaimFinding[]) {
  const { structure, byCause, fixFirst, ...summary } = file.summary
  return {
    ...summary,
    byCause: byCause.map((c) => ({ ...c, message: words.cause(c.cause, c.part) })),
    fixFirst: fixFirst.slice(0, usualFindings).map((f) => ({
      ...f,
      message: words.cause(f.cause, f.part),
      ...(f.fix && { fix: { ...f.fix, message: words.fix(f.fix) } }),
    })),
    structure: structure.map((f) => ({ ...f, message: words.fault(f.code) })),
    /** The first ones; `findings` counts them all. */
    firstFindings: findings.map((f) => ({
      ...f,
      message: words.cause(f.cause, f.part),
      ...(f.fix && { fix: { ...f.fix, message: words.fix(f.fix) } }),
    })),
  }
}

/** Would something be turned away: claims, or the file itself? */
export const isTurnedAway = (file: CheckedFile): boolean =>
  file.summary.atRisk.claims > 0 || file.summary.claims.claims === 0 || file.summary.stopped
