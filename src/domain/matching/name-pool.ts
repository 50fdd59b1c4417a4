/**
 * Every distinct name once, as a number, with what comparing needs: its letters, the set of them in 32 bits, its
 * sound, the full name it is short for, and how often the list has it. Two names are equal when their numbers are.
 * Grows as names come; a million names are about 40 MB. Pure.
 */
import { soundex } from '../review/names/alike.ts'
import { hashText, withRoom } from './growing.ts'
import { areNicknames, fullNameOf, nameParts, suffixOf } from './normal-name.ts'

/** A last name as it is compared: whole, its telling parts when it has several, and a suffix. 0 is "none". */
export interface PooledName {
  readonly whole: number
  readonly partA: number
  readonly partB: number
  readonly firstWord: number
  readonly suffix: number
}

export class NamePool {
  readonly #ids = new Map<string, number>()
  readonly #names = new Map<string, PooledName>()
  readonly texts: string[] = ['']
  bytes = new Uint8Array(1 << 12)
  offsets = new Int32Array(256)
  lengths = new Uint8Array(256)
  letters = new Int32Array(256)
  sounds = new Int32Array(256)
  /** A number that a short form shares with its full name; else the name's own. */
  groups = new Int32Array(256)
  initials = new Uint8Array(256)
  shortForms = new Uint8Array(256)
  #end = 0

  get size(): number {
    return this.texts.length
  }

  /** The number of a name in capital letters; 0 for ''. */
  intern(name: string): number {
    if (name === '') return 0
    const known = this.#ids.get(name)
    if (known !== undefined) return known
    const id = this.texts.length
    this.texts.push(name)
    this.#ids.set(name, id)
    const length = Math.min(name.length, 255)
    this.bytes = withRoom(this.bytes, this.#end + length)
    this.offsets = withRoom(this.offsets, id + 1)
    this.lengths = withRoom(this.lengths, id + 1)
    this.letters = withRoom(this.letters, id + 1)
    this.sounds = withRoom(this.sounds, id + 1)
    this.groups = withRoom(this.groups, id + 1)
    this.initials = withRoom(this.initials, id + 1)
    this.shortForms = withRoom(this.shortForms, id + 1)
    let set = 0
    for (let i = 0; i < length; i++) {
      const c = name.charCodeAt(i)
      this.bytes[this.#end + i] = c
      set |= 1 << (c & 31)
    }
    this.offsets[id] = this.#end
    this.lengths[id] = length
    this.letters[id] = set
    this.initials[id] = name.charCodeAt(0)
    this.sounds[id] = hashText(soundex(name) || name)
    const full = fullNameOf(name)
    this.groups[id] = hashText(full ?? name)
    this.shortForms[id] = full === undefined ? 0 : 1
    this.#end += length
    return id
  }

  /** Do both stand on one line of the table of short forms? Few names do, so most answers cost one look. */
  areShort(a: number, b: number): boolean {
    return this.shortForms[a] === 1 && this.shortForms[b] === 1 && areNicknames(this.texts[a]!, this.texts[b]!)
  }

  /** A last, first or middle name as somebody wrote it. Names repeat by the million: each spelling is read once. */
  name(text: string | undefined): PooledName {
    if (!text) return nobody
    const known = this.#names.get(text)
    if (known) return known
    const parts = nameParts(text)
    const telling = parts.words.length > 1 ? parts.words.filter((w) => w.length > 3) : []
    const made: PooledName = {
      whole: this.intern(parts.whole),
      partA: this.intern(telling[0] ?? ''),
      partB: this.intern(telling[1] ?? ''),
      firstWord: this.intern(parts.words[0] ?? ''),
      suffix: suffixNumber(parts.suffix),
    }
    this.#names.set(text, made)
    return made
  }
}

const nobody: PooledName = { whole: 0, partA: 0, partB: 0, firstWord: 0, suffix: 0 }
const SUFFIXES = ['JR', 'SR', 'II', 'III', 'IV']
const suffixNumber = (suffix: string | undefined): number => (suffix ? SUFFIXES.indexOf(suffix) + 1 : 0)
/** "Jr." is 1 ... "IV" is 5; 0 for none. */
export const suffixOfText = (text: string | undefined): number => suffixNumber(suffixOf(text))
