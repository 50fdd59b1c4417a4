/** The levels of an 837 (HL): billing provider 20, subscriber 22, patient 23, each under the one before. Pure. */

export const BILLING_LEVEL = 20

export class Levels {
  /** Code of the level that is open; 0 before the first. */
  current = 0
  private readonly ids = [-1, -1, -1]

  reset(): void {
    this.current = 0
    this.ids.fill(-1)
  }

  /** False when the level names a parent that is not the open one above it. */
  enter(id: number, parent: number, code: number): boolean {
    this.current = code
    const depth = code === BILLING_LEVEL ? 0 : code - 21
    if (depth < 0 || depth > 2) return true
    const fits = depth === 0 || (parent >= 0 && this.ids[depth - 1] === parent)
    this.ids[depth] = id
    this.ids.fill(-1, depth + 1)
    return fits
  }

  /** Claims stand under a subscriber or a patient. */
  get takesClaims(): boolean {
    return this.current === 22 || this.current === 23
  }
}
