/**
 * Rounds for noisy machines: the jobs of a group take turns, so that a neighbor who slows one slows all, and what
 * is reported is the median of the ratios within a round. The first round warms up and does not count.
 */

/** Does its work once and says how much of it it did a second (of the processor, where that can be told). */
export type Job = () => Promise<number> | number

export interface Measured {
  /** Median of the rounds. */
  readonly perSecond: number
  /** Median, over the rounds, of this job's figure divided by the first job's. */
  readonly ratio: number
  /** Of the best round: what neighbors took least from. */
  readonly best: number
}

export const median = (list: readonly number[]): number => list.toSorted((a, b) => a - b)[list.length >> 1]!

/** Measures jobs in turn; the first is what the others are compared with. */
export async function interleave(rounds: number, ...jobs: readonly Job[]): Promise<readonly Measured[]> {
  const figures = jobs.map((): number[] => [])
  for (let round = 0; round <= rounds; round++)
    for (const [j, job] of jobs.entries()) {
      const figure = await job()
      if (round > 0) figures[j]!.push(figure)
    }
  return figures.map((own) => ({
    perSecond: median(own),
    ratio: median(own.map((figure, round) => figure / figures[0]![round]!)),
    best: Math.max(...own),
  }))
}

/** Processor seconds of this process so far. Neighbors take our time on the clock, but not this. */
export function processorSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** A job that does things in this process and says how many; its figure is per processor second. */
export const timed =
  (work: () => Promise<number> | number): Job =>
  async () => {
    const began = processorSeconds()
    const done = await work()
    return done / (processorSeconds() - began)
  }

/**
 * A job against another by the best round of each, which a row takes its ratio from; the median of the ratios within a
 * round stands beside it, since the two disagree under the load of neighbors.
 */
export const bestRatio = (ours: Measured, base: Measured): number => ours.best / base.best
export const saidMedian = (ours: Measured, base: Measured): string => `median ${(ours.ratio / base.ratio).toFixed(2)}`
