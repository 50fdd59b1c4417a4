/**
 * Patterns of SQL's LIKE for names that begin as typed, or are one slip away: a letter too many, missing, wrong, or two
 * the wrong way around. Pure.
 */
import { nameKey } from '../party/name-key.ts'

/** Shorter names are all one slip away from each other. */
const LEAST = 4

export const beginsSo = (typed: string): string => `${nameKey(typed)}%`

/** Whole names one slip away; none for short ones. The first letter is taken to be right, so that an index can be used. */
export function oneSlipAway(typed: string): readonly string[] {
  const key = nameKey(typed)
  if (key.length < LEAST) return []
  const patterns = new Set<string>()
  for (let i = 1; i <= key.length; i++) {
    const [before, after] = [key.slice(0, i), key.slice(i)]
    patterns.add(`${before}_${after}`)
    if (after === '') continue
    patterns.add(`${before}_${after.slice(1)}`)
    patterns.add(before + after.slice(1))
    if (after.length > 1) patterns.add(`${before}${after[1]}${after[0]}${after.slice(2)}`)
  }
  return [...patterns]
}
