/**
 * What a person said of a finding stays said while the source says the same: of a hit, while its row is the same;
 * of anything else, while the finding is. A match once cleared stays cleared in later applications and in monitoring.
 */
import { isDeepStrictEqual } from 'node:util'
import type { ScreeningCheck } from '#db/queries/application/screening.ts'
import type { ClearedMatch } from '#db/queries/lists/cleared-matches.ts'
import type { NewCheck } from '#db/records/application/screening.ts'

interface Evidence {
  readonly hit?: {
    readonly rowSha256?: string
    readonly exclusion?: { readonly id: string }
    readonly death?: { readonly id: string }
  }
}
type Known = Readonly<Record<string, unknown>>

/** Which row of which version a hit is about; undefined for what is no hit. */
export function hitOf(evidence: Known): { readonly rowId: string; readonly rowSha256: string } | undefined {
  const { hit } = evidence as Evidence
  const rowId = hit?.exclusion?.id ?? hit?.death?.id
  return hit?.rowSha256 && rowId ? { rowId, rowSha256: hit.rowSha256 } : undefined
}

/** What of the evidence a person judged; when and with which list it was gathered does not matter. */
const FINDING = [
  'finding',
  'against',
  'twice',
  'moratoria',
  'newLocations',
  'licenses',
  'addressKind',
  'address',
  'number',
  'elsewhere',
  'named',
  'barredUntil',
  'majority',
] as const
const essence = (evidence: Known) =>
  hitOf(evidence) ?? JSON.parse(JSON.stringify(Object.fromEntries(FINDING.map((k) => [k, evidence[k]]))))

export function withEarlierDisposition(
  check: NewCheck,
  before: readonly ScreeningCheck[],
  cleared: readonly ClearedMatch[],
): NewCheck {
  const equal = before.find(
    (b) =>
      b.kind === check.kind &&
      b.subject === check.subject &&
      b.source === check.source &&
      b.outcome === check.outcome &&
      isDeepStrictEqual(essence(b.evidence), essence(check.evidence)),
  )
  if (equal?.disposition && equal.dispositionReason && equal.disposedBy && equal.disposedAt) {
    const { disposition, dispositionReason: reason, disposedBy: by, disposedAt: at } = equal
    return { ...check, kept: { disposition, reason, by, at } }
  }
  const hit = hitOf(check.evidence)
  const earlier =
    hit &&
    cleared.find(
      (c) =>
        c.party === check.subject &&
        c.source === check.source &&
        c.rowId === hit.rowId &&
        c.rowSha256 === hit.rowSha256,
    )
  return earlier
    ? { ...check, kept: { disposition: 'not-the-same', reason: earlier.reason, by: earlier.by, at: earlier.at } }
    : check
}
