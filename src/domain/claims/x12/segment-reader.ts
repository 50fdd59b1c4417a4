/**
 * One pass over the bytes of any number of interchanges, whatever way they arrive in. Segments that matter
 * are handed over as places of their elements; the rest is counted. Nothing becomes text on the way. What is
 * no X12, or never ends a segment, is told and left after a known number of bytes. Pure.
 */
import { HEADER_REACH, type InterchangeHeader, readHeader } from './delimiters.ts'
import { IEA, ISA, isPassedOver, kindOfName, LX, SBR, UNKNOWN } from './segment-kinds.ts'
import { LONGEST_JUNK, LONGEST_SEGMENT, type ReaderFault, type SegmentSink } from './segment-sink.ts'

/** What is worked on at once, so that a tail is never copied together with a whole file. */
const PIECE = 262_144
const MOST_ELEMENTS = 60
const NOTHING = new Uint8Array(0)

/** Where a reader stands between two segments. */
export interface ReaderState {
  /** Bytes read so far. */
  readonly base: number
  /** Within an interchange. */
  readonly inside: boolean
  readonly terminator: number
  readonly element: number
}

export class SegmentReader {
  private readonly sink: SegmentSink
  private rest: Uint8Array = NOTHING
  /** Absolute place of the first byte of what is worked on. */
  private base = 0
  private inside = false
  private ending = false
  private junkFrom = -1
  private anything = false
  private terminator = 0
  private element = 0
  private readonly at = new Int32Array(MOST_ELEMENTS + 2)
  /** True when reading on is of no use; more bytes are ignored. */
  stopped = false

  constructor(sink: SegmentSink) {
    this.sink = sink
  }

  /** Where it stands; undefined within a segment, before anything, or when it stopped. */
  get state(): ReaderState | undefined {
    if (this.stopped || !this.anything || this.rest.length > 0 || this.junkFrom >= 0) return undefined
    const { base, inside, terminator, element } = this
    return { base, inside, terminator, element }
  }

  /** Goes on where another stood. */
  resume({ base, inside, terminator, element }: ReaderState): void {
    this.base = base
    this.inside = inside
    this.terminator = terminator
    this.element = element
    this.anything = true
  }

  /** The next bytes of the file; they are not kept beyond the call. */
  feed(chunk: Uint8Array): void {
    for (let from = 0; from < chunk.length && !this.stopped; from += PIECE)
      this.piece(chunk.length <= PIECE ? chunk : chunk.subarray(from, from + PIECE))
  }

  /** No more bytes will come. */
  end(): void {
    this.ending = true
    if (!this.stopped) this.piece(NOTHING)
    if (!this.stopped && this.inside && this.rest.length > 0) {
      this.sink.fault('last-segment-open', this.base)
      this.piece(Uint8Array.of(this.terminator))
    }
    if (!this.anything) this.sink.fault('file-empty', 0)
    this.rest = NOTHING
    this.stopped = true
  }

  private piece(bytes: Uint8Array): void {
    let b = bytes
    if (this.rest.length > 0) {
      // Only the segment that was cut is put together; the bytes after it are read where they are.
      const cut = this.inside ? bytes.indexOf(this.terminator) + 1 : 0
      if (cut > 0) {
        this.take(joined(this.rest, bytes.subarray(0, cut)))
        b = bytes.subarray(cut)
      }
      if (this.rest.length > 0) b = joined(this.rest, b)
    }
    if (!this.stopped) this.take(b)
  }

  private take(b: Uint8Array): void {
    const used = this.run(b)
    this.base += used
    this.rest = used < b.length && !this.stopped ? b.slice(used) : NOTHING
  }

  private stop(code: ReaderFault, offset: number): void {
    this.sink.fault(code, offset)
    this.stopped = true
  }

  /** Works through as much of `b` as is whole; gives where the rest begins. */
  private run(b: Uint8Array): number {
    let i = 0
    while (!this.stopped) {
      if (this.inside) {
        i = this.segments(b, i)
        if (this.inside) return i
      } else {
        const next = this.outside(b, i)
        if (!this.inside) return next
        i = next
      }
    }
    return b.length
  }

