/**
 * Rows of an exclusion list that may be the person or organization who applies, best first. A row of a
 * person since reinstated, or with a waiver, is kept and marked. 42 CFR 424.530(a)(2); Act 1128. Pure.
 */
import type { Day } from '../dates.ts'
import type { Exclusion } from '../party/exclusion.ts'
import { matchParties, type NameMatch, type Party } from './name-match.ts'

export interface ExclusionMatch extends NameMatch {
  readonly exclusion: Exclusion
  /** Not excluded any more on the day asked. */
  readonly reinstated: boolean
  readonly waiver: boolean
}

/** An NPI of ten zeros stands for "none" in the list. */
const listed = (e: Exclusion): Party => ({
  ...(e.last ? { last: e.last } : {}),
  ...(e.first ? { first: e.first } : {}),
  ...(e.middle ? { middle: e.middle } : {}),
  ...(e.business ? { organization: e.business } : {}),
  ...(e.npi && !/^0+$/.test(e.npi) ? { npi: e.npi } : {}),
  ...(e.bornOn ? { bornOn: e.bornOn } : {}),
  ...(e.state ? { state: e.state } : {}),
})

/** `names` are all names the party goes by; the best of them counts for each row. */
export function screenExclusions(
  names: readonly Party[],
  rows: readonly Exclusion[],
  on: Day,
): readonly ExclusionMatch[] {
  return rows
    .flatMap((exclusion): readonly ExclusionMatch[] => {
      const best = names.map((n) => matchParties(n, listed(exclusion))).sort((a, b) => b.score - a.score)[0]
      if (!best || best.strength === 'different') return []
      const reinstated = exclusion.reinstatedOn !== undefined && exclusion.reinstatedOn <= on
      return [{ ...best, exclusion, reinstated, waiver: exclusion.waiverOn !== undefined }]
    })
    .sort((a, b) => b.score - a.score || (a.exclusion.id < b.exclusion.id ? -1 : 1))
}
