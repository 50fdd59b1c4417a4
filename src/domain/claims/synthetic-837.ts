/**
 * Makes 837 files with invented patients, for demonstrations, tests and measurements: the same plan gives the same
 * bytes. Names come from fixed short lists and every identifier is of a range that nobody holds. Pure.
 */
import type { Day } from '../dates.ts'
import type { ClaimKind, ProviderPart } from './provider-places.ts'

export interface PlannedProvider {
  readonly npi: string
  /** A person has a first name; an organization none. */
  readonly last: string
  readonly first?: string
}
export interface PlannedClaim {
  readonly number: string
  readonly cents: number
  readonly days: readonly Day[]
  readonly providers: Partial<Readonly<Record<ProviderPart, PlannedProvider>>>
  /** Providers of the first line only. */
  readonly lineProviders?: Partial<Readonly<Record<ProviderPart, PlannedProvider>>>
}
export interface PlannedBatch {
  readonly billing: PlannedProvider
  readonly claims: readonly PlannedClaim[]
}
export interface PlannedFile {
  readonly kind: ClaimKind
  readonly madeOn: Day
  readonly batches: readonly PlannedBatch[]
  readonly newline?: boolean
}

const guide: Readonly<Record<ClaimKind, string>> = {
  professional: '005010X222A1',
  institutional: '005010X223A2',
  dental: '005010X224A2',
}
const qualifiers: Partial<Readonly<Record<ProviderPart, string>>> = {
  rendering: '82',
  referring: 'DN',
  ordering: 'DK',
  supervising: 'DQ',
  attending: '71',
  operating: '72',
  facility: '77',
}
const PATIENTS = ['ABBOT*ADA', 'BIRCH*BEN', 'CEDAR*CORA', 'DALE*DEAN', 'ELDER*EVE', 'FERN*FAY']

const digits = (day: Day): string => day.replaceAll('-', '')
const money = (cents: number): string => (cents / 100).toFixed(2).replace(/\.?0+$/, '')
const nm1 = (q: string, p: PlannedProvider): string =>
  p.first === undefined ? `NM1*${q}*2*${p.last}*****XX*${p.npi}` : `NM1*${q}*1*${p.last}*${p.first}****XX*${p.npi}`

const header = (date: string): string =>
  `ISA*00*          *00*          *ZZ*SAMPLESENDER   *ZZ*SAMPLERECEIVER *${date.slice(2)}*0900*^*00501*000000101*0*T*:`

/** The whole file as text of ASCII characters. */
export function writeClaims(plan: PlannedFile): string {
  const date = digits(plan.madeOn)
  const lines = [header(date), `GS*HC*SAMPLESENDER*SAMPLERECEIVER*${date}*0900*101*X*${guide[plan.kind]}`]
  const set = setOf(plan, date)
  const end = plan.newline === false ? '~' : '~\n'
  lines.push(...set, `SE*${set.length + 1}*0001`, 'GE*1*101', 'IEA*1*000000101')
  return lines.join(end) + end
}

function setOf(plan: PlannedFile, date: string): string[] {
  const out = [
    `ST*837*0001*${guide[plan.kind]}`,
    `BHT*0019*00*SAMPLE101*${date}*0900*CH`,
    'NM1*41*2*SAMPLE BILLING SERVICE*****46*SAMPLESENDER',
    'PER*IC*HELP DESK*TE*5555550100',
    'NM1*40*2*SAMPLE RECEIVER*****46*SAMPLERECEIVER',
  ]
  let level = 0
  let patient = 0
  for (const batch of plan.batches) {
    const parent = ++level
    out.push(`HL*${parent}**20*1`, nm1('85', batch.billing), 'N3*100 SAMPLE STREET', 'N4*SPRINGFIELD*IL*627010000')
    out.push('REF*EI*070000000')
    for (const claim of batch.claims) {
      out.push(`HL*${++level}*${parent}*22*0`, 'SBR*P*18*******MB')
      out.push(`NM1*IL*1*${PATIENTS[patient++ % PATIENTS.length]}****MI*9SAMPLE${String(patient).padStart(4, '0')}`)
      out.push('N3*1 EXAMPLE ROAD', 'N4*SPRINGFIELD*IL*627010000', 'DMG*D8*19500101*U')
      out.push('NM1*PR*2*MEDICARE*****PI*00000', ...claimOf(plan.kind, claim))
    }
  }
  return out
}

function claimOf(kind: ClaimKind, c: PlannedClaim): string[] {
  const institutional = kind === 'institutional'
  const days = c.days.map(digits)
  const named = (of: PlannedClaim['providers']): string[] =>
    Object.entries(of).flatMap(([part, p]) => {
      const q = qualifiers[part as ProviderPart]
      return q && p ? [nm1(q, p)] : []
    })
  const out = [`CLM*${c.number}*${money(c.cents)}***${institutional ? '13:A:1' : '11:B:1'}*Y*A*Y*Y`]
  if (institutional && days.length > 0) out.push(`DTP*434*RD8*${days[0]}-${days.at(-1)}`)
  out.push(institutional ? 'HI*ABK:Z0000' : 'HI*ABK:Z0000', ...named(c.providers))
  const each = Math.trunc(c.cents / Math.max(days.length, 1))
  days.forEach((day, i) => {
    const charge = money(i === 0 ? c.cents - each * (days.length - 1) : each)
    out.push(`LX*${i + 1}`)
    out.push(
      institutional
        ? `SV2*0510*HC:99213*${charge}*UN*1`
        : kind === 'dental'
          ? `SV3*AD:D0120*${charge}****1`
          : `SV1*HC:99213*${charge}*UN*1***1`,
    )
    out.push(`DTP*472*D8*${day}`)
    if (i === 0) out.push(...named(c.lineProviders ?? {}))
  })
  return out
}
