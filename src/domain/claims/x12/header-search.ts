/**
 * Looks for the next interchange header in what is none: blanks are passed over, text before a header is told once,
 * and after a known number of bytes without one the search ends. Pure.
 */
import { HEADER_REACH, type InterchangeHeader, readHeader } from './delimiters.ts'
import { LONGEST_JUNK, type ReaderFault } from './segment-sink.ts'

export interface SearchEnd {
  /** Where the header begins, or else the rest. */
  readonly at: number
  readonly header?: InterchangeHeader
  /** Where what is no X12 began, when reading on is of no use. */
  readonly stop?: number
}

export class HeaderSearch {
  private readonly fault: (code: ReaderFault, offset: number) => void
  private junkFrom = -1
  /** Something was there besides blanks. */
  anything = false

  constructor(fault: (code: ReaderFault, offset: number) => void) {
    this.fault = fault
  }

  get inJunk(): boolean {
    return this.junkFrom >= 0
  }

  /** Searches `b` from `start`; `base` is the absolute place of its first byte, `ending` that no more will come. */
  from(b: Uint8Array, start: number, base: number, ending: boolean): SearchEnd {
    for (let i = start; ; i++) {
      while (i < b.length && isBlank(b[i]!, base + i)) i++
      if (i >= b.length) return { at: b.length }
      this.anything = true
      // What cannot become a header needs no waiting for.
      if (b.length - i < HEADER_REACH && !ending && b[i] === 73) return { at: i }
      if (b[i] === 73 && b[i + 1] === 83 && b[i + 2] === 65) {
        const header = readHeader(b, i)
        if (header) {
          this.junkFrom = -1
          return { at: i, header }
        }
        if (this.junkFrom < 0) {
          this.fault('header-unreadable', base + i)
          this.junkFrom = base + i
        }
        i += 2
        continue
      }
      if (this.junkFrom < 0) {
        this.junkFrom = base + i
        this.fault('text-outside', base + i)
      }
      if (base + i - this.junkFrom >= LONGEST_JUNK) return { at: b.length, stop: this.junkFrom }
    }
  }
}

/** Line ends, spaces, the end mark of old systems, and the byte order mark at the very start. */
const isBlank = (c: number, offset: number): boolean =>
  c === 10 || c === 13 || c === 32 || c === 9 || c === 26 || (offset < 3 && (c === 0xef || c === 0xbb || c === 0xbf))
