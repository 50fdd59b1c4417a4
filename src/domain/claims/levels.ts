/** The levels of an 837 (HL): billing provider 20, subscriber 22, patient 23, each under the one before. Pure. */

export const BILLING_LEVEL = 20
const SUBSCRIBER_LEVEL = 22
const PATIENT_LEVEL = 23

export class Levels {
  /** Code of the level that is open; 0 before the first. */
  current = 0
  /** Numbers of the open levels; -1 where none is open. */
  private provider = -1
  private subscriber = -1

  reset(): void {
    this.current = 0
    this.provider = this.subscriber = -1
  }

  /** False when the level names a parent that is not the open one above it. */
  enter(id: number, parent: number, code: number): boolean {
    this.current = code
    if (code === SUBSCRIBER_LEVEL) {
      this.subscriber = id
      return parent >= 0 && this.provider === parent
    }
    if (code === PATIENT_LEVEL) return parent >= 0 && this.subscriber === parent
    if (code === BILLING_LEVEL) {
      this.provider = id
      this.subscriber = -1
    }
    return true
  }

  /** Claims stand under a subscriber or a patient. */
  get takesClaims(): boolean {
    return this.current === SUBSCRIBER_LEVEL || this.current === PATIENT_LEVEL
  }
}
