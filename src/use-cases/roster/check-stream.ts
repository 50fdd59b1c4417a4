/**
 * A roster as it comes, its answers as they are known: a stream of CSV in, a stream of CSV out, memory flat. What is
 * more than a few megabytes is read by several threads.
 */
import { Readable } from 'node:stream'
import type { Day } from '#domain/dates.ts'
import { dayNumber } from '#domain/eligibility/packing.ts'
import type { Snapshot } from '#domain/eligibility/snapshot.ts'
import { RosterCutter, RosterInParts } from '#domain/roster/parts.ts'
import { type RosterSummary, scanRoster } from '#domain/roster/scan.ts'
import { addSummary } from '#domain/roster/summary.ts'
import { rosterHeader } from '#domain/roster/write-row.ts'
import { SideBySide } from '#outside/threads/side-by-side.ts'
import type { RosterPart, RosterPartAnswer } from '#outside/threads/work.ts'

const LINE = 10

export interface RosterReading {
  /** Bytes that are read here before threads are thought of. */
  readonly alone?: number
  /** Bytes of a part. */
  readonly part?: number
  readonly threads?: number
}

/** `done` is told the summary when the last row was answered. */
export function checkRosterStream(
  snapshot: Snapshot,
  roster: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  on: Day,
  done: (summary: RosterSummary) => void = () => {},
  { alone = 2 << 20, part = 1 << 20, threads }: RosterReading = {},
): Readable {
  const day = dayNumber(on)
  const scan = scanRoster(snapshot, day)
  const rest = new RosterInParts(snapshot, day)
  const read = new SideBySide<RosterPart, RosterPartAnswer>(() => ({ kind: 'roster', snapshot, on: day }), threads)
  async function taken(): Promise<Buffer> {
    const [oldest, answer] = await read.next()
    // A copy: a scan writes into the same memory again.
    const bytes = Buffer.from(rest.take(oldest, answer))
    read.alone = rest.alone
    return bytes
  }
  async function* answers(): AsyncGenerator<Buffer> {
    yield Buffer.from(rosterHeader)
    let cutter: RosterCutter | undefined
    let fed = 0
    for await (const piece of roster) {
      fed += piece.length
      let more = piece
      if (!cutter) {
        const end = fed < alone ? piece.length : piece.lastIndexOf(LINE) + 1
        const bytes = scan.feed(piece.subarray(0, end))
        if (bytes.length > 0) yield Buffer.from(bytes)
        if (fed >= alone && scan.place) cutter = new RosterCutter(scan.place, part)
        more = piece.subarray(end)
      }
      if (cutter) for (const p of cutter.feed(more)) read.add(p)
      else if (more.length > 0) yield Buffer.from(scan.feed(more))
      while (read.full) yield await taken()
    }
    if (cutter) read.add(cutter.last())
    while (!read.empty) yield await taken()
    const last = cutter ? rest.end() : scan.end()
    if (last.length > 0) yield Buffer.from(last)
    addSummary(scan.summary, rest.summary)
    done(scan.summary)
  }
  async function* stopping(): AsyncGenerator<Buffer> {
    try {
      yield* answers()
    } finally {
      read.stop()
    }
  }
  return Readable.from(stopping(), { objectMode: false, highWaterMark: 1 << 18 })
}
