/**
 * Rows of a list that may be the person or organization who applies, best first, each explained field by field. A
 * row since reinstated, ended or with a waiver is kept and marked. 42 CFR 424.530(a)(2); Act 1128. Pure.
 */
import type { Day } from '../../dates.ts'
import { findMatches } from '../../matching/find-matches.ts'
import type { FieldFinding, MatchParty } from '../../matching/match-party.ts'
import { indexParties, PackedParties } from '../../matching/party-index.ts'
import { type Bands, deskBands } from '../../matching/weights.ts'
import type { Exclusion } from '../../party/exclusion.ts'

export interface ExclusionMatch {
  readonly exclusion: Exclusion
  readonly strength: 'match' | 'possible'
  /** In bits; what the fields give and take. */
  readonly score: number
  readonly fields: readonly FieldFinding[]
  /** Which of the names asked about came nearest. */
  readonly name: number
  /** Not excluded any more on the day asked: reinstated, or the entry has ended. */
  readonly reinstated: boolean
  readonly waiver: boolean
}

/** The row as a party to match; an NPI of ten zeros stands for "none" in the lists. */
export const listedParty = (e: Exclusion): MatchParty => ({
  ...(e.last ? { last: e.last } : {}),
  ...(e.first ? { first: e.first } : {}),
  ...(e.middle ? { middle: e.middle } : {}),
  ...(e.suffix ? { suffix: e.suffix } : {}),
  ...(e.business ? { organization: e.business } : {}),
  ...(e.npi && !/^0+$/.test(e.npi) ? { npi: e.npi } : {}),
  ...(e.bornOn ? { bornOn: e.bornOn } : {}),
  ...(e.address ? { line1: e.address } : {}),
  ...(e.city ? { city: e.city } : {}),
  ...(e.state ? { state: e.state } : {}),
  ...(e.zip ? { zip: e.zip } : {}),
})

/** Does the entry no longer count on the day? */
export const hasEnded = (e: Exclusion, on: Day): boolean =>
  (e.reinstatedOn !== undefined && e.reinstatedOn <= on) || (e.until !== undefined && e.until < on)

/**
 * `names` are all names the party goes by; the best of them counts for each row. `rows` came near it; `listRows` is
 * how many the whole list has, from which the rarity of a name follows.
 */
export function screenExclusions(
  names: readonly MatchParty[],
  rows: readonly Exclusion[],
  on: Day,
  listRows: number = rows.length,
  bands: Bands = deskBands,
): readonly ExclusionMatch[] {
  const list = new PackedParties()
  for (const [i, row] of rows.entries()) list.add(listedParty(row), i)
  return findMatches(indexParties(list, listRows), names, bands)
    .map(({ row, name, bits, band, fields }): ExclusionMatch => {
      const exclusion = rows[row]!
      return {
        exclusion,
        strength: band === 'match' ? 'match' : 'possible',
        score: bits,
        fields,
        name,
        reinstated: hasEnded(exclusion, on),
        waiver: exclusion.waiverOn !== undefined,
      }
    })
    .sort((a, b) => b.score - a.score || (a.exclusion.id < b.exclusion.id ? -1 : 1))
}
