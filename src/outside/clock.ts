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

/** `keep` is told how far ahead it stands, so that a restart can go on from there. */
export function movableClock(ahead = 0, keep: (ahead: number) => unknown = () => {}): MovableClock {
  let offset = ahead
  return {
    now: () => new Date(Date.now() + offset),
    moveTo: (at) => {
      offset = at.getTime() - Date.now()
      keep(offset)
    },
    get ahead() {
      return offset
    },
  }
}
