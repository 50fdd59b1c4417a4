/** One figure of a benchmark: ours against what a user would pick instead, in the same run. */
export interface BenchRow {
  readonly name: string
  /** Ours, in `unit`; the ratio is the fact, this only its scale. */
  readonly figure: number
  readonly unit: string
  /** Ours divided by the other's; more is better unless `unit` is one of time or memory. */
  readonly ratio: number
  readonly against: string
  /** What design/performance asks for, as text: ">= 1.2 x". */
  readonly target: string
}
