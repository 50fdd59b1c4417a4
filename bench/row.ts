/** One figure of a benchmark: ours against what a user would pick instead, in the same run. */
export interface BenchRow {
  readonly name: string
  /** Ours, in `unit`; the ratio is the fact, this only its scale. */
  readonly figure: number
  readonly unit: string
  /** Ours divided by the other's; more is better unless `unit` is one of time or memory. */
  readonly ratio: number
  readonly against: string
  /** What design/performance asks for, as text: ">= 1.2 x", ">= 3 x and >= 0.8 M/s". */
  readonly target: string
  /** One size of a job whose growth is shown: which job, which part of the whole, microseconds for each thing. */
  readonly growth?: { readonly job: string; readonly scale: Scale; readonly each: number }
}

export const scales = ['1/100', '1/10', 'whole'] as const
export type Scale = (typeof scales)[number]

/** Does a row reach its target? Of its figure where the target counts in M/s, else of its ratio; "" without a target. */
export function met({ figure, ratio, target }: BenchRow): 'met' | 'missed' | '' {
  const asked = [...target.matchAll(/([<>]=) ([\d.]+) (x|M\/s)/g)]
  if (asked.length === 0) return ''
  const holds = asked.every(([, sign, number, unit]) => {
    const given = unit === 'x' ? ratio : figure / 1e6
    return sign === '>=' ? given >= Number(number) : given <= Number(number)
  })
  return holds ? 'met' : 'missed'
}
