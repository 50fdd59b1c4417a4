/** A roster as it comes, its answers as they are known: a stream of CSV in, a stream of CSV out, memory flat. */
import { Readable } from 'node:stream'
import type { Day } from '#domain/dates.ts'
import { dayNumber } from '#domain/eligibility/packing.ts'
import type { Snapshot } from '#domain/eligibility/snapshot.ts'
import { type RosterSummary, scanRoster } from '#domain/roster/scan.ts'
import { rosterHeader } from '#domain/roster/write-row.ts'

/** `done` is told the summary when the last row was answered. */
export function checkRosterStream(
  snapshot: Snapshot,
  roster: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  on: Day,
  done: (summary: RosterSummary) => void = () => {},
): Readable {
  const scan = scanRoster(snapshot, dayNumber(on))
  async function* answers(): AsyncGenerator<Buffer> {
    yield Buffer.from(rosterHeader)
    for await (const piece of roster) {
      const bytes = scan.feed(piece)
      // A copy: the scan writes into the same memory again.
      if (bytes.length > 0) yield Buffer.from(bytes)
    }
    const rest = scan.end()
    if (rest.length > 0) yield Buffer.from(rest)
    done(scan.summary)
  }
  return Readable.from(answers(), { objectMode: false, highWaterMark: 1 << 18 })
}
