/**
 * The people and organizations of the demonstration that everybody may name: ten NPIs that outside tests rely on.
 * All invented. NPIs begin with 2, social security numbers with 9, employer numbers with 08: none was ever issued.
 */
import { type Day, day } from '#domain/dates.ts'
import { isNpi, type Npi } from '#domain/identifiers/npi.ts'
import type { Address } from '#domain/party/address.ts'
import type { RegistryName, RegistryProvider, RegistryTaxonomy } from '#domain/party/registry-provider.ts'

/** A registry record with what the registry does not say. */
export interface DemoParty extends RegistryProvider {
  readonly bornOn?: Day
  readonly ssn?: string
  readonly ein?: string
  /** Legal name of the parent when it is a subpart of another organization. */
  readonly parent?: string
  /** May order and refer. */
  readonly orders?: boolean
}

export const npi = (text: string): Npi => {
  if (!isNpi(text)) throw new RangeError(`not an NPI: ${text}`)
  return text
}

const at = (line1: string, city: string, state: string, zip: string, phone: string, line2?: string): Address => ({
  line1,
  ...(line2 && { line2 }),
  city,
  state,
  zip,
  country: 'US',
  phone,
})
const taxonomy = (code: string, license?: string, licenseState?: string): readonly RegistryTaxonomy[] => [
  { code, ...(license && { license }), ...(licenseState && { licenseState }), primary: true },
]

function person(
  id: string,
  name: RegistryName,
  sex: 'F' | 'M',
  practice: Address,
  taxonomies: readonly RegistryTaxonomy[],
  private_: { readonly bornOn: Day; readonly ssn: string },
): DemoParty {
  return {
    npi: npi(id),
    entityType: 1,
    person: name,
    otherNames: [],
    sex,
    soleProprietor: 'N',
    mailing: practice,
    practice,
    taxonomies,
    enumeratedOn: day('2010-08-02'),
    updatedOn: day('2024-11-04'),
    orders: true,
    ...private_,
  }
}

function organization(
  id: string,
  name: string,
  practice: Address,
  code: string,
  ein: string,
  official: RegistryName & { readonly title: string },
): DemoParty {
  return {
    npi: npi(id),
    entityType: 2,
    organization: name,
    otherNames: [],
    mailing: practice,
    practice,
    taxonomies: taxonomy(code),
    authorizedOfficial: { ...official, phone: practice.phone! },
    enumeratedOn: day('2008-03-10'),
    updatedOn: day('2025-02-18'),
    ein,
  }
}

export const demoParties = {
  haroldLindgren: person(
    '2000001000',
    { last: 'LINDGREN', first: 'HAROLD', middle: 'OLE', credential: 'MD' },
    'M',
    at('300 N HIGH ST', 'COLUMBUS', 'OH', '432150100', '6145550101', 'STE 410'),
    taxonomy('207R00000X', '35.900100', 'OH'),
    { bornOn: day('1968-05-19'), ssn: '900100000' },
  ),
  rosaVega: person(
    '2000001117',
    { last: 'VEGA', first: 'ROSA', middle: 'MARIA', credential: 'MD' },
    'F',
    at('410 ELM ST', 'SPRINGFIELD', 'IL', '627011204', '2175550142', 'STE 2'),
    taxonomy('207Q00000X', '036.900111', 'IL'),
    { bornOn: day('1980-03-27'), ssn: '900123456' },
  ),
  chidiOkafor: person(
    '2000001224',
    { last: 'OKAFOR', first: 'CHIDI', credential: 'NP' },
    'M',
    at('700 CONGRESS AVE', 'AUSTIN', 'TX', '787013218', '5125550124', 'STE 120'),
    taxonomy('363LF0000X', 'AP900122', 'TX'),
    { bornOn: day('1988-09-09'), ssn: '900122400' },
  ),
  /** On the exclusion list, by NPI and by name and birth date. */
  victorAshgrove: person(
    '2000001331',
    { last: 'ASHGROVE', first: 'VICTOR', middle: 'L', credential: 'MD' },
    'M',
    at('88 QUARRY RD', 'PEORIA', 'IL', '616020133', '3095550133'),
    taxonomy('207R00000X', '036.900133', 'IL'),
    { bornOn: day('1961-12-02'), ssn: '900133100' },
  ),
  /** The registry knows only that this number was deactivated. */
  ednaWhittaker: {
    ...person(
      '2000001448',
      { last: 'WHITTAKER', first: 'EDNA', credential: 'DO' },
      'F',
      at('12 ORCHARD LN', 'DAYTON', 'OH', '454020144', '9375550144'),
      taxonomy('207Q00000X', '34.900144', 'OH'),
      { bornOn: day('1949-01-30'), ssn: '900144800' },
    ),
    deactivatedOn: day('2023-06-30'),
  },
  elmStreetClinic: organization(
    '2000001554',
    'ELM STREET CLINIC PC',
    at('410 ELM ST', 'SPRINGFIELD', 'IL', '627011204', '2175550155'),
    '193400000X',
    '080000155',
    { last: 'BRANDT', first: 'IDA', title: 'ADMINISTRATOR' },
  ),
  lakesideMedicalGroup: organization(
    '2000001661',
    'LAKESIDE MEDICAL GROUP LLC',
    at('200 HARBOR ST', 'CHICAGO', 'IL', '606010166', '3125550166', 'FL 12'),
    '193200000X',
    '080000166',
    { last: 'MONTAGUE', first: 'OSCAR', title: 'PRESIDENT' },
  ),
  prairieRegionalHospital: organization(
    '2000001778',
    'PRAIRIE REGIONAL HOSPITAL',
    at('1 PRAIRIE BLVD', 'PEORIA', 'IL', '616020177', '3095550177'),
    '282N00000X',
    '080000177',
    { last: 'FENWICK', first: 'CLARA', title: 'CHIEF EXECUTIVE OFFICER' },
  ),
  tallgrassCareCenter: {
    ...organization(
      '2000001885',
      'TALLGRASS CARE CENTER OF COLUMBUS',
      at('95 MEADOW DR', 'COLUMBUS', 'OH', '432150188', '6145550188'),
      '314000000X',
      '080000188',
      { last: 'PENHALLOW', first: 'RUTH', title: 'ADMINISTRATOR' },
    ),
    parent: 'TALLGRASS SENIOR LIVING HOLDINGS INC',
  },
  northstarLaboratory: organization(
    '2000001992',
    'NORTHSTAR CLINICAL LABORATORY LLC',
    at('45 SUMMIT AVE', 'AUSTIN', 'TX', '787010199', '5125550199'),
    '291U00000X',
    '080000199',
    { last: 'XIONG', first: 'HANA', title: 'LABORATORY DIRECTOR' },
  ),
} as const satisfies Record<string, DemoParty>
