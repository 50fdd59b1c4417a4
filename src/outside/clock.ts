/** The time, as an argument of everything that needs it. Demo and tests can move it; production cannot. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

export interface MovableClock extends Clock {
  /** Makes it `at` now; time runs on from there. */
  moveTo(at: Date): void
  /** Milliseconds ahead of the machine's clock. */
  readonly ahead: number
}

export function movableClock(ahead = 0): MovableClock {
  let offset = ahead
  return {
    now: () => new Date(Date.now() + offset),
    moveTo: (at) => {
      offset = at.getTime() - Date.now()
    },
    get ahead() {
      return offset
    },
  }
}
