/**
 * Organizations of a list, found by the sounds of their rarer words and scored by the words they share: a rare word
 * says more than "CLINIC". Legal forms ("INC", "LLC") and their order say nothing. Pure.
 */
import { isOneEdit } from './alike-bytes.ts'
import { Seen } from './candidates.ts'
import { bitsOf } from './frequencies.ts'
import type { MatchParty } from './match-party.ts'
import type { NamePool } from './name-pool.ts'
import { organizationWords } from './normal-name.ts'
import { PackedPeople } from './packed-people.ts'
import { rarity, weights } from './weights.ts'

const SMALL = new Set(['OF', 'AND', 'FOR', 'AT', 'IN'])

/** Published lists cut names at so many letters, in the middle of a word. */
const CUT_AT = 30

export class Organizations {
  /** Place, NPI and owner of each; the names are in `words`. */
  readonly facts: PackedPeople
  readonly words: number[][] = []
  readonly isCut: boolean[] = []

  constructor(pool: NamePool) {
    this.facts = new PackedPeople(pool)
  }

  add(who: MatchParty, owner: number): void {
    const { last: _, first: __, ...facts } = who
    this.facts.add(facts, owner)
    const name = who.organization ?? ''
    const words = organizationWords(name)
    const telling = words.filter((w) => !SMALL.has(w))
    this.words.push((telling.length > 0 ? telling : words).map((w) => this.facts.pool.intern(w)))
    this.isCut.push(name.trim().length >= CUT_AT - 1)
  }
}

export interface WordIndex {
  /** Organizations with a word of this sound. */
  readonly bySound: ReadonlyMap<number, readonly number[]>
  /** Bits of a word by its number in the pool; words that came later have the most. */
  readonly bits: Float32Array
  readonly seen: Seen
}

export function wordIndex(list: Organizations): WordIndex {
  const { pool } = list.facts
  const bySound = new Map<number, number[]>()
  const counts = new Int32Array(pool.size)
  list.words.forEach((words, place) => {
    for (const word of new Set(words)) {
      counts[word]!++
      const sound = pool.sounds[word]!
      const among = bySound.get(sound)
      if (among === undefined) bySound.set(sound, [place])
      else if (among.at(-1) !== place) among.push(place)
    }
  })
  const total = list.words.length
  return {
    bySound,
    bits: Float32Array.from(counts, (n) => bitsOf(n, total, rarity.ordinaryWord, rarity.wordCap)),
    seen: new Seen(total),
  }
}

/** Words that more organizations share are only asked when there is no rarer one. */
const COMMON = 300

/** Calls `see` for each organization that shares a telling word. */
export function organizationCandidates(
  index: WordIndex,
  pool: NamePool,
  words: readonly number[],
  see: (place: number) => void,
): void {
  index.seen.begin()
  const found = words.map((w) => index.bySound.get(pool.sounds[w]!) ?? []).filter((f) => f.length > 0)
  const rare = found.filter((f) => f.length <= COMMON)
  const asked = rare.length > 0 ? rare : found.sort((a, b) => a.length - b.length).slice(0, 1)
  for (const places of asked) for (const place of places) if (index.seen.isNew(place)) see(place)
}

const W = weights.organization
export interface WordsCompared {
  readonly level: 'equal' | 'order' | 'nearly' | 'part' | 'differs'
  readonly bits: number
}

/** What two names share, weighed by rarity; `b` is the list's and may be cut. */
export function compareWords(
  pool: NamePool,
  index: WordIndex,
  a: readonly number[],
  b: readonly number[],
  isCut: boolean,
): WordsCompared {
  const bitsFor = (w: number) => index.bits[w] ?? rarity.wordCap
  const isSame = a.length === b.length && a.every((w, i) => w === b[i])
  const left = [...a]
  let shared = 0
  let near = 0
  let lost = 0
  b.forEach((word, i) => {
    let place = left.indexOf(word)
    if (place < 0) {
      place = left.findIndex((w) => isNear(pool, w, word) || (isCut && i === b.length - 1 && begins(pool, w, word)))
      if (place >= 0) near++
    }
    if (place < 0) lost += bitsFor(word)
    else {
      shared += bitsFor(word)
      left.splice(place, 1)
    }
  })
  if (!isCut) for (const w of left) lost += Math.min(8, bitsFor(w))
  const cap = Math.min(shared, 20)
  if (isSame) return { level: 'equal', bits: cap + W.equal }
  if (lost === 0 && near === 0) return { level: 'order', bits: cap + W.order }
  if (lost === 0) return { level: 'nearly', bits: cap + W.nearly * near }
  const share = shared / (shared + lost)
  if (share < 0.5) return { level: 'differs', bits: W.differs }
  return { level: share > 0.85 ? 'nearly' : 'part', bits: cap - lost * 0.6 + W.part }
}

const isNear = (pool: NamePool, a: number, b: number): boolean =>
  pool.lengths[a]! >= 4 &&
  pool.lengths[b]! >= 4 &&
  isOneEdit(pool.bytes, pool.offsets[a]!, pool.lengths[a]!, pool.offsets[b]!, pool.lengths[b]!)

const begins = (pool: NamePool, whole: number, beginning: number): boolean =>
  pool.texts[whole]!.startsWith(pool.texts[beginning]!)
