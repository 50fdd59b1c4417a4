import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../dates.ts'
import { write277ca } from '../answers/ack-277ca.ts'
import { writeAck999 } from '../answers/ack-999.ts'
import { type CheckedFile, ClaimCheck } from '../claim-check.ts'
import { ada, badNpi, bob, clinic, lateClinic, nobody, orla, record, soundFile } from '../claims.fixture.ts'
import type { ClaimFinding } from '../findings.ts'
import { type PlannedClaim, writeClaims } from '../synthetic-837.ts'
import { CheckInParts, wantedFor } from './check-in-parts.ts'
import { Cutter, type Part } from './cutter.ts'
import { PartCheck } from './part-check.ts'

const stamp = { date: '20260401', time: '0900', control: 1 }

function whole(input: Uint8Array, keepAnswers = 60) {
  const findings: ClaimFinding[] = []
  const check = new ClaimCheck(record, { onFinding: (f) => findings.push(f), keepAnswers })
  check.feed(input)
  return told(check.finish(), findings)
}

/** In parts of about `usual` bytes; says also whether every part could be read apart. */
function inParts(input: Uint8Array, usual: number, keepAnswers = 60) {
  const findings: ClaimFinding[] = []
  const options = { onFinding: (f: ClaimFinding) => findings.push(f), keepAnswers }
  const cutter = new Cutter({ usual, most: usual * 4 })
  const check = new CheckInParts(record, options)
  const reader = new PartCheck(record, wantedFor(options))
  let parts = 0
  const take = (part: Part) => {
    parts++
    check.take(part, structuredClone(reader.check(part.start, part.bytes)))
  }
  for (const part of cutter.feed(input)) take(part)
  take(cutter.last())
  return { apart: check.alone ? 0 : parts, ...told(check.finish(), findings) }
}

function told(file: CheckedFile, findings: readonly ClaimFinding[]) {
  const { bytes, stopped, ...summary } = file.summary
  return {
    findings,
    // Of a file that was left early as many bytes count as had come.
    summary: { ...summary, stopped, bytes: stopped ? 0 : bytes },
    ack: writeAck999(file.interchanges, stamp),
    answer: file.answers && write277ca(file.interchanges, file.answers, stamp, { name: 'SAMPLE', id: 'SAMPLE1' }),
  }
}

const people = [ada, bob, orla, nobody, badNpi]
/** A file of several interchanges, groups and sets; `seed` decides who is named where. */
function manySets(seed: number, sets: number, newline: boolean): string {
  const one = (n: number): string => {
    const claims = [0, 1, 2].map(
      (c): PlannedClaim => ({
        number: `N${seed}-${n}-${c}`,
        cents: 1_000 * (c + 1),
        days: [day('2026-03-01'), day('2026-03-02')].slice(0, 1 + ((n + c) % 2)),
        providers: { rendering: people[(seed + n + c) % 5]!, referring: people[(seed * 3 + n + c) % 5]! },
      }),
    )
    const batches = [{ billing: n % 3 === 0 ? lateClinic : clinic, claims }]
    return writeClaims({ ...soundFile, batches, newline })
  }
  const mark = newline ? '~\n' : '~'
  const files = Array.from({ length: sets }, (_, n) => one(n).split(mark))
  // Every other file gives its set to the group of the one before it.
  return files
    .flatMap((f, n) => {
      const opens = n % 2 === 0
      const closes = n % 2 === 1 || n === sets - 1
      const set = f
        .slice(2, -3)
        .map((s) => s.replace(/^(ST\*837|SE\*\d+)\*0001/, `$1*${String(n + 1).padStart(4, '0')}`))
      return [
        ...(opens ? f.slice(0, 2) : []),
        ...set,
        ...(closes ? [`GE*${opens ? 1 : 2}*101`, ...f.slice(-2)].filter((s) => s !== '') : []),
      ]
    })
    .map((s) => s + mark)
    .join('')
}
const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0))

describe('a claim file checked in parts', () => {
  it('comes to what one check of the whole comes to, and is read apart throughout when it is sound', () => {
    const input = bytesOf(manySets(1, 30, true))
    const { apart, ...parts } = inParts(input, 4_000)
    expect(apart).toBeGreaterThan(5)
    expect(parts).toEqual(whole(input))
    expect(parts.findings.length).toBeGreaterThan(30)
    expect(parts.summary.claims.claims).toBe(90)
  })

  it('sums up what is clear where nobody asks for answers', () => {
    const input = bytesOf(manySets(3, 30, false))
    const { apart, ...parts } = inParts(input, 4_000, 0)
    expect(apart).toBeGreaterThan(5)
    expect(parts).toEqual(whole(input, 0))
    expect(parts.summary.clear.claims).toBeGreaterThan(5)
  })

  it('keeps to the limit of answers as one check does', () => {
    const input = bytesOf(manySets(2, 12, false))
    expect(inParts(input, 3_000).answer).toBe(whole(input).answer)
    expect(whole(input).answer).toMatch(/^ISA/)
  })

  it('whatever was done to the file, and wherever it is cut', () => {
    const places = fc.array(
      fc.tuple(
        fc.nat(),
        fc.constantFrom('~', '*', 'ST*', '', 'SE', '~ST*837*0001~', 'ISA*', '\n~', 'GS*HC~', 'IEA*1*1~', 'X'),
      ),
      {
        maxLength: 3,
      },
    )
    fc.assert(
      fc.property(
        fc.nat(20),
        fc.boolean(),
        fc.integer({ min: 500, max: 9_000 }),
        places,
        fc.nat(),
        fc.constantFrom(0, 60),
        (seed, lines, usual, changes, end, answers) => {
          let text = manySets(seed, 7, lines)
          for (const [at, put] of changes) {
            const place = at % text.length
            text = text.slice(0, place) + put + text.slice(put === '' ? place + 40 : place + put.length)
          }
          if (end % 4 === 0) text = text.slice(0, end % text.length)
          const { apart: _, ...parts } = inParts(bytesOf(text), usual, answers)
          expect(parts).toEqual(whole(bytesOf(text), answers))
        },
      ),
      { numRuns: 80 },
    )
  })
})
