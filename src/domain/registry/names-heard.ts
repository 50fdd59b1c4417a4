/**
 * Names that stand for the one asked for though they are spelled otherwise: short forms of given names ("Bob" for
 * "Robert") and words that sound alike ("Smyth" and "Schmidt"). They are shown after names that begin as asked, that
 * have the same words, and that a typing error makes of it; each says why it is there. Pure.
 */
import { nameKey } from '../party/name-key.ts'
import { type RegistryProvider, registryName } from '../party/registry-provider.ts'
import { editDistance } from '../review/names/alike.ts'
import { linesOfNicknames, nicknamesOf } from '../review/names/nicknames.ts'
import { type AskedName, all, elsewhere, exact, isAmong, isOneError, nameWords } from './name-words.ts'
import { soundOf } from './sounds.ts'

/** What stands for one asked word. */
export interface HeardWord {
  readonly word: string
  /** One typing error away. */
  readonly near: readonly string[]
  readonly nicknames: readonly string[]
  readonly sounding: readonly string[]
}
/** Of one word so many that sound like it are looked for. */
const SOUNDING = 30

/** Given names: what was typed as a first name, or any of several words. A last name alone has no short form. */
export function maybeGiven({ last, first }: AskedName, word: string): boolean {
  const firsts = nameKey(first ?? '').split(' ')
  return first ? firsts.includes(word) : nameKey(last).split(' ').length > 1
}

/** `found` are words that were found under the sound of the word; the nearest by their letters are kept. */
export function heardWord(
  asked: AskedName,
  word: string,
  near: readonly string[],
  found: readonly string[],
): HeardWord {
  const nicknames = maybeGiven(asked, word) ? nicknamesOf(word).filter((n) => n !== word && !near.includes(n)) : []
  const sound = soundOf(word)
  const sounding = found
    .filter((f) => f !== word && !near.includes(f) && !nicknames.includes(f) && soundOf(f) === sound)
    .map((f) => ({ f, distance: editDistance(word, f) }))
    .toSorted((a, b) => a.distance - b.distance || (a.f < b.f ? -1 : 1))
    .slice(0, SOUNDING)
    .map(({ f }) => f)
  return { word, near, nicknames: [...new Set(nicknames)], sounding }
}

/** A tsquery: every word or what stands for it is in the name, and not all as typed or mistyped. Undefined: nothing stands for any. */
export function heardQuery(words: readonly HeardWord[], asked: AskedName): string | undefined {
  if (words.every((w) => w.nicknames.length + w.sounding.length === 0)) return undefined
  const any = (word: string, others: readonly string[]) =>
    `(${[exact(word), ...others.map((o) => `'w:${o}'`)].join(' | ')})`
  const each = words.map((w) => any(w.word, [...w.near, ...w.nicknames, ...w.sounding]))
  return all([...each, `!(${all(words.map((w) => any(w.word, w.near)))})`, ...elsewhere(asked)])
}

/** Why a name is there that does not have the word as it was typed. */
export type WhyAlike =
  | { readonly kind: 'typing' | 'sound'; readonly asked: string; readonly found: string }
  /** Both are forms of `of`, which may be one of them. */
  | { readonly kind: 'nickname'; readonly asked: string; readonly found: string; readonly of: string }

/** One reason for each asked word that the name has in another form. */
export function whyAlike(words: readonly string[], asked: AskedName, provider: RegistryProvider): readonly WhyAlike[] {
  const said = nameWords(provider)
  return words.flatMap((word): readonly WhyAlike[] => {
    if (isAmong(word, said)) return []
    const typed = said.find((w) => isOneError(word, w))
    if (typed !== undefined) return [{ kind: 'typing', asked: word, found: typed }]
    const nicknames = maybeGiven(asked, word) ? nicknamesOf(word) : []
    const short = said.find((w) => nicknames.includes(w))
    if (short !== undefined) return [{ kind: 'nickname', asked: word, found: short, of: fullName(word, short) }]
    const sound = soundOf(word)
    const heard = said.find((w) => sound !== undefined && soundOf(w) === sound)
    return heard === undefined ? [] : [{ kind: 'sound', asked: word, found: heard }]
  })
}

const fullName = (a: string, b: string): string =>
  linesOfNicknames.find((line) => line.includes(a) && line.includes(b))?.[0] ?? b

const cost = { typing: 1, nickname: 1, sound: 3 } as const

/** Short forms before what only sounds alike, then those nearest by their letters, then by the alphabet. */
export function byHearing<P extends { readonly provider: RegistryProvider; readonly why: readonly WhyAlike[] }>(
  found: readonly P[],
): readonly P[] {
  const ranked = found.map((p) => ({
    p,
    cost: p.why.reduce((sum, w) => sum + cost[w.kind], 0),
    letters: p.why.reduce((sum, w) => sum + (w.kind === 'sound' ? editDistance(w.asked, w.found) : 0), 0),
    name: nameKey(registryName(p.provider)),
  }))
  return ranked
    .toSorted(
      (a, b) =>
        a.cost - b.cost ||
        a.letters - b.letters ||
        (a.name < b.name ? -1 : a.name > b.name ? 1 : a.p.provider.npi < b.p.provider.npi ? -1 : 1),
    )
    .map((r) => r.p)
}
