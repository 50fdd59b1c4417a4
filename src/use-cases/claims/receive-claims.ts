/**
 * Takes a claim file from a request piece by piece, so that it is never whole in memory and never on a disk. A few
 * at a time: who comes when all places are taken is told so and may come again.
 */
import type { CheckedFile } from '#domain/claims/claim-check.ts'
import type { ClaimFinding } from '#domain/claims/findings.ts'
import type { Snapshot } from '#domain/eligibility/snapshot.ts'
import { openClaimCheck } from './check-claims.ts'
import { mostKeptClaims, mostKeptFindings } from './kept-checks.ts'

/** Files that this process checks at the same time. */
const PLACES = 4
/** Whoever sends slowly keeps a place for a quarter of an hour: one alone cannot keep all of them from everybody else. */
const MOST_OF_ONE = 2
let taken = 0
const held = new Map<string, number>()

/**
 * A place for one check, or undefined when all are taken, or too many by this caller (a program or a network, when it is
 * known); call what you get when you are done.
 */
export function takePlace(caller?: string): (() => void) | undefined {
  if (taken >= PLACES || heldBy(caller) >= MOST_OF_ONE) return undefined
  count(caller, 1)
  let given = false
  return () => {
    if (!given) count(caller, -1)
    given = true
  }
}

const heldBy = (caller: string | undefined): number => (caller === undefined ? 0 : (held.get(caller) ?? 0))
function count(caller: string | undefined, by: 1 | -1): void {
  taken += by
  if (caller === undefined) return
  const now = heldBy(caller) + by
  if (now > 0) held.set(caller, now)
  else held.delete(caller)
}

/** What came of a file; `file` is absent when there was no place to check it. */
export class ReceivedClaims {
  readonly file: CheckedFile | undefined
  readonly findings: readonly ClaimFinding[]
  constructor(file: CheckedFile | undefined, findings: readonly ClaimFinding[]) {
    this.file = file
    this.findings = findings
  }
}

export interface ClaimReceiver {
  chunk(bytes: Uint8Array): Promise<void>
  end(): Promise<ReceivedClaims>
  /** The request broke off. */
  abandon(): void
}

/** For a page: keeps the first findings and what a 277CA needs. */
export function receiveClaims(snapshot: Snapshot): ClaimReceiver {
  const leave = takePlace()
  const findings: ClaimFinding[] = []
  const intake = leave
    ? openClaimCheck(snapshot, {
        keepAnswers: mostKeptClaims,
        onFinding: (f) => findings.push(f),
        mostFindings: mostKeptFindings,
      })
    : undefined
  return {
    async chunk(bytes) {
      await intake?.feed(bytes)
    },
    async end() {
      const file = await intake?.finish()
      leave?.()
      return new ReceivedClaims(file, findings)
    },
    abandon() {
      intake?.stop()
      leave?.()
    },
  }
}
