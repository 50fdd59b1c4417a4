/**
 * Is a person or organization on a list the one who applies? Scored by a table of points that a
 * reviewer can read, and explained: every point given or taken has its reason. Equal NPIs always alert.
 * Points are ours, in the manner of Fellegi and Sunter; no agency publishes any. Pure.
 */
import type { Day } from '../../dates.ts'
import type { MatchParty } from '../../matching/match-party.ts'
import { areClose, soundex } from './alike.ts'
import { type NameParts, nameParts, organizationWords, suffixOf } from './name-parts.ts'
import { areNicknames } from './nicknames.ts'

/** One name of a person or organization, as every list screening has it. */
export type Party = MatchParty

const points = {
  'npi-equal': 100,
  'npi-differs': -6,
  'birth-date-equal': 10,
  'birth-date-close': 5,
  'birth-date-differs': -6,
  'last-equal': 7,
  'last-part-equal': 5,
  'last-close': 4,
  'last-sounds-alike': 3,
  'last-differs': -6,
  'first-equal': 5,
  'first-nickname': 4,
  'first-close': 3,
  'first-initial': 2,
  'first-sounds-alike': 2,
  'first-differs': -5,
  'names-swapped': -1,
  'middle-equal': 2,
  'middle-initial-equal': 1,
  'middle-differs': -2,
  'suffix-differs': -2,
  'state-equal': 1.5,
  'state-differs': -1,
  'organization-equal': 12,
  'organization-close': 9,
  'organization-differs': -12,
} as const
export type MatchReason = keyof typeof points
export const matchReasons = Object.keys(points) as readonly MatchReason[]
/** An equal name alone is possible; it becomes a match with a birth date or the like. */
const MATCH_FROM = 16
const POSSIBLE_FROM = 8

export interface NameMatch {
  readonly strength: 'match' | 'possible' | 'different'
  readonly score: number
  readonly because: readonly MatchReason[]
}

/** Compares two parties; what either side does not say gives and takes nothing. Symmetric. */
export function matchParties(a: Party, b: Party): NameMatch {
  const because = [...identity(a, b), ...nameReasons(a, b), ...circumstances(a, b)]
  const score = total(because)
  const named = because.some((r) => r.startsWith('last-') || r.startsWith('organization-'))
  if (because.includes('npi-equal')) return { strength: 'match', score, because }
  if (!named) return { strength: 'different', score, because }
  return { strength: score >= MATCH_FROM ? 'match' : score >= POSSIBLE_FROM ? 'possible' : 'different', score, because }
}

const total = (reasons: readonly MatchReason[]): number => reasons.reduce((sum, r) => sum + points[r], 0)
const both = (a: string | undefined, b: string | undefined): boolean => Boolean(a) && Boolean(b)

function identity(a: Party, b: Party): readonly MatchReason[] {
  const npi: readonly MatchReason[] = !both(a.npi, b.npi) ? [] : [a.npi === b.npi ? 'npi-equal' : 'npi-differs']
  if (a.bornOn === undefined || b.bornOn === undefined) return npi
  return [...npi, birthReason(a.bornOn, b.bornOn)]
}

/** One digit wrong, or day and month exchanged, is close. */
function birthReason(a: Day, b: Day): MatchReason {
  if (a === b) return 'birth-date-equal'
  const wrong = [...a].filter((c, i) => c !== b[i]).length
  const swapped = `${a.slice(0, 5)}${a.slice(8)}-${a.slice(5, 7)}` === b
  return wrong === 1 || swapped ? 'birth-date-close' : 'birth-date-differs'
}

function nameReasons(a: Party, b: Party): readonly MatchReason[] {
  const organization: readonly MatchReason[] = both(a.organization, b.organization)
    ? [organizationReason(a.organization!, b.organization!)]
    : []
  if (!both(a.last, b.last)) return organization
  const [la, lb] = [nameParts(a.last), nameParts(b.last)]
  const [fa, fb] = [nameParts(a.first), nameParts(b.first)]
  const straight = [lastReason(la, lb), ...firstReason(fa, fb)]
  const crossed: readonly MatchReason[] =
    both(fa.whole, fb.whole) && la.whole === fb.whole && fa.whole === lb.whole
      ? ['last-equal', 'first-equal', 'names-swapped']
      : []
  const suffixes = [suffixOf(a.suffix) ?? la.suffix, suffixOf(b.suffix) ?? lb.suffix] as const
  const suffix: readonly MatchReason[] = both(...suffixes) && suffixes[0] !== suffixes[1] ? ['suffix-differs'] : []
  const best = crossed.length > 0 && total(crossed) > total(straight) ? crossed : straight
  return [...organization, ...best, ...middleReason(nameParts(a.middle), nameParts(b.middle)), ...suffix]
}

function lastReason(a: NameParts, b: NameParts): MatchReason {
  if (a.whole === b.whole) return 'last-equal'
  // Half of a double name; particles ("DE", "LA") are too short to count.
  const shares = (a.words.length > 1 || b.words.length > 1) && a.words.some((w) => w.length > 3 && b.words.includes(w))
  if (shares) return 'last-part-equal'
  if (areClose(a.whole, b.whole)) return 'last-close'
  return soundex(a.whole) === soundex(b.whole) ? 'last-sounds-alike' : 'last-differs'
}

function firstReason(a: NameParts, b: NameParts): readonly MatchReason[] {
  const [x, y] = [a.words[0], b.words[0]]
  if (!x || !y) return []
  if (a.whole === b.whole || x === y) return ['first-equal']
  if (areNicknames(x, y)) return ['first-nickname']
  if (x.length === 1 || y.length === 1) return [x[0] === y[0] ? 'first-initial' : 'first-differs']
  if (areClose(x, y)) return ['first-close']
  return [soundex(x) === soundex(y) ? 'first-sounds-alike' : 'first-differs']
}

function middleReason(a: NameParts, b: NameParts): readonly MatchReason[] {
  if (!both(a.whole, b.whole)) return []
  if (a.whole === b.whole && a.whole.length > 1) return ['middle-equal']
  if (a.whole[0] !== b.whole[0]) return ['middle-differs']
  return [a.whole.length === 1 || b.whole.length === 1 ? 'middle-initial-equal' : 'middle-differs']
}

function organizationReason(a: string, b: string): MatchReason {
  const [x, y] = [organizationWords(a).join(' '), organizationWords(b).join(' ')]
  if (x === y) return 'organization-equal'
  const sorted = (s: string) => s.split(' ').sort().join(' ')
  return areClose(x.replaceAll(' ', ''), y.replaceAll(' ', '')) || sorted(x) === sorted(y)
    ? 'organization-close'
    : 'organization-differs'
}

function circumstances(a: Party, b: Party): readonly MatchReason[] {
  if (!both(a.state, b.state)) return []
  return [a.state!.toUpperCase() === b.state!.toUpperCase() ? 'state-equal' : 'state-differs']
}
