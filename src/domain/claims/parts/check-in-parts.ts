/**
 * A claim file that is checked in parts by others (threads) and put together here, in order, to what one check of the
 * whole would have told: byte for byte. Where a part did not end as the next one supposes, everything from there on is
 * read here, so that no file, however broken, is told differently. Pure.
 */
import type { Snapshot } from '../../eligibility/snapshot.ts'
import { type CheckedFile, ClaimCheck, type ClaimCheckOptions } from '../claim-check.ts'
import type { Part } from './cutter.ts'
import type { PartEnd, PartNotes, Wanted } from './notes.ts'
import { tellAgain } from './tell-again.ts'

export class CheckInParts {
  /** The rest of the file is read here: notes of others are of no use any more. */
  alone = false
  private readonly check: ClaimCheck
  private end: PartEnd | undefined

  constructor(snapshot: Snapshot, options: ClaimCheckOptions) {
    this.check = new ClaimCheck(snapshot, options)
  }

  get stopped(): boolean {
    return this.check.stopped
  }

  /** The next part in order, with its notes if others have read it. */
  take(part: Part, notes: PartNotes | undefined): void {
    if (!this.alone && notes && !part.joined && isRight(notes.end, part.next)) {
      tellAgain(notes, this.check.sums)
      this.check.sums.bytes += part.bytes.length
      this.end = notes.end
      return
    }
    if (!this.alone && part.start) this.check.resume(part.start, 0)
    this.alone = true
    if (!this.check.stopped) this.check.feed(part.bytes)
  }

  finish(): CheckedFile {
    if (!this.alone && this.end) this.check.resume(this.end.reader, this.end.lastOffset)
    return this.check.finish()
  }
}

/** Did a part end where the next one supposes to begin? Or where a file may end? */
function isRight(end: PartEnd | undefined, next: Part['next']): boolean {
  if (!end || next === undefined) return false
  const { inside, terminator, element, base } = end.reader
  if (next === 'end') return !inside && end.version === undefined
  if (base !== next.base || inside !== next.inside || end.version !== next.version) return false
  return !inside || (terminator === next.terminator && element === next.element)
}

/** What those who read the parts must note. */
export const wantedFor = ({ onFinding, keepAnswers }: ClaimCheckOptions): Wanted => ({
  numbers: onFinding !== undefined || (keepAnswers ?? 0) > 0,
  answers: (keepAnswers ?? 0) > 0,
})
