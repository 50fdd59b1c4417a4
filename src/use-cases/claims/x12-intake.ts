/**
 * An X12 file from a stream of bytes: cut into parts that threads check side by side once it is large, and put together
 * in order to what one check of the whole would tell. A small file is checked here.
 */
import type { ClaimCheckOptions } from '#domain/claims/claim-check.ts'
import { CheckInParts, wantedFor } from '#domain/claims/parts/check-in-parts.ts'
import { Cutter, type Part, type PartSizes } from '#domain/claims/parts/cutter.ts'
import type { Snapshot } from '#domain/eligibility/snapshot.ts'
import { SideBySide } from '#outside/threads/side-by-side.ts'
import type { CheckedClaimPart } from '#outside/threads/work.ts'
import type { ClaimIntake } from './check-claims.ts'

export interface ClaimReading {
  readonly sizes?: PartSizes
  /** Absent: as many as there are cores; 0: the file is checked here, whatever its size. */
  readonly threads?: number
}

const usualSizes: PartSizes = { usual: 4 << 20, most: 16 << 20 }

export function x12Intake(
  snapshot: Snapshot,
  options: ClaimCheckOptions,
  { sizes = usualSizes, threads }: ClaimReading,
): ClaimIntake {
  const cutter = new Cutter(sizes)
  const check = new CheckInParts(snapshot, options)
  const wanted = wantedFor(options)
  const read = new SideBySide<Part, CheckedClaimPart>(() => ({ kind: 'claims', snapshot, wanted }), threads)
  const take = async (): Promise<void> => {
    const [part, answer] = await read.next()
    check.take(part, answer?.notes)
    cutter.reuse(part.bytes)
    read.alone = check.alone
  }
  return {
    get stopped() {
      return check.stopped
    },
    async feed(chunk) {
      for (const part of cutter.feed(chunk)) read.add(part)
      while (read.full) await take()
    },
    async finish() {
      try {
        read.add(cutter.last())
        while (!read.empty) await take()
        return check.finish()
      } finally {
        read.stop()
      }
    },
    stop: () => read.stop(),
  }
}
