/** Chance that is the same for the same seed. */
import { dice } from '#demo/registry/dice.ts'

export interface Chance {
  /** In [0, 1). */
  roll(): number
  below(n: number): number
  pick<T>(from: readonly T[]): T
  happens(share: number): boolean
}

export function chance(seed: number): Chance {
  const { roll, pick, chance: happens } = dice(seed)
  return { roll, below: (n) => Math.floor(roll() * n), pick, happens }
}
