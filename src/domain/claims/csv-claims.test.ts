import { describe, expect, it } from 'vitest'
import { ClaimCheck } from './claim-check.ts'
import { ada, badNpi, bob, clinic, orla, record } from './claims.fixture.ts'
import { CsvClaims, isClaimHeader } from './csv-claims.ts'
import type { ClaimFinding } from './findings.ts'

function run(header: string, ...rows: readonly string[]) {
  const findings: ClaimFinding[] = []
  const check = new ClaimCheck(record, { onFinding: (f) => findings.push(f) })
  const csv = new CsvClaims(check)
  csv.header(header.split(','))
  rows.forEach((row, i) => {
    const cells = row.split(',')
    csv.row((column) => cells[column] ?? '', i + 2)
  })
  csv.finish()
  return { findings, csv, summary: check.csvSummary(0, csv.stopped, csv.faults) }
}
const told = (findings: readonly ClaimFinding[]) =>
  findings.map((f) => `${f.claim} ${f.part} ${f.cause} row ${f.segment}`)

describe('claims in CSV', () => {
  it('headings in any spelling and order; a row more is a line more', () => {
    const { findings, summary } = run(
      'Billing NPI,CLAIM NUMBER,Date of Service,Charge,rendering_npi,Referring NPI,Referring Last,Referring First',
      `${clinic.npi},A,2026-03-01,100.00,${ada.npi},${orla.npi},Orr,Orla`,
      `${clinic.npi},B,3/1/2026,50,${bob.npi}`,
      `${clinic.npi},B,20260302,25.5,${ada.npi}`,
      `${clinic.npi},C,2026-03-01,"$1",${badNpi.npi},${orla.npi},Smith,Orla`,
    )
    expect(told(findings)).toEqual([
      'B rendering no-reassignment row 3',
      'C rendering npi-not-valid row 5',
      'C referring name-differs row 5',
    ])
    expect([summary.claims, summary.structure.map((f) => f.code)]).toEqual([
      { claims: 3, cents: 17_550 },
      ['amount-not-valid'],
    ])
  })
  it('a date that is none is told, and leaves the claim without one', () => {
    const { findings, summary } = run('claim,date,npi', `A,2026-02-31,${clinic.npi}`)
    expect(told(findings)).toEqual(['A billing date-missing row 2'])
    expect(summary.structure.map((f) => f.code)).toEqual(['date-not-valid'])
  })
  it('columns that are needed', () => {
    const { csv } = run('claim,date', 'A,2026-03-01')
    expect([csv.stopped, csv.faults.map((f) => f.code)]).toEqual([true, ['csv-columns']])
  })
  it.each([
    ['claim,date,billing_npi', true],
    ['Claim;Date;Billing NPI', true],
    ['this is no claim file', false],
    ['', false],
  ])('%s', (line, is) => expect(isClaimHeader(line)).toBe(is))
})
