/**
 * How many requests one caller may make a minute, counted in this process. Fixed minutes: what the headers say is
 * what happens, and a counter costs one look into a map.
 */
export interface Taken {
  readonly allowed: boolean
  readonly limit: number
  readonly remaining: number
  /** Seconds until the count begins anew. */
  readonly reset: number
}
export type RateLimit = (caller: string, now: number) => Taken

const WINDOW = 60_000
/** Forgets everybody when the minute is over, so memory stays as large as one minute's callers. */
export function rateLimit(limit: number): RateLimit {
  let counts = new Map<string, number>()
  let window = -1
  return (caller, now) => {
    const current = Math.floor(now / WINDOW)
    if (current !== window) {
      window = current
      counts = new Map()
    }
    const taken = (counts.get(caller) ?? 0) + 1
    counts.set(caller, taken)
    const reset = Math.max(1, Math.ceil(((current + 1) * WINDOW - now) / 1000))
    return { allowed: taken <= limit, limit, remaining: Math.max(0, limit - taken), reset }
  }
}
