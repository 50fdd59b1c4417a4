/**
 * Claims from rows of a CSV file. Columns are found by their headings, in any order and spelling of spaces and case;
 * a row is a claim, or one more line of the claim above it when both have the same number. docs/claim-check.md
 * has the list. Pure; reading the CSV itself is the caller's.
 */
import { ClaimBlock } from './claim-block.ts'
import type { ClaimCheck } from './claim-check.ts'
import { type NamedProvider, noProvider } from './named-provider.ts'
import { type ProviderPart, providerParts } from './provider-places.ts'
import type { StructureFault } from './structure-faults.ts'
import { centsAt, dayOf, nameKeyAt, npiKeyAt } from './x12/fields.ts'

const inColumns: readonly ProviderPart[] = [
  'billing',
  'rendering',
  'referring',
  'ordering',
  'supervising',
  'attending',
  'operating',
  'facility',
]
/** Headings as they are compared: letters and digits only, small. Other spellings stand behind their column. */
const spellings: Readonly<Record<string, readonly string[]>> = {
  claim: ['claim', 'claimnumber', 'claimid', 'patientcontrolnumber', 'clm01'],
  charge: ['charge', 'totalcharge', 'amount', 'clm02'],
  date: ['date', 'dateofservice', 'servicedate', 'fromdate', 'dos'],
  to: ['todate', 'thrudate', 'throughdate', 'dateto'],
  ...Object.fromEntries(
    inColumns.flatMap((p) => [
      [`${p}Npi`, [`${p}npi`, ...(p === 'billing' ? ['npi'] : [])]],
      [`${p}Last`, [`${p}last`, `${p}lastname`]],
      [`${p}First`, [`${p}first`, `${p}firstname`]],
    ]),
  ),
}
/** Without these nothing can be judged. */
const NEEDED = ['claim', 'date', 'billingNpi'] as const
const MOST_FAULTS = 1_000

const plainHeading = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '')

/** Could this first line be the header of such a file? */
export const isClaimHeader = (line: string): boolean => {
  const headings = line.split(/[,;\t]/).map(plainHeading)
  return headings.some((h) => /npi$/.test(h))
}

export class CsvClaims {
  readonly faults: StructureFault[] = []
  /** The file cannot be read on. */
  stopped = false
  private readonly check: ClaimCheck
  private readonly columns = new Map<string, number>()
  private readonly work = new ClaimBlock()
  private readonly billing: NamedProvider = noProvider()
  private readonly payTo: NamedProvider = noProvider()
  private number = ''

  constructor(check: ClaimCheck) {
    this.check = check
  }

  header(cells: readonly string[]): void {
    const headings = cells.map(plainHeading)
    for (const [column, known] of Object.entries(spellings)) {
      const at = headings.findIndex((h) => known.includes(h))
      if (at >= 0) this.columns.set(column, at)
    }
    if (NEEDED.every((c) => this.columns.has(c))) return
    this.fault('csv-columns', 1)
    this.stopped = true
  }

  row(cells: (column: number) => string, line: number): void {
    if (this.stopped) return
    const of = (column: string): string => {
      const at = this.columns.get(column)
      return at === undefined ? '' : cells(at).trim()
    }
    const number = of('claim')
    if (number === '' || number !== this.number || !this.work.open) this.begin(number, of, line)
    else if (this.columns.has('charge')) this.work.cents[this.work.count]! += this.cents(of, line)
    if (!this.work.addLine()) return
    this.dates(of, line)
    for (const part of inColumns) if (part !== 'billing') this.provider(part, of, line)
  }

  /** Hands over the last claim. */
  finish(): void {
    if (!this.work.open) return
    this.work.close(this.billing, this.payTo)
    this.check.take(this.work)
    this.work.clear()
  }

  fault(code: StructureFault['code'], line: number): void {
    if (this.faults.length < MOST_FAULTS) this.faults.push({ code, offset: line, segment: line })
  }

  private begin(number: string, of: (column: string) => string, line: number): void {
    this.finish()
    this.number = number
    const b = latinBytes(number)
    this.work.begin(line, line, b, 0, b.length, this.cents(of, line))
    if (number === '') this.fault('claim-number-missing', line)
    this.fill(this.billing, 'billing', of, line, 0)
  }

  private cents(of: (column: string) => string, line: number): number {
    const b = latinBytes(of('charge').replace(/^\$|,/g, ''))
    const cents = b.length === 0 ? 0 : centsAt(b, 0, b.length)
    if (!Number.isNaN(cents)) return cents
    this.fault('amount-not-valid', line)
    return 0
  }

  private dates(of: (column: string) => string, line: number): void {
    const given = of('date')
    const from = dayOfText(given)
    const to = of('to') === '' ? from : dayOfText(of('to'))
    if (given === '') return
    if (from < 0 || to < from) this.fault('date-not-valid', line)
    else this.work.days(true, from, to)
  }

  private provider(part: ProviderPart, of: (column: string) => string, line: number): void {
    if (of(`${part}Npi`) === '') return
    const p = noProvider()
    this.fill(p, part, of, line, this.work.lines)
    this.work.addProvider(p)
  }

  private fill(p: NamedProvider, part: ProviderPart, of: (column: string) => string, row: number, line: number): void {
    const npi = latinBytes(of(`${part}Npi`))
    p.part = providerParts.indexOf(part)
    p.key = npi.length === 0 ? -2 : npiKeyAt(npi, 0, npi.length)
    p.text = of(`${part}Npi`).slice(0, 12)
    const last = new TextEncoder().encode(of(`${part}Last`))
    const first = new TextEncoder().encode(of(`${part}First`))
    const both = new Uint8Array([...last, ...first])
    p.name = last.length === 0 || first.length === 0 ? -1 : nameKeyAt(both, 0, last.length, last.length, both.length)
    p.line = line
    p.segment = row
    p.offset = row
  }
}

const latinBytes = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0) & 0xff)

/** 2026-03-01, 20260301 or 3/1/2026; -1 for anything else. */
function dayOfText(text: string): number {
  const iso = /^(\d{4})-?(\d\d)-?(\d\d)$/.exec(text)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const us = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  return us ? dayOf(Number(us[3]), Number(us[1]), Number(us[2])) : -1
}
