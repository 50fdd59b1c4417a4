/**
 * One pass over the bytes of any number of interchanges, whatever way they arrive in. Segments that matter
 * are handed over as places of their elements; the rest is counted. Nothing becomes text on the way. What is
 * no X12, or never ends a segment, is told and left after a known number of bytes. Pure.
 */
import { Marks } from '../../bytes/marks.ts'
import type { InterchangeHeader } from './delimiters.ts'
import { HeaderSearch } from './header-search.ts'
import { IEA, ISA, isPassedOver, kindOfName, LX, SBR, UNKNOWN } from './segment-kinds.ts'
import { LONGEST_SEGMENT, type ReaderFault, type ReaderState, type SegmentSink } from './segment-sink.ts'

/** What is worked on at once: small enough to stay in the second cache, and with a rest before it to be searched. */
const PIECE = 65_536
const MOST_ELEMENTS = 60
const NOTHING = new Uint8Array(0)

/** Where pieces are searched: one for all readers of a thread, each of which is done with it when `take` returns. */
let marks: Marks | undefined

export class SegmentReader {
  private readonly sink: SegmentSink
  private readonly search: HeaderSearch
  private readonly marks: Marks
  private rest: Uint8Array = NOTHING
  /** Absolute place of the first byte of what is worked on. */
  private base = 0
  private inside = false
  private ending = false
  private terminator = 0
  private element = 0
  /** Of what is worked on: for which byte it was searched, how often that was found, and which comes next. */
  private searchedFor = -1
  private found = 0
  private next = 0
  private readonly at = new Int32Array(MOST_ELEMENTS + 2)
  /** True when reading on is of no use; more bytes are ignored. */
  stopped = false

  constructor(sink: SegmentSink) {
    this.sink = sink
    this.search = new HeaderSearch((code, offset) => sink.fault(code, offset))
    marks ??= new Marks()
    this.marks = marks
  }

  /** Where it stands; undefined within a segment, before anything, or when it stopped. */
  get state(): ReaderState | undefined {
    if (this.stopped || !this.search.anything || this.rest.length > 0 || this.search.inJunk) return undefined
    const { base, inside, terminator, element } = this
    return { base, inside, terminator, element }
  }

  /** Goes on where another stood. */
  resume({ base, inside, terminator, element }: ReaderState): void {
    this.base = base
    this.inside = inside
    this.terminator = terminator
    this.element = element
    this.search.anything = true
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
    if (!this.search.anything) this.sink.fault('file-empty', 0)
    this.rest = NOTHING
    this.stopped = true
  }

  /** Puts what is left and what comes where it is searched, and works through as much of it as is whole. */
  private piece(bytes: Uint8Array): void {
    const { marks, rest } = this
    marks.bytes.set(rest)
    marks.bytes.set(bytes, rest.length)
    const b = marks.bytes.subarray(0, rest.length + bytes.length)
    this.searchedFor = -1
    const used = this.run(b)
    this.base += used
    this.rest = used < b.length && !this.stopped ? b.slice(used) : NOTHING
  }

  private stop(code: ReaderFault, offset: number): void {
    this.sink.fault(code, offset)
    this.stopped = true
  }

  /** Gives where the rest begins. */
  private run(b: Uint8Array): number {
    let i = 0
    while (!this.stopped) {
      if (this.inside) {
        i = this.segments(b, i)
        if (this.inside) return i
      } else {
        const { at, header, stop } = this.search.from(b, i, this.base, this.ending)
        if (stop !== undefined) this.stop('not-x12', stop)
        if (!header) return at
        i = this.enter(b, at, header)
      }
    }
    return b.length
  }

  private enter(b: Uint8Array, i: number, header: InterchangeHeader): number {
    this.inside = true
    this.terminator = header.delimiters.terminator
    this.element = header.delimiters.element
    this.sink.header(header, this.base + i)
    if (!header.fixed) this.sink.fault('header-not-fixed', this.base + i)
    return Math.min(i + header.length, b.length)
  }

  /** All whole segments from `i`; returns at the first that is not, or behind the end of the interchange. */
  private segments(b: Uint8Array, from: number): number {
    const { terminator, element, at, sink, base } = this
    const { places } = this.marks
    if (this.searchedFor !== terminator) {
      this.searchedFor = terminator
      this.found = this.marks.find(b.length, terminator, terminator)
      this.next = 0
    }
    const { found } = this
    let i = from
    let { segments } = sink
    for (let next = this.next; next < found; next++) {
      const end = places[next]!
      // Nothing else is so small, at the beginning of a segment.
      if (b[i]! <= 32) while (i < end && isBetween(b[i]!)) i++
      if (i >= end) {
        // Ends nothing, or stands in the header.
        if (i === end) i++
        continue
      }
      const start = i
      // Names have two letters or three.
      let nameEnd = start + 2
      let code = (b[start]! << 8) | b[start + 1]!
      if (nameEnd < end && b[nameEnd] !== element) code = (code << 8) | b[nameEnd++]!
      const kind = nameEnd === end || b[nameEnd] === element ? kindOfName(code) : UNKNOWN
      if (kind === ISA) {
        this.inside = false
        this.next = next
        sink.segments = segments
        return start
      }
      segments++
      if (end - start > LONGEST_SEGMENT) {
        sink.segments = segments
        return this.tooLong(b, start)
      }
      i = end + 1
      if (isPassedOver(kind, b, nameEnd, element)) continue
      let k = 0
      // That there is a line, or another payer, is all that is read of these.
      if (kind !== LX && kind !== SBR) {
        at[0] = start
        for (let j = nameEnd; j < end && k < MOST_ELEMENTS; j++) if (b[j] === element) at[++k] = j + 1
        at[k + 1] = end + 1
      }
      sink.segments = segments
      sink.segment(kind, b, at, k, base + start)
      // A set begins to count anew.
      segments = sink.segments
      if (kind === IEA) {
        this.inside = false
        this.next = next + 1
        return i
      }
    }
    sink.segments = segments
    this.next = found
    // Blanks before the open segment go, so that its length is the same however the bytes came.
    while (i < b.length && isBetween(b[i]!)) i++
    if (b.length - i > LONGEST_SEGMENT) return this.tooLong(b, i)
    return i
  }

  private tooLong(b: Uint8Array, start: number): number {
    this.stop('segment-too-long', this.base + start)
    return b.length
  }
}

/** Line ends and spaces, which may stand between two segments. */
const isBetween = (c: number): boolean => c === 10 || c === 13 || c === 32
