/** Files from outside: guide examples, deliberately broken ones, and inputs with the answer of another validator. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { writeAck999 } from './answers/ack-999.ts'
import { type CheckedFile, ClaimCheck } from './claim-check.ts'
import { record } from './claims.fixture.ts'
import type { ClaimFinding } from './findings.ts'

const folder = new URL('../../../../shared/data/x12/', import.meta.url)
const there = existsSync(folder)
const kinds = ['837P', '837I', '837D']
const files = there ? kinds.flatMap((k) => readdirSync(new URL(`${k}/`, folder)).map((f) => `${k}/${f}`)) : []
const others = there
  ? ['270', '277CA', '835', '999', 'TA1'].flatMap((k) => readdirSync(new URL(`${k}/`, folder)).map((f) => `${k}/${f}`))
  : []

function run(input: Uint8Array, step = input.length || 1): CheckedFile & { findings: readonly ClaimFinding[] } {
  const findings: ClaimFinding[] = []
  const check = new ClaimCheck(record, { onFinding: (f) => findings.push(f), keepAnswers: 1_000 })
  for (let at = 0; at < input.length; at += step) check.feed(input.subarray(at, at + step))
  return { ...check.finish(), findings }
}
const read = (file: string): Uint8Array => readFileSync(new URL(file, folder))

describe.skipIf(!there)('sample files (skipped without ../shared/data)', () => {
  it('there are some', () => expect(files.length).toBeGreaterThan(50))
  it.each(files)('%s', (file) => {
    const input = read(file)
    const first = run(input)
    const again = run(input, 37)
    expect([again.summary, again.findings]).toEqual([first.summary, first.findings])
    const { claims, clear, atRisk, unknown, look } = first.summary
    expect(clear.claims + atRisk.claims + unknown.claims + look.claims).toBe(claims.claims)
    // As many claims as the text has CLM segments in whole interchanges, however they are divided.
    const text = Buffer.from(input).toString('latin1')
    if (text.startsWith('ISA')) expect(claims.claims).toBe(countClaims(text))
    expect(writeAck999(first.interchanges, { date: '20260601', time: '0900', control: 1 }) ?? '').toMatch(/^(ISA|$)/)
    // A code in a class answers every refused thing.
    expect(first.summary.structure.length).toBe(Math.min(first.summary.faults, 1_000))
  })
  it.each(others)('no claims in %s', (file) => {
    const { summary } = run(read(file))
    expect(summary.claims.claims).toBe(0)
    expect(summary.structure.length).toBeGreaterThan(0)
  })
  it.each<[string, readonly string[]]>([
    ['837P/imsweb__x12_no_errors.txt', ['set-count']],
    ['837P/imsweb__x12_no_isa_line.txt', ['text-outside']],
    ['837P/imsweb__x12_multiple_isa.txt', ['level-parent', 'set-count']],
    ['837P/lfh-005010X222A2__demo.example1.837', []],
  ])('%s is told %s', (file, expected) => {
    expect([...new Set(run(read(file)).summary.structure.map((f) => f.code))]).toEqual(expected)
  })
})

function countClaims(text: string): number {
  const end = text[105]!
  const element = text[3]!
  return text.split(end).filter((s) => s.trim().startsWith(`CLM${element}`)).length
}

/** What another validator (pyx12) answered, where the fault is one of envelopes: set codes, then the TA1. */
const expectedAnswers: Readonly<
  Record<string, { readonly sets: readonly string[]; readonly ak9: string; readonly ta1?: string }>
> = {
  ordinal: { sets: ['A'], ak9: 'AK9*A*1*1*1' },
  // pyx12 counts no set in a group that never ended.
  '837miss': { sets: ['R*2'], ak9: 'AK9*R*1*1*0*3', ta1: 'R*023' },
  fail_no_IEA: { sets: ['R*4*5'], ak9: 'AK9*R*1*1*0', ta1: 'R*023' },
  simple1: { sets: ['R*5'], ak9: 'AK9*R*1*1*0' },
  trailer_errors: { sets: ['R*4', 'A'], ak9: 'AK9*R*2*2*1*4', ta1: 'R*001' },
  ele: { sets: ['R*7*3'], ak9: 'AK9*R*1*1*0', ta1: 'R*015' },
}

describe.skipIf(!there)('validator vectors (skipped without ../shared/data)', () => {
  const vectors = there
    ? (JSON.parse(readFileSync(new URL('pyx12_validator_vectors.json', folder), 'utf8')) as Record<
        string,
        { source: string }
      >)
    : {}
  it.each(Object.keys(expectedAnswers))('%s', (name) => {
    const { interchanges } = run(Buffer.from(vectors[name]!.source, 'latin1'))
    const answer = writeAck999(interchanges, { date: '20260601', time: '0900', control: 1 })!
    const lines = answer.split('~').map((s) => s.trim())
    const { sets, ak9, ta1 } = expectedAnswers[name]!
    expect(lines.filter((s) => s.startsWith('IK5*')).map((s) => s.slice(4))).toEqual(sets)
    expect(lines.filter((s) => s.startsWith('AK9'))).toEqual([ak9])
    if (ta1) expect(lines.find((s) => s.startsWith('TA1'))).toContain(ta1)
  })
})
