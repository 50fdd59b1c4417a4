/**
 * Results of claim checks, in the memory of this process only: for the sign-in that made them, for a quarter of an
 * hour, a few at a time. Nothing here is written to the database, a file or a log; a restart wipes it.
 */
import { randomBytes } from 'node:crypto'
import type { CheckedFile } from '#domain/claims/claim-check.ts'
import type { ClaimFinding } from '#domain/claims/findings.ts'

export const keptMinutes = 15
/** Findings kept of one file for its page and its CSV. */
export const mostKeptFindings = 10_000
/** Claims kept of one file for its 277CA. */
export const mostKeptClaims = 40_000
/** The largest file that a page takes; it is never whole in memory. */
export const pageMegabytes = 1_000
/** Results held by the whole process; the oldest goes first. */
const MOST_KEPT = 12

export interface KeptCheck {
  readonly id: string
  readonly sessionId: string
  readonly userId: string
  readonly file: CheckedFile
  readonly findings: readonly ClaimFinding[]
  /** The file went over the limit of the page. */
  readonly cut: boolean
}

const kept = new Map<string, KeptCheck>()

/** Holds a result; whatever the same sign-in had before is wiped. */
export function keepCheck(result: Omit<KeptCheck, 'id'>): KeptCheck {
  for (const [id, k] of kept) if (k.sessionId === result.sessionId) kept.delete(id)
  const check = { id: randomBytes(18).toString('base64url'), ...result }
  kept.set(check.id, check)
  for (const id of kept.keys()) {
    if (kept.size <= MOST_KEPT) break
    kept.delete(id)
  }
  setTimeout(() => kept.delete(check.id), keptMinutes * 60_000).unref()
  return check
}

/** undefined when it was wiped, or is of another sign-in. */
export function keptCheck(id: string | undefined, sessionId: string | undefined): KeptCheck | undefined {
  const found = id === undefined ? undefined : kept.get(id)
  return found && found.sessionId === sessionId ? found : undefined
}

export const forgetCheck = (id: string): void => void kept.delete(id)
