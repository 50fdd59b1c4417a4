/**
 * Memory of the snapshot: buffers come from one function, so that they may be shared between threads;
 * columns that grow while rows come in; the table from a key to a word. Pure.
 */

/** The one place where snapshot memory is made. Shared memory is zeroed like any other. */
export const allocate = (words: number, shared: boolean): Int32Array =>
  new Int32Array(shared ? new SharedArrayBuffer(words * 4) : new ArrayBuffer(words * 4))

/** A column that doubles as it fills. */
export interface Growing {
  push(word: number): void
  readonly length: number
  /** Takes back words at the end. */
  cut(length: number): void
  /** What was pushed; a view, valid until the next push. */
  view(): Int32Array
}

export function growing(capacity = 1024): Growing {
  let words = new Int32Array(capacity)
  let length = 0
  return {
    push(word) {
      if (length === words.length) {
        const wider = new Int32Array(words.length * 2)
        wider.set(words)
        words = wider
      }
      words[length++] = word
    },
    get length() {
      return length
    },
    cut(to) {
      length = to
    },
    view: () => words.subarray(0, length),
  }
}

/** The words of a growing column in snapshot memory. */
export function settled(column: Growing, shared: boolean): Int32Array {
  const words = allocate(column.length, shared)
  words.set(column.view())
  return words
}

/** Spreads keys evenly (Fibonacci hashing): whoever is next to another in the registry is far from him here. */
export const spread = (key: number): number => Math.imul(key, 0x9e3779b1) >>> 0

/** Slots of two words: key + 1 (0 is an empty slot) and value. Seven tenths full: 11.4 bytes a key. */
export function indexOf(
  keys: Iterable<readonly [key: number, value: number]>,
  count: number,
  shared: boolean,
): Int32Array {
  const slots = Math.ceil(count / 0.7) + 1
  const table = allocate(slots * 2, shared)
  for (const [key, value] of keys) {
    let at = home(key, slots)
    while (table[at * 2] !== 0) at = at + 1 === slots ? 0 : at + 1
    table[at * 2] = key + 1
    table[at * 2 + 1] = value
  }
  return table
}

const home = (key: number, slots: number): number => Math.trunc((spread(key) * slots) / 4_294_967_296)

/** The value of a key, or -1. */
export function lookUp(table: Int32Array, key: number): number {
  const slots = table.length >> 1
  let at = home(key, slots)
  for (;;) {
    const found = table[at * 2]!
    if (found === key + 1) return table[at * 2 + 1]!
    if (found === 0) return -1
    at = at + 1 === slots ? 0 : at + 1
  }
}
