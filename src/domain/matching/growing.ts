/** Typed arrays that grow by doubling. Pure. */

interface Growable {
  readonly length: number
  set(other: never): void
}

/** The array itself when it has room for `wanted` elements, else a copy twice as long. */
export function withRoom<A extends Int32Array | Uint8Array | Uint32Array | Float64Array>(array: A, wanted: number): A {
  if (wanted <= array.length) return array
  const Kind = array.constructor as new (length: number) => A
  const grown = new Kind(Math.max(wanted, array.length * 2, 16))
  ;(grown as unknown as Growable).set(array as never)
  return grown
}

/** A 32-bit mix of two numbers (the finalizer of MurmurHash3), for block keys. */
export function mix(a: number, b: number): number {
  let h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b + 0x7f4a7c15, 0x85ebca6b)
  h ^= h >>> 16
  h = Math.imul(h, 0x7feb352d)
  h ^= h >>> 15
  h = Math.imul(h, 0x846ca68b)
  return h ^ (h >>> 16)
}

/** A 32-bit hash of a text (FNV-1a, mixed). */
export function hashText(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return mix(h, text.length)
}
