/**
 * Names by their words: which words a provider is found by, which keys two words one typing error apart share, and in
 * which order names that are only like the one asked for are shown. Pure; words have letters and digits only.
 */
import { isOneEdit } from '../matching/alike-bytes.ts'
import { nameKey } from '../party/name-key.ts'
import { type RegistryName, type RegistryProvider, registryName } from '../party/registry-provider.ts'

/** From so many letters on, the beginning of a word finds it. */
const BEGINNING = 3
/** Shorter words are all alike; longer ones are no names. */
const LEAST = 4
const MOST = 24
/** No name is longer; PostgreSQL refuses to look for a word of more than 2,046 bytes. */
const LONGEST = 200
/** Nobody asks by more words; the rest is left out. */
const ASKED = 6

/** Words of the legal name and of other names; a last name in parts ("De La Cruz") also as one ("DELACRUZ"). */
export function nameWords(p: RegistryProvider): readonly string[] {
  const words = new Set<string>()
  const add = (name: string | undefined) => {
    for (const word of nameKey(name ?? '').split(' ')) if (word !== '') words.add(word)
  }
  const person = (n: RegistryName) => {
    add(n.last)
    add(n.first)
    add(nameKey(n.last).replaceAll(' ', ''))
  }
  if (p.person) person(p.person)
  add(p.organization)
  for (const other of p.otherNames) typeof other === 'string' ? add(other) : person(other)
  return [...words]
}

/** The word itself and the word without each of its letters; none for a word that is too short or too long. */
export function nearKeys(word: string): readonly string[] {
  if (!hasNearKeys(word)) return []
  return [...new Set([word, ...Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1))])]
}

/** Is the word neither too short nor too long, and of letters? */
export const hasNearKeys = (word: string): boolean =>
  word.length >= LEAST - 1 && word.length <= MOST && /^\p{L}+$/u.test(word)

/** Of the words that share a key with the asked one, those that one typing error makes of it. */
export const nearWords = (asked: string, found: readonly string[]): readonly string[] =>
  asked.length < LEAST ? [] : found.filter((word) => isOneError(asked, word))

export const isOneError = (a: string, b: string): boolean => {
  const both = Uint8Array.from({ length: a.length + b.length }, (_, i) => (a + b).charCodeAt(i))
  return isOneEdit(both, 0, a.length, a.length, b.length)
}

/** Stands the asked word in a name, or its beginning? */
export const isAmong = (asked: string, words: readonly string[]): boolean =>
  words.some((w) => (asked.length >= BEGINNING ? w.startsWith(asked) : w === asked))

/** As `isAmong`, for a tsquery. */
export const exact = (word: string): string => `'w:${word}'${word.length >= BEGINNING ? ':*' : ''}`
export const all = (terms: readonly string[]): string => terms.join(' & ')

/** A name as it was asked for; the state as its two letters. */
export interface AskedName {
  /** Last name, business name, or both names in any order. */
  readonly last: string
  readonly first?: string
  readonly state?: string
}

/** The words that were asked for, each once; none when they say too little to be looked for. */
export function askedWords({ last, first }: AskedName): readonly string[] {
  const names = [nameKey(last), nameKey(first ?? '')]
  if (names.some((name) => name.length > LONGEST)) return []
  const words = [...new Set(names.join(' ').split(' '))].filter((w) => w !== '')
  return words.some((w) => w.length >= BEGINNING) ? words.slice(0, ASKED) : []
}

/** A tsquery: every word stands in the name, in any order. */
export const wordsQuery = (words: readonly string[], asked: AskedName): string =>
  all([...words.map(exact), ...elsewhere(asked)])

/** A tsquery: every word or one near to it stands in the name, and not all as they were typed. */
export function similarQuery(
  words: readonly { readonly word: string; readonly near: readonly string[] }[],
  asked: AskedName,
): string | undefined {
  if (words.every((w) => w.near.length === 0)) return undefined
  const each = words.map(({ word, near }) => `(${[exact(word), ...near.map((n) => `'w:${n}'`)].join(' | ')})`)
  return all([...each, `!(${all(words.map((w) => exact(w.word)))})`, ...elsewhere(asked)])
}

/** In the state, and not a legal name that begins as asked: those are shown before, and may be very many. */
export function elsewhere({ last, first, state }: AskedName): readonly string[] {
  const [l, f] = [nameKey(last), nameKey(first ?? '')]
  const begins = f === '' ? `('l:${l}':* | 'b:${l}':*)` : `('l:${l}':* & 'f:${f}':*)`
  return [...(l === '' ? [] : [`!${begins}`]), ...(state ? [`'ps:${nameKey(state)}'`] : [])]
}

/**
 * Fewest words typed otherwise first, then those that begin with the same letters, then those whose legal name it is
 * and not another name of theirs, then by the alphabet.
 */
export function bySimilarity(
  asked: readonly string[],
  found: readonly RegistryProvider[],
): readonly RegistryProvider[] {
  const ranked = found.map((provider) => {
    const words = nameWords(provider)
    const wrong = asked.filter((a) => !isAmong(a, words))
    const otherLetter = wrong.filter((a) => !words.some((w) => w[0] === a[0] && isOneError(a, w)))
    const legal = nameWords({ ...provider, otherNames: [] })
    const byOther = asked.filter((a) => !legal.some((w) => w.startsWith(a) || isOneError(a, w)))
    return {
      provider,
      wrong: wrong.length,
      otherLetter: otherLetter.length,
      byOther: byOther.length,
      name: nameKey(registryName(provider)),
    }
  })
  return ranked
    .toSorted(
      (a, b) =>
        a.wrong - b.wrong ||
        a.otherLetter - b.otherLetter ||
        a.byOther - b.byOther ||
        (a.name < b.name ? -1 : a.name > b.name ? 1 : a.provider.npi < b.provider.npi ? -1 : 1),
    )
    .map((r) => r.provider)
}
