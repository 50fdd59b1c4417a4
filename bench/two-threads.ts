/**
 * A file read by two threads against one, twice over: on the clock, which a neighbor on one of two cores spoils, and by
 * the processor, whose seconds in all say how far two free cores would get. Best of rounds in which they take turns.
 */
import { processorSeconds } from './rounds.ts'
import type { BenchRow } from './row.ts'

export interface Beside {
  readonly aloneClock: number
  readonly apartClock: number
  /** Of the thread that reads alone, and half of what all threads take together. */
  readonly aloneWork: number
  readonly apartWork: number
}

/** `read` with no threads of its own, and with two. The first round warms up and does not count. */
export async function besideEachOther(rounds: number, read: (threads: number) => Promise<unknown>): Promise<Beside> {
  const best = [0, 2].map(() => ({ clock: Number.POSITIVE_INFINITY, work: Number.POSITIVE_INFINITY }))
  for (let round = 0; round <= rounds; round++)
    for (const [i, threads] of [0, 2].entries()) {
      const [clock, work] = [performance.now(), processorSeconds()]
      await read(threads)
      if (round === 0) continue
      const b = best[i]!
      b.clock = Math.min(b.clock, (performance.now() - clock) / 1000)
      b.work = Math.min(b.work, processorSeconds() - work)
    }
  const [alone, apart] = [best[0]!, best[1]!]
  return {
    aloneClock: alone.clock,
    apartClock: apart.clock,
    aloneWork: alone.work,
    apartWork: apart.work / 2,
  }
}

export function twoThreadRows(what: string, count: number, unit: string, b: Beside): readonly BenchRow[] {
  const row = (how: string, alone: number, apart: number): BenchRow => ({
    name: `${what} by two threads, ${how}`,
    figure: count / apart,
    unit,
    ratio: alone / apart,
    against: `one thread, ${Math.round(count / alone).toLocaleString('en-US')} ${unit}`,
    target: '>= 1.8 x',
  })
  return [
    row('on the clock', b.aloneClock, b.apartClock),
    row('by the processor, if two cores were free', b.aloneWork, b.apartWork),
  ]
}
