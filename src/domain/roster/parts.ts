/**
 * A roster in parts of whole lines, which others (threads) read side by side and which are put together here to what
 * one scan of the whole would have written: byte for byte. Where a part ends within a quoted cell, everything from
 * there on is read here. Pure.
 */
import { Marks, MOST_BYTES } from '../bytes/marks.ts'
import type { Snapshot } from '../eligibility/snapshot.ts'
import { type RosterScan, type RosterStart, scanRoster } from './scan.ts'
import { addSummary, newSummary, type RosterSummary } from './summary.ts'
import { type RowWriter, rowWriter } from './write-row.ts'

export interface RosterPart {
  readonly start: RosterStart
  readonly bytes: Uint8Array
}
export interface RosterPartAnswer {
  /** What was given, to be looked at again where the part did not end with a row. */
  readonly bytes: Uint8Array
  readonly answers: Uint8Array
  readonly summary: RosterSummary
  /** It ended with a row. */
  readonly whole: boolean
}

let writer: RowWriter | undefined

/** Reads one part by itself. */
export function readRosterPart(s: Snapshot, on: number, { start, bytes }: RosterPart): RosterPartAnswer {
  writer ??= rowWriter()
  const scan = scanRoster(s, on, { from: start, writer })
  const answers = scan.feed(bytes).slice()
  return { bytes, answers, summary: scan.summary, whole: scan.place !== undefined }
}

const LINE = 10

/** Cuts a roster, from a place between two rows, behind a line once `usual` bytes have come. */
export class RosterCutter {
  private readonly usual: number
  private held: Uint8Array
  private length = 0
  private start: RosterStart

  constructor(start: RosterStart, usual: number) {
    this.start = start
    this.usual = usual
    this.held = new Uint8Array(usual)
  }

  /** Takes the next bytes, which are copied; gives the parts that are whole. */
  feed(chunk: Uint8Array): readonly RosterPart[] {
    const parts: RosterPart[] = []
    for (let at = 0; at < chunk.length; ) {
      const taken = Math.min(chunk.length - at, this.held.length - this.length)
      this.held.set(chunk.subarray(at, at + taken), this.length)
      this.length += taken
      at += taken
      // What has no line end for so long is no roster, and may be cut anywhere: whoever reads it finds out.
      if (this.length === this.held.length) parts.push(this.part(this.held.lastIndexOf(LINE) + 1 || this.length))
    }
    return parts
  }

  last(): RosterPart {
    return this.part(this.length)
  }

  private part(end: number): RosterPart {
    const { start } = this
    const bytes = this.held.subarray(0, end)
    const rest = this.held.subarray(end, this.length)
    this.start = { header: start.header, line: start.line + lineEnds(bytes) }
    this.held = new Uint8Array(this.usual)
    this.held.set(rest)
    this.length = rest.length
    return { start, bytes }
  }
}

let ends: Marks | undefined

function lineEnds(bytes: Uint8Array): number {
  ends ??= new Marks()
  let count = 0
  for (let at = 0; at < bytes.length; at += MOST_BYTES) {
    const part = bytes.subarray(at, at + MOST_BYTES)
    ends.bytes.set(part)
    count += ends.find(part.length, LINE, LINE)
  }
  return count
}

export class RosterInParts {
  readonly summary = newSummary()
  private readonly snapshot: Snapshot
  private readonly on: number
  /** The rest is read here. */
  private own: RosterScan | undefined

  constructor(snapshot: Snapshot, on: number) {
    this.snapshot = snapshot
    this.on = on
  }

  get alone(): boolean {
    return this.own !== undefined
  }

  /** The next part in order, with what others made of it; gives the answers, valid until the next call. */
  take(part: RosterPart, read: RosterPartAnswer | undefined): Uint8Array {
    if (!this.own && read?.whole) {
      addSummary(this.summary, read.summary)
      return read.answers
    }
    this.own ??= scanRoster(this.snapshot, this.on, { from: part.start })
    return this.own.feed(part.bytes)
  }

  end(): Uint8Array {
    if (!this.own) return new Uint8Array()
    const rest = this.own.end()
    addSummary(this.summary, this.own.summary)
    return rest
  }
}
