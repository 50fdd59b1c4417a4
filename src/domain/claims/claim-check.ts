/**
 * Checks a claim file while its bytes come in: reader, judge and sums put together. Findings are handed over one by
 * one as they arise; `finish` gives the sums. Keeps no patient, no diagnosis, no bytes. Pure.
 */
import type { Snapshot } from '../eligibility/snapshot.ts'
import type { ClaimBlock } from './claim-block.ts'
import { ClaimJudge } from './claim-judge.ts'
import { ClaimReader } from './claim-reader.ts'
import { type CheckedFile, type ClaimCheckOptions, ClaimSums } from './claim-sums.ts'
import type { ClaimCheckSummary } from './findings.ts'
import type { StructureFault } from './structure-faults.ts'
import { SegmentReader } from './x12/segment-reader.ts'
import type { ReaderState } from './x12/segment-sink.ts'

export type { CheckedFile, ClaimCheckOptions } from './claim-sums.ts'

export class ClaimCheck {
  readonly sums: ClaimSums
  private readonly judge: ClaimJudge
  private readonly claims: ClaimReader
  private readonly reader: SegmentReader
  private readonly snapshot: Snapshot

  constructor(snapshot: Snapshot, options: ClaimCheckOptions = {}) {
    this.snapshot = snapshot
    this.sums = new ClaimSums(options)
    const { sums } = this
    this.judge = new ClaimJudge(snapshot, sums)
    this.claims = new ClaimReader(
      {
        claims: (block) => this.judge.claims(block),
        ...(sums.answers && { billingName: (name, isPerson) => sums.billingName(name, isPerson) }),
      },
      sums.log,
    )
    this.reader = new SegmentReader(this.claims)
  }

  get stopped(): boolean {
    return this.reader.stopped
  }

  /** The next bytes; not kept beyond the call. */
  feed(chunk: Uint8Array): void {
    this.sums.bytes += chunk.length
    this.reader.feed(chunk)
  }

  /** Claims from another source than X12. */
  take(block: ClaimBlock): void {
    this.judge.claims(block)
  }

  /** Goes on where others have read: behind a set, of which `sums` was told all. `lastOffset` is their last segment. */
  resume(state: ReaderState, lastOffset: number): void {
    this.reader.resume(state)
    this.claims.lastOffset = lastOffset
  }

  finish(): CheckedFile {
    const stopped = this.reader.stopped
    this.reader.end()
    this.claims.finish()
    this.countJudged()
    return this.sums.checked(stopped, this.snapshot.version)
  }

  /** The sums so far of a file that is not X12; the caller says what was wrong with it. */
  csvSummary(bytes: number, stopped: boolean, structure: readonly StructureFault[]): ClaimCheckSummary {
    this.sums.bytes = bytes
    this.countJudged()
    return this.sums.summary('csv', stopped, this.snapshot.version, structure)
  }

  private countJudged(): void {
    this.sums.judged += this.judge.judged
    this.judge.judged = 0
  }
}
