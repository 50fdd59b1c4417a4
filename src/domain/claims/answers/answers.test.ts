import { X12Parser } from 'node-x12'
import { describe, expect, it } from 'vitest'
import { X12parser } from 'x12-parser'
import { day } from '../../dates.ts'
import { ClaimCheck } from '../claim-check.ts'
import { ada, bob, clinic, lateClinic, orla, record, soundFile } from '../claims.fixture.ts'
import type { ClaimFinding } from '../findings.ts'
import { writeClaims } from '../synthetic-837.ts'
import { NO_NAME, write277ca } from './ack-277ca.ts'
import { writeAck999 } from './ack-999.ts'
import { findingRow, findingsHeader } from './findings-csv.ts'

const stamp = { date: '20260601', time: '0930', control: 4711 }
const source = { name: 'CLAIM CHECK', id: 'OPENPECOS' }
const bytes = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0))

const text = writeClaims({
  ...soundFile,
  batches: [
    {
      billing: clinic,
      claims: [
        { number: 'GOOD', cents: 10_050, days: [day('2026-03-01')], providers: { rendering: ada } },
        {
          number: 'NO-TIE',
          cents: 20_000,
          days: [day('2026-03-01'), day('2026-03-04')],
          providers: { rendering: bob },
        },
      ],
    },
    {
      billing: lateClinic,
      claims: [{ number: 'EARLY', cents: 5_000, days: [day('2026-03-01')], providers: { referring: orla } }],
    },
  ],
})

function checked(input: string) {
  const check = new ClaimCheck(record, { keepAnswers: 1_000 })
  check.feed(bytes(input))
  return check.finish()
}
const answers = (input: string) => {
  const { interchanges, answers } = checked(input)
  return {
    ack: writeAck999(interchanges, stamp) ?? '',
    business: write277ca(interchanges, answers!, stamp, source) ?? '',
  }
}
const segments = (x12: string, end = '~'): string[] =>
  x12
    .split(end)
    .map((s) => s.trim())
    .filter(Boolean)

async function parsed(x12: string): Promise<{ name: string }[]> {
  const parser = new X12parser()
  const found: { name: string }[] = []
  parser.on('data', (segment: { name: string }) => found.push(segment))
  const ended = new Promise((done, failed) => parser.on('end', done).on('error', failed))
  parser.end(x12)
  await ended
  return found
}

describe('the 999', () => {
  it('accepts a file of sound shape', () => {
    expect(segments(answers(text).ack).slice(1, -1)).toEqual([
      'GS*FA*SAMPLERECEIVER*SAMPLESENDER*20260601*0930*4711*X*005010X231A1',
      'ST*999*0001*005010X231A1',
      'AK1*HC*101*005010X222A1',
      'AK2*837*0001*005010X222A1',
      'IK5*A',
      'AK9*A*1*1*1',
      'SE*6*0001',
      'GE*1*4711',
    ])
  })
  it('says where a set is broken', () => {
    const { ack } = answers(text.replace('DMG*', 'DMX*').replace(/SE\*\d+\*0001/, 'SE*9*0002'))
    expect(segments(ack).filter((s) => /^(IK|AK9)/.test(s))).toEqual(['IK3*DMX*16**1', 'IK5*R*4*3*5', 'AK9*R*1*1*0'])
  })
  it('a broken interchange gets a TA1', () => {
    expect(segments(answers(text.replace(/IEA.*\n/, '')).ack)[1]).toBe('TA1*000000101*260401*0900*R*023')
  })
})

describe('the 277CA', () => {
  const lines = segments(answers(text).business)
  it('answers each claim, with sums that add up', () => {
    const of = (id: string) => lines.filter((s) => s.startsWith(`${id}*`))
    expect(of('TRN').filter((s) => /GOOD|TIE|EARLY/.test(s))).toEqual(['TRN*2*GOOD', 'TRN*2*NO-TIE', 'TRN*2*EARLY'])
    expect(of('STC')).toEqual([
      'STC*A1:19:PR*20260601*WQ*350.5',
      'STC*A1:19:PR*20260601*WQ*300.5',
      'STC*A2:20:PR*20260601*WQ*100.5',
      'STC*A3:91:82*20260601*U*200',
      'STC*A1:19:PR*20260601*WQ*50',
      'STC*A3:91:85*20260601*U*50',
    ])
    expect(of('QTY')).toEqual(['QTY*90*1', 'QTY*AA*2', 'QTY*QA*1', 'QTY*QC*1', 'QTY*QC*1'])
    expect(of('AMT')).toEqual(['AMT*YU*100.5', 'AMT*YY*250', 'AMT*YU*100.5', 'AMT*YY*200', 'AMT*YY*50'])
    expect(lines).toContain('DTP*472*RD8*20260301-20260304')
  })
  it('is whole or not at all', () => {
    const check = new ClaimCheck(record, { keepAnswers: 2 })
    check.feed(bytes(text))
    const { interchanges, answers } = check.finish()
    expect(write277ca(interchanges, answers!, stamp, source)).toBeUndefined()
  })
  it('names no patient', () => {
    expect(lines.filter((s) => s.startsWith('NM1*QC'))).toEqual(Array(3).fill(`NM1*QC*1*${NO_NAME}`))
    expect(answers(text).business).not.toMatch(/ABBOT|BIRCH|9SAMPLE/)
  })
})

describe('other readers take our answers', () => {
  const broken = text.replace('DMG*', 'DMX*').replace(/IEA.*\n/, '')
  it.each([
    ['999', answers(text).ack],
    ['999 with a TA1', answers(broken).ack],
    ['277CA', answers(text).business],
    ['999 with bars', answers(text.replaceAll('*', '|').replaceAll('~\n', '\x1d')).ack],
  ])('%s', async (_, x12) => {
    // node-x12 is strict about a TA1 that stands, as X12 has it, outside of groups.
    const interchange = new X12Parser(!x12.includes('TA1')).parse(x12) as {
      functionalGroups: { transactions: { segments: unknown[] }[] }[]
    }
    const sets = interchange.functionalGroups.flatMap((g) => g.transactions)
    expect(sets.length).toBeGreaterThan(0)
    const names = (await parsed(x12)).map((s) => s.name)
    expect(names[0]).toBe('ISA')
    expect(names.at(-1)).toBe('IEA')
    // And our own: nothing wrong with envelopes, only that these are no claims.
    const own = checked(x12).summary.structure.map((f) => f.code)
    expect(own.filter((c) => !['group-not-claims', 'set-not-claims', 'no-claims'].includes(c))).toEqual([])
  })
})

describe('CSV', () => {
  it('cannot become a formula', () => {
    const finding: ClaimFinding = {
      claim: '=HYPERLINK("x")',
      cents: -500,
      part: 'billing',
      npi: '+1',
      answer: 'no',
      cause: 'npi-not-valid',
      loop: '2010AA',
      segment: 3,
      offset: 10,
      set: '@1',
    }
    const row = findingRow(finding, { reason: 'a, b', fix: '-' })
    expect(row).toBe(`"'=HYPERLINK(""x"")",,-5.00,no,billing,'+1,,,npi-not-valid,"a, b",'-,,,2010AA,3,10,'@1\r\n`)
    expect(findingsHeader.split(',')).toHaveLength(17)
  })
})
