/**
 * Checks parts of a claim file one by one, each from a place between two sets, and notes what it found. Whoever cut
 * the file supposed that the part begins there; where it ended says whether the next was cut rightly. Pure.
 */
import type { Snapshot } from '../../eligibility/snapshot.ts'
import { ClaimJudge } from '../claim-judge.ts'
import { ClaimReader } from '../claim-reader.ts'
import { SegmentReader } from '../x12/segment-reader.ts'
import type { ReaderState } from '../x12/segment-sink.ts'
import { NoteWriter, type PartNotes, type Wanted } from './notes.ts'

/** Where a part begins: before an ST in an open group, or before an ISA. */
export interface PartStart extends ReaderState {
  /** Of the open group; undefined: none is open. */
  readonly version: string | undefined
}

export class PartCheck {
  private readonly notes: NoteWriter
  private readonly judge: ClaimJudge
  private readonly wanted: Wanted

  constructor(snapshot: Snapshot, wanted: Wanted) {
    this.wanted = wanted
    this.notes = new NoteWriter(wanted)
    this.judge = new ClaimJudge(snapshot, this.notes)
  }

  /** `start` undefined: the part is the beginning of the file. */
  check(start: PartStart | undefined, bytes: Uint8Array): PartNotes {
    const { notes, judge } = this
    notes.log.begin(start?.version)
    const claims = new ClaimReader(
      {
        claims: (block) => judge.claims(block),
        ...(this.wanted.answers && { billingName: (name, isPerson) => notes.billingName(name, isPerson) }),
      },
      notes.log,
    )
    const reader = new SegmentReader(claims)
    if (start) reader.resume(start)
    reader.feed(bytes)
    const { judged } = judge
    judge.judged = 0
    return notes.taken(judged, reader.state, claims.lastOffset)
  }
}
