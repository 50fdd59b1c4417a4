import { describe, expect, it } from 'vitest'
import type { CheckedFile } from '#domain/claims/claim-check.ts'
import { ada, bob, clinic, lateClinic, nobody, orla, record } from '#domain/claims/claims.fixture.ts'
import type { ClaimFinding } from '#domain/claims/findings.ts'
import { type PlannedBatch, writeClaims } from '#domain/claims/synthetic-837.ts'
import { addDays, day } from '#domain/dates.ts'
import { ackOf, businessAnswerOf, openClaimCheck } from './check-claims.ts'
import type { ClaimReading } from './x12-intake.ts'

const people = [ada, bob, orla, nobody]
const now = new Date('2026-04-02T09:00:00Z')

function file(sets: number): Buffer {
  const one = (n: number): string => {
    const claims = Array.from({ length: 20 }, (_, c) => ({
      number: `L${n}-${c}`,
      cents: 100 * (c + 1),
      days: [addDays(day('2026-03-01'), (n + c) % 80)],
      providers: { rendering: people[(n + c) % 4]!, referring: people[(n * 3 + c) % 4]! },
    }))
    const batches: PlannedBatch[] = [{ billing: n % 3 === 0 ? lateClinic : clinic, claims }]
    return writeClaims({ kind: 'professional', madeOn: day('2026-04-01'), batches })
  }
  return Buffer.from(Array.from({ length: sets }, (_, n) => one(n)).join(''), 'latin1')
}

async function check(bytes: Buffer, reading: ClaimReading) {
  const findings: ClaimFinding[] = []
  const intake = openClaimCheck(record, { keepAnswers: 10_000, onFinding: (f) => findings.push(f) }, reading)
  for (let at = 0; at < bytes.length; at += 5_000) await intake.feed(bytes.subarray(at, at + 5_000))
  const checked: CheckedFile = await intake.finish()
  return { findings, summary: checked.summary, ack: ackOf(checked, now), answer: businessAnswerOf(checked, now) }
}

describe('a large claim file', () => {
  const sizes = { usual: 40_000, most: 160_000 }
  it('comes to the same by two threads as by none', async () => {
    const bytes = file(40)
    const alone = await check(bytes, { threads: 0 })
    const apart = await check(bytes, { sizes, threads: 2 })
    expect(alone.summary.claims.claims).toBe(800)
    expect(alone.findings.length).toBeGreaterThan(700)
    expect(apart).toEqual(alone)
  })

  it('is left by its threads when it breaks off', async () => {
    const bytes = file(30)
    const intake = openClaimCheck(record, {}, { sizes, threads: 2 })
    await intake.feed(bytes)
    intake.stop()
    await expect(intake.finish()).rejects.toThrow('a thread that reads a file ended')
  })
})
