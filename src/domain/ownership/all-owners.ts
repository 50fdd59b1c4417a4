/**
 * One row of the published All-Owners files, 40 columns for nursing homes and 38 for other facilities: columns by name,
 * whatever their order. A role that is not known is kept by its text; days that stand for "unknown" are left out. Pure.
 */
import { type Day, isDay } from '../dates.ts'
import type { OrganizationKind } from './party.ts'
import { type InterestRole, publishedRole } from './roles.ts'

export const ownerColumns = [
  'ENROLLMENT ID',
  'ASSOCIATE ID',
  'ORGANIZATION NAME',
  'ASSOCIATE ID - OWNER',
  'TYPE - OWNER',
  'ROLE CODE - OWNER',
  'ROLE TEXT - OWNER',
  'ASSOCIATION DATE - OWNER',
  'FIRST NAME - OWNER',
  'MIDDLE NAME - OWNER',
  'LAST NAME - OWNER',
  'TITLE - OWNER',
  'ORGANIZATION NAME - OWNER',
  'DOING BUSINESS AS NAME - OWNER',
  'ADDRESS LINE 1 - OWNER',
  'ADDRESS LINE 2 - OWNER',
  'CITY - OWNER',
  'STATE - OWNER',
  'ZIP CODE - OWNER',
  'PERCENTAGE OWNERSHIP',
] as const
export type OwnerColumn = (typeof ownerColumns)[number]

/** Yes-or-no columns of organizations. A trust has no kind of its own in the forms. */
export const kindColumns: Readonly<Record<string, OrganizationKind>> = {
  'CREATED FOR ACQUISITION - OWNER': 'created-to-acquire',
  'CORPORATION - OWNER': 'corporation',
  'LLC - OWNER': 'llc',
  'MEDICAL PROVIDER SUPPLIER - OWNER': 'medical-provider',
  'MANAGEMENT SERVICES COMPANY - OWNER': 'management-services',
  'MEDICAL STAFFING COMPANY - OWNER': 'medical-staffing',
  'HOLDING COMPANY - OWNER': 'holding-company',
  'INVESTMENT FIRM - OWNER': 'investment-firm',
  'FINANCIAL INSTITUTION - OWNER': 'financial-institution',
  'CONSULTING FIRM - OWNER': 'consulting-firm',
  'FOR PROFIT - OWNER': 'for-profit',
  'NON PROFIT - OWNER': 'non-profit',
  'PRIVATE EQUITY COMPANY - OWNER': 'private-equity',
  'REIT - OWNER': 'reit',
  'CHAIN HOME OFFICE - OWNER': 'chain-home-office',
  'TRUST OR TRUSTEE - OWNER': 'other',
  'OTHER TYPE - OWNER': 'other',
}

/** Without these a file is none of owners. */
export const neededColumns: readonly OwnerColumn[] = [
  'TYPE - OWNER',
  'ROLE TEXT - OWNER',
  'LAST NAME - OWNER',
  'ORGANIZATION NAME - OWNER',
]

export const rowProblems = ['no-name', 'not-a-role', 'not-a-percentage', 'not-a-date', 'date-in-future'] as const
export type RowProblem = (typeof rowProblems)[number]

export interface OwnerRow {
  readonly enrollmentId: string
  readonly associateId: string
  readonly organization: string
  readonly ownerAssociateId: string
  readonly kind: 'person' | 'organization'
  readonly name: string
  readonly first: string
  readonly middle: string
  readonly last: string
  readonly title: string
  readonly doingBusinessAs: string
  readonly address: {
    readonly line1: string
    readonly line2: string
    readonly city: string
    readonly state: string
    readonly zip: string
  }
  readonly roleCode: string
  readonly roleText: string
  readonly role: InterestRole | undefined
  readonly percent: number | undefined
  readonly since: Day | undefined
  readonly kinds: readonly OrganizationKind[]
  readonly problems: readonly RowProblem[]
}

/** `cell` gives '' for a column that the file does not have. Problems are told beside what could be read. */
export function readOwnerRow(cell: (column: string) => string, today: Day): OwnerRow {
  const of = (column: OwnerColumn): string => cell(column).trim().replace(/\s+/g, ' ')
  const [first, middle, last] = [of('FIRST NAME - OWNER'), of('MIDDLE NAME - OWNER'), of('LAST NAME - OWNER')]
  const called = of('ORGANIZATION NAME - OWNER')
  const person = of('TYPE - OWNER').toUpperCase() === 'I' || (called === '' && last !== '')
  const name = person ? [first, middle, last].filter(Boolean).join(' ') : called
  const role = publishedRole(of('ROLE CODE - OWNER'), of('ROLE TEXT - OWNER'))
  const share = of('PERCENTAGE OWNERSHIP').replace(/\s*%$/, '')
  const percent = share === '' ? undefined : Number(share)
  const since = dayIn(of('ASSOCIATION DATE - OWNER'))
  const problems: readonly (RowProblem | false)[] = [
    name === '' && 'no-name',
    role === undefined && 'not-a-role',
    percent !== undefined && !(percent >= 0 && percent <= 100) && 'not-a-percentage',
    since === 'wrong' && 'not-a-date',
    typeof since === 'string' && since !== 'wrong' && since > today && 'date-in-future',
  ]
  const isNumber = percent !== undefined && percent >= 0 && percent <= 100
  return {
    enrollmentId: of('ENROLLMENT ID'),
    associateId: padded(of('ASSOCIATE ID')),
    organization: of('ORGANIZATION NAME'),
    ownerAssociateId: padded(of('ASSOCIATE ID - OWNER')),
    kind: person ? 'person' : 'organization',
    name,
    first,
    middle,
    last,
    title: of('TITLE - OWNER'),
    doingBusinessAs: of('DOING BUSINESS AS NAME - OWNER'),
    address: {
      line1: of('ADDRESS LINE 1 - OWNER'),
      line2: of('ADDRESS LINE 2 - OWNER'),
      city: of('CITY - OWNER'),
      state: of('STATE - OWNER').toUpperCase(),
      zip: of('ZIP CODE - OWNER'),
    },
    roleCode: of('ROLE CODE - OWNER'),
    roleText: of('ROLE TEXT - OWNER'),
    role,
    percent: isNumber ? percent : undefined,
    since: since === 'wrong' ? undefined : since,
    kinds: Object.entries(kindColumns)
      .filter(([column]) => cell(column).trim().toUpperCase() === 'Y')
      .map(([, kind]) => kind)
      .filter((kind, i, all) => all.indexOf(kind) === i),
    problems: problems.filter((p) => p !== false),
  }
}

/** Ten digits; tools that take them for numbers lose the zeros in front. */
const padded = (id: string): string => (/^\d{1,9}$/.test(id) ? id.padStart(10, '0') : id)

/** "2018-09-20" or "9/20/2018"; undefined for none and for those that stand for none. */
function dayIn(text: string): Day | 'wrong' | undefined {
  if (text === '') return undefined
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  const iso = american
    ? `${american[3]}-${american[1]!.padStart(2, '0')}-${american[2]!.padStart(2, '0')}`
    : text.slice(0, 10)
  if (!isDay(iso)) return 'wrong'
  return iso <= '1900-01-01' ? undefined : iso
}
