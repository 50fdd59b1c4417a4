/**
 * Reads what the record says of the providers of a block before its claims are judged one by one. A judgement waits for
 * memory longer than it thinks; side by side those waits cost little. Changes no answer. Pure.
 */
import { extrasFrom } from '../eligibility/extras.ts'
import { slotOf } from '../eligibility/places.ts'
import { RECORD, type Snapshot } from '../eligibility/snapshot.ts'

/** Providers that were looked at lately, and need not be again. A power of two: the high bits of a product choose. */
const LATELY = 4_096
const SHIFT = 20

export class ReadAhead {
  private readonly snapshot: Snapshot
  private readonly slots: Int32Array
  private readonly lately = new Int32Array(LATELY).fill(-1)
  /** Means nothing; that it is kept keeps the reads from being left out. */
  touched = 0

  /** `most` providers at once. */
  constructor(snapshot: Snapshot, most: number) {
    this.snapshot = snapshot
    this.slots = new Int32Array(most)
  }

  /** The first `count` of `keys`, of which those that are no keys are negative. */
  look(keys: Int32Array, count: number): void {
    const { slots, lately } = this
    const { snapshot } = this
    const { places, records, extras, identities } = snapshot
    let touched = 0
    let found = 0
    for (let i = 0; i < count; i++) {
      const key = keys[i]!
      const at = Math.imul(key, 0x9e3779b1) >>> SHIFT
      if (key < 0 || lately[at] === key) continue
      lately[at] = key
      slots[found++] = slotOf(places, key)
    }
    for (let i = 0; i < found; i++) touched ^= records[slots[i]! * RECORD]! ^ identities[slots[i]! * 2 + 1]!
    // Where reassignments stand is known only from the record.
    for (let i = 0; i < found; i++) touched ^= extras[extrasFrom(snapshot, slots[i]!)] ?? 0
    this.touched = touched
  }
}
