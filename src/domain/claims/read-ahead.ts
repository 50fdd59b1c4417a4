/**
 * Reads what the record says of all providers of a block before its claims are judged one by one. A judgement waits for
 * memory longer than it thinks; side by side those waits cost little. Changes no answer. Pure.
 */
import { extrasFrom } from '../eligibility/extras.ts'
import { slotOf } from '../eligibility/places.ts'
import { RECORD, type Snapshot } from '../eligibility/snapshot.ts'

export class ReadAhead {
  private readonly snapshot: Snapshot
  private readonly slots: Int32Array
  /** Means nothing; that it is kept keeps the reads from being left out. */
  touched = 0

  /** `most` providers at once. */
  constructor(snapshot: Snapshot, most: number) {
    this.snapshot = snapshot
    this.slots = new Int32Array(most)
  }

  /** The first `count` of `keys`, of which those that are no keys are negative. */
  look(keys: Int32Array, count: number): void {
    const { slots } = this
    const { places, records, extras, identities } = this.snapshot
    let touched = 0
    let found = 0
    for (let i = 0; i < count; i++) {
      const key = keys[i]!
      if (key < 0) continue
      const slot = slotOf(places, key)
      touched ^= records[slot * RECORD]! ^ identities[slot * 2 + 1]!
      slots[found++] = slot
    }
    // Where reassignments stand is known only from the record.
    for (let i = 0; i < found; i++) touched ^= extras[extrasFrom(this.snapshot, slots[i]!)] ?? 0
    this.touched = touched
  }
}
