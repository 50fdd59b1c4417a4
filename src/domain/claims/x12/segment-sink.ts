/** What a reader of segments tells, and the limits within which it reads. */
import type { InterchangeHeader } from './delimiters.ts'

/** The longest segment that is taken for one; those of real claims stay far below. */
export const LONGEST_SEGMENT = 16_384
/** How far an interchange is looked for in what is none. */
export const LONGEST_JUNK = 1_048_576

export type ReaderFault =
  | 'file-empty'
  | 'not-x12'
  | 'text-outside'
  | 'header-unreadable'
  | 'header-not-fixed'
  | 'segment-too-long'
  | 'last-segment-open'

export interface SegmentSink {
  /** Segments since the set began, its ST being the first; the reader counts on. */
  segments: number
  header(header: InterchangeHeader, offset: number): void
  /** Element k is the bytes from `at[k]` to before `at[k + 1] - 1`; `last` is the number of the last element. */
  segment(kind: number, b: Uint8Array, at: Int32Array, last: number, offset: number): void
  fault(code: ReaderFault, offset: number): void
}

/** Where a reader stands between two segments. */
export interface ReaderState {
  /** Bytes read so far. */
  readonly base: number
  /** Within an interchange. */
  readonly inside: boolean
  readonly terminator: number
  readonly element: number
}
