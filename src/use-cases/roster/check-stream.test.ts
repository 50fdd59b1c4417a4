import { buffer } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { clinic, nobody, record } from '#domain/claims/claims.fixture.ts'
import { day } from '#domain/dates.ts'
import type { RosterSummary } from '#domain/roster/scan.ts'
import { checkRosterStream, type RosterReading } from './check-stream.ts'

const rows = Array.from({ length: 4_000 }, (_, i) =>
  i % 50 === 7 ? `"Row\n${i}",123` : `Row ${i},${i % 3 === 0 ? clinic.npi : nobody.npi}`,
)
const roster = Buffer.from(`name,npi\n${rows.join('\n')}`)

async function check(reading: RosterReading) {
  let summary: RosterSummary | undefined
  const pieces = Array.from({ length: Math.ceil(roster.length / 1_000) }, (_, i) =>
    roster.subarray(i * 1_000, (i + 1) * 1_000),
  )
  const answers = await buffer(checkRosterStream(record, pieces, day('2026-06-01'), (s) => (summary = s), reading))
  return { answers: answers.toString(), summary }
}

describe('a large roster', () => {
  it('is answered by two threads as by none', async () => {
    const alone = await check({ threads: 0 })
    expect(alone.summary?.rows).toBe(4_000)
    expect(alone.summary?.bad).toBe(80)
    expect(await check({ alone: 2_000, part: 4_000, threads: 2 })).toEqual(alone)
  })
})
