/**
 * What two people change version by version (policies, words of letters, texts of mails): one proposes, another puts in
 * force; no version is ever changed. Which one counts on a day, and which one may come next. Pure.
 */
import type { Day } from './dates.ts'
import { ok, type Result, refuse } from './result.ts'

/** A version waits for a second person; of those that were put in force, the last that has begun counts. */
export const versionStates = ['waiting', 'in-force', 'refused', 'withdrawn'] as const
export type VersionState = (typeof versionStates)[number]

interface Dated {
  readonly version: number
  readonly from: Day
  readonly state: VersionState
}

/** Of versions of one key, the one that counts on a day: the latest to begin; of two of one day, the one that came later. */
export const versionOn = <V extends Dated>(versions: readonly V[], on: Day): V | undefined =>
  versions
    .filter((v) => v.state === 'in-force' && v.from <= on)
    .toSorted((a, b) => (a.from === b.from ? a.version - b.version : a.from < b.from ? -1 : 1))
    .at(-1)

/** Those that will count from a later day, the next one first; what another one of the same day replaced is left out. */
export const versionsAfter = <V extends Dated>(versions: readonly V[], on: Day): readonly V[] =>
  [...new Set(versions.filter((v) => v.state === 'in-force' && v.from > on).map((v) => v.from))]
    .toSorted()
    .flatMap((from) => versionOn(versions, from) ?? [])

/**
 * The number of the version that comes after `last`, proposed by somebody who saw version `seen` (0: the product's own).
 * Refuses with `version-waits` while one waits, and with `stale` when somebody saved after what was seen.
 */
export function nextVersion(
  last: { readonly version: number; readonly state: VersionState } | undefined,
  seen: number,
): Result<number> {
  if (last?.state === 'waiting') return refuse({ code: 'version-waits' })
  return (last?.version ?? 0) === seen ? ok(seen + 1) : refuse({ code: 'stale' })
}
