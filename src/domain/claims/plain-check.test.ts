/** The check that users get against the plain one: files of random claims, fed in pieces of random sizes. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, type Day, day } from '../dates.ts'
import { ClaimCheck } from './claim-check.ts'
import { ada, badNpi, bob, clinic, lateClinic, nobody, orla, record } from './claims.fixture.ts'
import type { ClaimFinding } from './findings.ts'
import { plainFindings } from './plain-check.fixture.ts'
import { type PlannedProvider, writeClaims } from './synthetic-837.ts'

const none: PlannedProvider = { npi: '', last: 'NONE', first: 'NORA' }
const person = fc.constantFrom(ada, ada, bob, orla, nobody, badNpi, none, { ...ada, last: 'SMITH' })
const maybe = fc.option(person, { nil: undefined })
const named = fc
  .record({ rendering: maybe, referring: maybe, ordering: maybe, supervising: maybe, facility: maybe })
  .map((of) => Object.fromEntries(Object.entries(of).filter(([, p]) => p !== undefined)))
/** Around the days on which something begins in the record. */
const on = fc
  .tuple(fc.constantFrom('2019-12-30', '2020-12-30', '2026-04-29'), fc.nat(5))
  .map(([from, n]): Day => addDays(day(from), n))
const claim = fc.record({ days: fc.array(on, { maxLength: 4 }), providers: named, lineProviders: named })
const batch = fc.record({
  billing: fc.constantFrom(clinic, clinic, lateClinic, badNpi, none),
  claims: fc.array(claim, { maxLength: 6 }),
})
const shape = fc.record({
  batches: fc.array(batch, { minLength: 1, maxLength: 4 }),
  newline: fc.boolean(),
  // A date of the claim itself, and spans instead of single days.
  statement: fc.boolean(),
  spans: fc.boolean(),
  step: fc.integer({ min: 1, max: 3_000 }),
  times: fc.constantFrom(1, 1, 1, 12),
})

/** The day and the next one, as a span. */
function spanOf(_: string, year: string, month: string, date: string): string {
  const next = addDays(day(`${year}-${month}-${date}`), 1)
  return `472*RD8*${year}${month}${date}-${next.replaceAll('-', '')}`
}

it('finds what the plain check finds', () => {
  let findings = 0
  fc.assert(
    fc.property(shape, ({ batches, newline, statement, spans, step, times }) => {
      let n = 0
      const planned = batches.map((b) => ({
        billing: b.billing,
        claims: b.claims.map((c) => ({ ...c, number: `N${n++}`, cents: 100 })),
      }))
      let text = writeClaims({ kind: 'professional', madeOn: day('2026-06-01'), batches: planned, newline })
      if (statement) text = text.replaceAll('HI*ABK', 'DTP*434*D8*20200101~HI*ABK')
      if (spans) text = text.replaceAll(/472\*D8\*(\d{4})(\d\d)(\d\d)/g, spanOf)
      text = text.repeat(times)
      const input = Uint8Array.from(text, (c) => c.charCodeAt(0))
      const found: ClaimFinding[] = []
      const check = new ClaimCheck(record, { onFinding: (f) => found.push(f) })
      for (let at = 0; at < input.length; at += step) check.feed(input.subarray(at, at + step))
      check.finish()
      const told = found.map((f) => [f.claim, f.line ?? 0, f.part, f.npi, f.cause, f.on ?? '-', f.segment].join(' '))
      const plain = plainFindings(record, text.slice(0, text.length / times))
      expect(told.join('\n')).toBe(
        Array.from({ length: times }, () => plain)
          .flat()
          .join('\n'),
      )
      findings += found.length
    }),
    { numRuns: 80 },
  )
  expect(findings).toBeGreaterThan(500)
})
