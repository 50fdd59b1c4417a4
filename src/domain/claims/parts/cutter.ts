/**
 * Cuts a claim file into parts of some megabytes, each before an ST or an ISA, by the dividing bytes and the version at its
 * beginning. That a cut is right is supposed here and found out by who reads the part before it. Pure.
 */
import { HEADER_REACH, latin, readHeader } from '../x12/delimiters.ts'
import type { PartStart } from './part-check.ts'

export interface Part {
  /** undefined: the beginning of the file, or (`joined`) no place between two sets. */
  readonly start: PartStart | undefined
  /** Goes on within what the part before it left open. */
  readonly joined: boolean
  readonly bytes: Uint8Array
  /** Where the next part begins; "end" when there is none, undefined when no place was found. */
  readonly next: PartStart | 'end' | undefined
}

/** A part is cut when so much has come; a set that is longer than the most is not waited for. */
export interface PartSizes {
  readonly usual: number
  readonly most: number
}

export class Cutter {
  private readonly sizes: PartSizes
  private readonly spare: Uint8Array[] = []
  private held: Uint8Array
  private length = 0
  private base = 0
  private start: PartStart | undefined
  private joined = false
  /** How the file is divided; undefined until asked, null when its beginning does not say. */
  private shape: Shape | null | undefined

  constructor(sizes: PartSizes) {
    this.sizes = sizes
    this.held = new Uint8Array(sizes.usual)
  }

  /** Takes the next bytes, which are copied; gives the parts that are whole. */
  feed(chunk: Uint8Array): readonly Part[] {
    const parts: Part[] = []
    for (let at = 0; at < chunk.length; ) {
      const taken = Math.min(chunk.length - at, this.sizes.usual - (this.length % this.sizes.usual))
      this.room(taken)
      this.held.set(chunk.subarray(at, at + taken), this.length)
      this.length += taken
      at += taken
      if (this.length % this.sizes.usual !== 0) continue
      const part = this.cut()
      if (part) parts.push(part)
    }
    return parts
  }

  last(): Part {
    return { start: this.start, joined: this.joined, bytes: this.held.subarray(0, this.length), next: 'end' }
  }

  /** The bytes of a part are of no use any more, and their memory may hold others. */
  reuse(bytes: Uint8Array): void {
    if (bytes.buffer.byteLength === this.sizes.usual && this.spare.length < 8)
      this.spare.push(new Uint8Array(bytes.buffer))
  }

  private newMemory(least: number): Uint8Array {
    return new Uint8Array(Math.max(this.sizes.usual, least))
  }

  private room(more: number): void {
    if (this.length + more <= this.held.length) return
    const wider = new Uint8Array(this.held.length * 2)
    wider.set(this.held.subarray(0, this.length))
    this.held = wider
  }

  private cut(): Part | undefined {
    if (this.shape === undefined) this.shape = shapeOf(this.held.subarray(0, this.length)) ?? null
    const { shape, start, joined } = this
    const set = shape ? lastSet(this.held, this.length, shape) : -1
    const header = shape ? headerBefore(this.held, set, shape) : -1
    const at = header >= 0 ? header : set
    if (at <= 0 && this.length < this.sizes.most) return undefined
    const length = at > 0 ? at : this.length
    const bytes = this.held.subarray(0, length)
    const rest = this.held.subarray(length, this.length)
    this.held = (rest.length <= this.sizes.usual && this.spare.pop()) || this.newMemory(rest.length)
    this.held.set(rest)
    this.length = rest.length
    this.base += length
    this.start = at > 0 && shape ? startAt(this.base, header < 0, shape) : undefined
    this.joined = this.start === undefined
    return { start, joined, bytes, next: this.start }
  }
}

/** How a file is divided, and the version of its groups. */
interface Shape {
  readonly terminator: number
  readonly element: number
  readonly version: string
}

const startAt = (base: number, inside: boolean, { terminator, element, version }: Shape): PartStart => ({
  base,
  inside,
  terminator,
  element,
  version: inside ? version : undefined,
})

/** Dividing bytes of the first header, and the version of the group that follows it. */
function shapeOf(b: Uint8Array): Shape | undefined {
  let at = 0
  while (b[at] === 10 || b[at] === 13 || b[at] === 32) at++
  const header = readHeader(b, at)
  if (!header) return undefined
  const { element, terminator } = header.delimiters
  const [group = ''] = latin(b, at + header.length, at + header.length + HEADER_REACH)
    .trimStart()
    .split(String.fromCharCode(terminator), 1)
  const [id, , , , , , , , version] = group.split(String.fromCharCode(element))
  return id === 'GS' && version !== undefined ? { element, terminator, version } : undefined
}

/** Where the last ST begins; -1 without one. */
function lastSet(b: Uint8Array, length: number, { element, terminator }: Shape): number {
  // Two bytes at a time: one of them is the S or the T.
  for (let i = length - 2; i > 0; i -= 2) {
    const c = b[i]
    if (c !== 83 && c !== 84) continue
    const at = c === 83 ? i : i - 1
    if (b[at] !== 83 || b[at + 1] !== 84 || b[at + 2] !== element) continue
    if (isBehind(b, at, terminator)) return at
  }
  return -1
}

/** The header whose first set this is, as close as a reader looks for one; -1 when there is none. */
function headerBefore(b: Uint8Array, set: number, { element, terminator }: Shape): number {
  for (let i = set - 1; i > Math.max(0, set - HEADER_REACH); i--)
    if (b[i] === 73 && b[i + 1] === 83 && b[i + 2] === 65 && b[i + 3] === element && isBehind(b, i, terminator))
      return i
  return -1
}

function isBehind(b: Uint8Array, at: number, terminator: number): boolean {
  let before = at - 1
  while (before > 0 && (b[before] === 10 || b[before] === 13 || b[before] === 32)) before--
  return b[before] === terminator
}
