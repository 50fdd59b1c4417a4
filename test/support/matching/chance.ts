/** Chance that is the same for the same seed (mulberry32). */
export interface Chance {
  /** In [0, 1). */
  roll(): number
  below(n: number): number
  pick<T>(from: readonly T[]): T
  happens(share: number): boolean
}

export function chance(seed: number): Chance {
  let state = seed >>> 0
  const roll = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    roll,
    below: (n) => Math.floor(roll() * n),
    pick: (from) => from[Math.floor(roll() * from.length)]!,
    happens: (share) => roll() < share,
  }
}
