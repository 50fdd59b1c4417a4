/**
 * Rounds for noisy machines: the jobs of a group take turns, so that a neighbor who slows one slows all, and what
 * is reported is the median of the ratios within a round. The first round warms up and does not count.
 */

/** Does its work once and says how much of it it did a second. */
export type Job = () => Promise<number> | number

export interface Measured {
  /** Median of the rounds. */
  readonly perSecond: number
  /** Median, over the rounds, of this job's figure divided by the first job's. */
  readonly ratio: number
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
  }))
}

/** A job that does `count` things. */
export const timed =
  (count: number, work: () => Promise<unknown> | unknown): Job =>
  async () => {
    const began = performance.now()
    await work()
    return (count * 1000) / (performance.now() - began)
  }
