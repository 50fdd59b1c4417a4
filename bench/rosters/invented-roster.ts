/** A roster of people of the invented nation, five in six of whom are enrolled, and what its record says of each. */
import { dice, nationalCounts, nationalKey, nationalSnapshot } from '#demo/national/national-snapshot.ts'
import { type Day, day } from '#domain/dates.ts'
import type { Snapshot } from '#domain/eligibility/snapshot.ts'
import { withCheckDigit } from '#domain/identifiers/npi.ts'

/** The day that is asked about. */
export const ON: Day = day('2020-03-01')

export const npiOf = (i: number): string => withCheckDigit(String(nationalKey(i) + 100_000_000))

export interface InventedRoster {
  readonly snapshot: Snapshot
  readonly enrollments: number
  readonly lines: readonly string[]
  readonly bytes: Buffer
}

/** `scale` is of the nation; the rows of the roster are as many whatever it is. */
export function inventedRoster(scale: number, rows: number): InventedRoster {
  const { enrollments } = nationalCounts(scale)
  const chance = dice(5)
  const lines = Array.from(
    { length: rows },
    (_, i) => `${npiOf(Math.trunc(chance() * enrollments * 1.2))},Person ${i},Springfield`,
  )
  return { snapshot: nationalSnapshot(scale).snapshot, enrollments, lines, bytes: Buffer.from(bytesOf(lines)) }
}

export const bytesOf = (lines: readonly string[]): string => `npi,name,city\n${lines.join('\n')}\n`
