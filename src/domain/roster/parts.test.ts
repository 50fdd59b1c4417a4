import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../dates.ts'
import { buildSnapshot } from '../eligibility/build-snapshot.ts'
import { dayNumber } from '../eligibility/packing.ts'
import { RosterCutter, RosterInParts, readRosterPart } from './parts.ts'
import { scanRoster } from './scan.ts'
import { addSummary, newSummary } from './summary.ts'

const npis = ['2000001000', '2000001117', '2000001224']
const snapshot = buildSnapshot(
  { registry: npis.map((npi) => ({ npi })), enrollments: [], orderListLoaded: true },
  { sequence: 1, asOf: day('2026-01-01') },
)
const on = dayNumber(day('2026-01-01'))
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

function whole(csv: Uint8Array) {
  const scan = scanRoster(snapshot, on)
  const answers = text(scan.feed(csv)) + text(scan.end())
  return { answers, summary: scan.summary }
}

/** The first bytes here, then in parts as soon as a row ends. */
function inParts(csv: Uint8Array, first: number, usual: number) {
  const own = scanRoster(snapshot, on)
  const parts = new RosterInParts(snapshot, on)
  let answers = ''
  let at = 0
  while (at < csv.length && (at < first || !own.place)) answers += text(own.feed(csv.subarray(at, ++at)))
  if (!own.place) answers += text(own.end())
  else {
    const cutter = new RosterCutter(own.place, usual)
    for (const part of [...cutter.feed(csv.subarray(at)), cutter.last()])
      answers += text(parts.take(part, structuredClone(readRosterPart(snapshot, on, part))))
    answers += text(parts.end())
  }
  const summary = newSummary()
  addSummary(summary, own.summary)
  addSummary(summary, parts.summary)
  return { answers, summary, alone: parts.alone }
}

const rows = Array.from({ length: 40 }, (_, i) => `${i},${npis[i % 3]},"Name, ${i}"`)
const roster = `row,npi,name\n${rows.join('\n')}\n`
const bytesOf = (s: string) => new TextEncoder().encode(s)

describe('a roster in parts', () => {
  it('is written as one scan writes it, and apart throughout when its rows are lines', () => {
    const { alone, ...given } = inParts(bytesOf(roster), 100, 150)
    expect(alone).toBe(false)
    expect(given).toEqual(whole(bytesOf(roster)))
    expect(given.summary.rows).toBe(40)
  })

  it('whatever stands in it, and wherever it is cut', () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.constantFrom('"', '\n', '\r\n', ',', '"\n', ' ', 'x', '""')), {
      maxLength: 4,
    })
    fc.assert(
      fc.property(changes, fc.nat(300), fc.integer({ min: 40, max: 400 }), (put, first, usual) => {
        let csv = roster
        for (const [at, what] of put) csv = csv.slice(0, at % csv.length) + what + csv.slice(at % csv.length)
        const { alone: _, ...given } = inParts(bytesOf(csv), first, usual)
        expect(given).toEqual(whole(bytesOf(csv)))
      }),
      { numRuns: 200 },
    )
  })
})
