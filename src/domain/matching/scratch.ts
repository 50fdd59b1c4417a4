/** The one scratch in which a comparison leaves its levels and bits, for the explanation to read. No object is made. */
import { type MatchField, matchFields, matchLevels } from './match-party.ts'
import { weights } from './weights.ts'

/** What the last comparison found: for each field the number of its level plus one (0: said nothing), and bits. */
export const scratch = {
  level: new Uint8Array(matchFields.length),
  bits: new Float64Array(matchFields.length),
}
/** The place of each field, and the number of each level plus one. */
export const F = Object.fromEntries(matchFields.map((f, i) => [f, i])) as Record<MatchField, number>
export const L = Object.fromEntries(
  matchFields.map((f) => [f, Object.fromEntries(matchLevels[f].map((l, i) => [l, i + 1]))]),
) as { readonly [K in MatchField]: Readonly<Record<(typeof matchLevels)[K][number], number>> }

export function note(field: number, level: number, bits: number): void {
  scratch.level[field] = level
  scratch.bits[field] = bits
}
export const notePlain = <K extends 'npi' | 'taxId'>(field: K, isEqual: boolean): void =>
  note(F[field], isEqual ? 1 : 2, isEqual ? weights[field].equal : weights[field].differs)