  /** All whole segments from `i`; returns at the first that is not, or behind the end of the interchange. */
  private segments(b: Uint8Array, from: number): number {
    const { terminator, element, at, sink } = this
    const last = b.lastIndexOf(terminator)
    let i = from
    for (;;) {
      let c = b[i]
      while (i <= last && (c === terminator || c === 10 || c === 13 || c === 32)) c = b[++i]
      if (i > last) break
      const start = i
      const second = b[i + 1]!
      let code = (b[i]! << 8) | second
      i += 2
      c = b[i]!
      if (c !== element && c !== terminator && second !== terminator) {
        code = (code << 8) | c
        i++
        c = b[i]!
      }
      const kind = c === element || c === terminator ? kindOfName(code) : UNKNOWN
      if (kind === ISA) {
        this.inside = false
        return start
      }
      sink.segments++
      if (kind === LX || kind === SBR || isPassedOver(kind, b, i, element)) {
        while (b[i] !== terminator) i++
        if (i - start > LONGEST_SEGMENT) return this.tooLong(b, start)
        // That there is a line, or another payer, is all that is read of these.
        if (kind === LX || kind === SBR) sink.segment(kind, b, at, 0, this.base + start)
        i++
        continue
      }
      i = start
      at[0] = start
      let k = 0
      for (c = b[i]!; c !== terminator; c = b[i]!) {
        if (c === element && k < MOST_ELEMENTS) at[++k] = i + 1
        i++
      }
      at[k + 1] = i + 1
      if (i - start > LONGEST_SEGMENT) return this.tooLong(b, start)
      sink.segment(kind, b, at, k, this.base + start)
      i++
      if (kind === IEA) {
        this.inside = false
        return i
      }
    }
    // Blanks before the open segment go, so that its length is the same however the bytes came.
    while (i < b.length && (b[i] === 10 || b[i] === 13 || b[i] === 32)) i++
    if (b.length - i > LONGEST_SEGMENT) return this.tooLong(b, i)
    return i
  }

  private tooLong(b: Uint8Array, start: number): number {
    this.stop('segment-too-long', this.base + start)
    return b.length
  }

  /** Looks for the next header; returns where the rest begins, or behind the header once `inside`. */
  private outside(b: Uint8Array, from: number): number {
    for (let i = from; ; i++) {
      while (i < b.length && this.isBlank(b[i]!, this.base + i)) i++
      if (i >= b.length) return b.length
      this.anything = true
      const left = b.length - i
      if (left < HEADER_REACH && !this.ending) {
        // What cannot become a header needs no waiting for.
        if (b[i] === 73) return i
      }
      if (b[i] === 73 && b[i + 1] === 83 && b[i + 2] === 65) {
        const header = readHeader(b, i)
        if (header) return this.enter(b, i, header)
        if (this.junkFrom < 0) {
          this.sink.fault('header-unreadable', this.base + i)
          this.junkFrom = this.base + i
        }
        i += 2
        continue
      }
      if (this.junkFrom < 0) {
        this.junkFrom = this.base + i
        this.sink.fault('text-outside', this.base + i)
      }
      if (this.base + i - this.junkFrom >= LONGEST_JUNK) {
        this.stop('not-x12', this.junkFrom)
        return b.length
      }
    }
  }

  private enter(b: Uint8Array, i: number, header: InterchangeHeader): number {
    this.junkFrom = -1
    this.inside = true
    this.terminator = header.delimiters.terminator
    this.element = header.delimiters.element
    this.sink.header(header, this.base + i)
    if (!header.fixed) this.sink.fault('header-not-fixed', this.base + i)
    return Math.min(i + header.length, b.length)
  }

  /** Line ends, spaces, the end mark of old systems, and the byte order mark at the very start. */
  private isBlank(c: number, offset: number): boolean {
    return (
      c === 10 ||
      c === 13 ||
      c === 32 ||
      c === 9 ||
      c === 26 ||
      (offset < 3 && (c === 0xef || c === 0xbb || c === 0xbf))
    )
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}
