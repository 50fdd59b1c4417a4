/** Chance that is the same for the same seed, on every machine. Not for secrets. */

export interface Dice {
  /** In [0, 1). */
  roll(): number
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number
  pick<T>(from: readonly T[]): T
  /** Picks by weight. */
  weighted<T extends { readonly weight: number }>(from: readonly T[]): T
  chance(share: number): boolean
}

/** The "mulberry32" generator: 32 bits of state, good enough to make names. */
export function dice(seed: number): Dice {
  let state = seed >>> 0
  const roll = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    roll,
    between: (low, high) => low + Math.floor(roll() * (high - low + 1)),
    pick: (from) => from[Math.floor(roll() * from.length)]!,
    weighted(from) {
      let left = roll() * from.reduce((sum, one) => sum + one.weight, 0)
      for (const one of from) {
        left -= one.weight
        if (left < 0) return one
      }
      return from.at(-1)!
    },
    chance: (share) => roll() < share,
  }
}
