/**
 * Errors as they happen between a list and an application, one class at a time, so that what the matcher misses can
 * be named. Invented errors in equal shares: what comes of them compares methods and is no real-world error rate.
 */
import { addDays, type Day, isDay } from '#domain/dates.ts'
import type { MatchParty } from '#domain/matching/match-party.ts'
import type { Chance } from './chance.ts'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const NEAR: Readonly<Record<string, string>> = {
  A: 'SQZ',
  B: 'VN',
  C: 'XV',
  D: 'SF',
  E: 'WR',
  F: 'DG',
  G: 'FH',
  H: 'GJ',
  I: 'UO',
  J: 'HK',
  K: 'JL',
  L: 'K',
  M: 'N',
  N: 'BM',
  O: 'IP',
  P: 'O',
  Q: 'W',
  R: 'ET',
  S: 'AD',
  T: 'RY',
  U: 'YI',
  V: 'CB',
  W: 'QE',
  X: 'ZC',
  Y: 'TU',
  Z: 'X',
}

/** One letter replaced, dropped, doubled, added or exchanged with its neighbor. */
export function typo(c: Chance, name: string): string {
  const i = c.below(name.length)
  const [before, letter, after] = [name.slice(0, i), name[i]!, name.slice(i + 1)]
  switch (c.below(5)) {
    case 0:
      return before + c.pick([...LETTERS]) + after
    case 1:
      return name.length > 3 ? before + after : before + letter + letter + after
    case 2:
      return before + letter + letter + after
    case 3:
      return before + c.pick([...LETTERS]) + letter + after
    default:
      return after === ''
        ? before.slice(0, -1) + letter + before.slice(-1)
        : before + after[0] + letter + after.slice(1)
  }
}

/** Another hand: a key beside the right one, or letters that sound alike. */
export function slip(c: Chance, name: string): string {
  const sounds: readonly (readonly [string, string])[] = [
    ['PH', 'F'],
    ['CK', 'K'],
    ['IE', 'EI'],
    ['LL', 'L'],
    ['SS', 'S'],
    ['EY', 'Y'],
    ['CH', 'SH'],
    ['GH', 'G'],
    ['TT', 'T'],
    ['OU', 'U'],
  ]
  const fitting = sounds.flatMap(([a, b]) =>
    name.includes(a) ? [[a, b] as const] : name.includes(b) ? [[b, a] as const] : [],
  )
  if (fitting.length > 0 && c.happens(0.6)) {
    const [from, to] = c.pick(fitting)
    return name.replace(from, to)
  }
  const i = c.below(name.length)
  return name.slice(0, i) + c.pick([...(NEAR[name[i]!] ?? LETTERS)]) + name.slice(i + 1)
}

export const errorClasses = [
  'exact',
  'nickname',
  'first typo',
  'last typo',
  'both typos',
  'double name',
  'birth day and month swapped',
  'birth date digit',
  'names swapped',
  'maiden name',
  'initial',
  'no birth date',
  'no birth date, last typo',
] as const
export type ErrorClass = (typeof errorClasses)[number]

/** What the generator of people needs beside the row itself. */
export interface Around {
  readonly typo: (c: Chance, name: string) => string
  readonly nicknamesOf: (first: string) => readonly string[]
  readonly otherLast: () => string
}

function otherDigit(c: Chance, born: Day): Day {
  for (let tries = 0; tries < 50; tries++) {
    const i = c.pick([2, 3, 5, 6, 8, 9])
    const changed = `${born.slice(0, i)}${c.below(10)}${born.slice(i + 1)}`
    if (changed !== born && isDay(changed)) return changed
  }
  return addDays(born, 1)
}

/** The listed person as an application has him, and the row as the list has it, when that loses something. */
export function perturb(
  c: Chance,
  row: MatchParty,
  kind: ErrorClass,
  around: Around,
): { readonly asked: MatchParty; readonly listed: MatchParty } | undefined {
  const { last = '', first = '', bornOn, ...rest } = row
  const kept: MatchParty = {
    ...(rest.state && c.happens(0.7) && { state: rest.state }),
    ...(rest.middle && c.happens(0.5) && { middle: rest.middle.slice(0, 1) }),
    last,
    first,
    ...(bornOn && { bornOn }),
  }
  const { npi: _, taxId: __, line1: ___, zip: ____, city: _____, ...bare } = { ...row }
  const as = (asked: Partial<MatchParty>, listed: MatchParty = bare) => ({ asked: { ...kept, ...asked }, listed })
  const undated = (): MatchParty => {
    const { bornOn: gone, ...left } = bare
    return left
  }
  if (last.length < 3 || first.length < 2 || !bornOn) return undefined
  switch (kind) {
    case 'exact':
      return as({})
    case 'nickname': {
      const short = around.nicknamesOf(first).filter((n) => n !== first)
      return short.length > 0 ? as({ first: c.pick(short) }) : undefined
    }
    case 'first typo':
      return as({ first: around.typo(c, first) })
    case 'last typo':
      return as({ last: around.typo(c, last) })
    case 'both typos':
      return as({ last: around.typo(c, last), first: around.typo(c, first) })
    case 'double name':
      return as({ last: c.happens(0.5) ? `${last}-${around.otherLast()}` : `${around.otherLast()} ${last}` })
    case 'birth day and month swapped': {
      const swapped = `${bornOn.slice(0, 5)}${bornOn.slice(8)}-${bornOn.slice(5, 7)}`
      return isDay(swapped) && swapped !== bornOn ? as({ bornOn: swapped }) : undefined
    }
    case 'birth date digit':
      return as({ bornOn: otherDigit(c, bornOn) })
    case 'names swapped':
      return as({ last: first, first: last })
    case 'maiden name':
      return as({ last: around.otherLast() })
    case 'initial':
      return as({ first: first.slice(0, 1) })
    case 'no birth date':
      return as({}, undated())
    case 'no birth date, last typo':
      return as({ last: around.typo(c, last) }, undated())
  }
}
