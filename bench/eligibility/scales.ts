/** The sizes of the invented nation at which eligibility is measured; BENCH_SCALE stops at a smaller one. */
import { nationalCounts } from '#demo/national/national-snapshot.ts'
import type { Scale } from '../row.ts'

export interface Size {
  readonly scale: number
  readonly name: Scale
  readonly enrollments: number
  /** "1/10, 270,000 enrollments" */
  readonly said: string
}

export function sizes(): readonly Size[] {
  const most = Number(process.env.BENCH_SCALE ?? 1)
  return (
    [
      [0.01, '1/100'],
      [0.1, '1/10'],
      [1, 'whole'],
    ] as const
  )
    .filter(([scale]) => scale <= most)
    .map(([scale, name]) => {
      const { enrollments } = nationalCounts(scale)
      return { scale, name, enrollments, said: `${name}, ${enrollments.toLocaleString('en-US')} enrollments` }
    })
}
