/** One party against a list, by every name it goes by, explained field by field; the best name counts for each row. */
import {
  type FieldFinding,
  type MatchBand,
  type MatchCode,
  type MatchParty,
  matchFields,
  matchLevels,
} from './match-party.ts'
import { PackedParties, type PartyIndex, probeEveryRow, probeOrganization, probePeople } from './party-index.ts'
import { scratch } from './scratch.ts'
import type { Bands } from './weights.ts'

export interface FoundMatch {
  /** The owner number of the list's row. */
  readonly row: number
  /** Which of the names asked about it was. */
  readonly name: number
  readonly bits: number
  readonly band: MatchBand
  readonly fields: readonly FieldFinding[]
}

/** What the last comparison found, in the order of the fields. */
export function explained(): readonly FieldFinding[] {
  return matchFields.flatMap((field, i): FieldFinding[] => {
    const level = matchLevels[field][scratch.level[i]! - 1]
    return level === undefined
      ? []
      : [{ code: `${field}:${level}` as MatchCode, bits: Math.round(scratch.bits[i]! * 10) / 10 }]
  })
}

/** What corroborates a name: without one of these an equal name is possible and no more. */
const corroborates: readonly MatchCode[] = [
  'npi:equal',
  'taxId:equal',
  'bornOn:equal',
  'bornOn:swapped',
  'bornOn:one-digit',
  'place:street',
  'place:zip',
]

/** The band of a comparison: identity always alerts; an equal full name that nothing contradicts is always looked at. */
export function bandOf(bits: number, fields: readonly FieldFinding[], bands: Bands): MatchBand {
  const has = (code: MatchCode) => fields.some((f) => f.code === code)
  if (has('npi:equal') || has('taxId:equal')) return 'match'
  const isNamed = fields.some((f) => /^(last|organization):(?!differs)/.test(f.code))
  const isCorroborated = fields.some((f) => corroborates.includes(f.code))
  if (bits >= bands.match && isNamed && isCorroborated) return 'match'
  if (bits >= bands.possible) return 'possible'
  const isFullName = (has('last:equal') && (has('first:equal') || has('first:nickname'))) || has('organization:equal')
  const isContradicted = has('bornOn:differs') || has('npi:differs') || has('middle:differs') || has('taxId:differs')
  return bands.thorough && isFullName && !isContradicted ? 'possible' : 'different'
}

/** Best first; rows that are not the same are left out. */
export function findMatches(index: PartyIndex, names: readonly MatchParty[], bands: Bands): readonly FoundMatch[] {
  const asked = new PackedParties(index.list.pool)
  for (const [i, name] of names.entries()) asked.add(name, i)
  const best = new Map<number, FoundMatch>()
  const sees = (name: number, row: number, bits: number) => {
    const fields = explained()
    const band = bandOf(bits, fields, bands)
    if (band === 'different' || (best.get(row)?.bits ?? Number.NEGATIVE_INFINITY) >= bits) return
    best.set(row, { row, name, bits: Math.round(bits * 10) / 10, band, fields })
  }
  // Everything is told: an equal full name may be below the threshold.
  const { people } = asked
  if (bands.thorough) for (let i = 0; i < people.length; i++) probeEveryRow(index, people, i, sees)
  else probePeople(index, people, 0, people.length, Number.NEGATIVE_INFINITY, sees)
  for (let i = 0; i < asked.organizations.words.length; i++)
    probeOrganization(index, asked.organizations, i, Number.NEGATIVE_INFINITY, sees)
  return [...best.values()].sort((a, b) => b.bits - a.bits || a.row - b.row)
}
