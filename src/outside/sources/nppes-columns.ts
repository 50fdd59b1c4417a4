/** The column names of the NPPES dissemination file, V2 (330 columns), as facts. */

const nameParts = (last: string, rest: (part: string) => string) => ({
  last,
  first: rest('First Name'),
  middle: rest('Middle Name'),
  prefix: rest('Name Prefix Text'),
  suffix: rest('Name Suffix Text'),
  credential: rest('Credential Text'),
})

export const nppesPerson = {
  legal: nameParts('Provider Last Name (Legal Name)', (p) => `Provider ${p}`),
  other: nameParts('Provider Other Last Name', (p) => `Provider Other ${p}`),
  official: nameParts('Authorized Official Last Name', (p) => `Authorized Official ${p}`),
} as const

const addressParts = (kind: string) => ({
  line1: `Provider First Line Business ${kind} Address`,
  line2: `Provider Second Line Business ${kind} Address`,
  city: `Provider Business ${kind} Address City Name`,
  state: `Provider Business ${kind} Address State Name`,
  zip: `Provider Business ${kind} Address Postal Code`,
  country: `Provider Business ${kind} Address Country Code (If outside U.S.)`,
  phone: `Provider Business ${kind} Address Telephone Number`,
  fax: `Provider Business ${kind} Address Fax Number`,
})

export const nppesAddress = { mailing: addressParts('Mailing'), practice: addressParts('Practice Location') } as const

const numbered = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i + 1)

export const taxonomySlots = numbered(15).map((n) => ({
  code: `Healthcare Provider Taxonomy Code_${n}`,
  license: `Provider License Number_${n}`,
  state: `Provider License Number State Code_${n}`,
  primary: `Healthcare Provider Primary Taxonomy Switch_${n}`,
}))

const otherIdentifiers = numbered(50).flatMap((n) => [
  `Other Provider Identifier_${n}`,
  `Other Provider Identifier Type Code_${n}`,
  `Other Provider Identifier State_${n}`,
  `Other Provider Identifier Issuer_${n}`,
])

const { legal, other, official } = nppesPerson

/** The header of a V2 file, in its order. */
export const nppesHeader: readonly string[] = [
  'NPI',
  'Entity Type Code',
  'Replacement NPI',
  'Employer Identification Number (EIN)',
  'Provider Organization Name (Legal Business Name)',
  ...Object.values(legal),
  'Provider Other Organization Name',
  'Provider Other Organization Name Type Code',
  ...Object.values(other),
  'Provider Other Last Name Type Code',
  ...Object.values(nppesAddress.mailing),
  ...Object.values(nppesAddress.practice),
  'Provider Enumeration Date',
  'Last Update Date',
  'NPI Deactivation Reason Code',
  'NPI Deactivation Date',
  'NPI Reactivation Date',
  'Provider Sex Code',
  official.last,
  official.first,
  official.middle,
  'Authorized Official Title or Position',
  'Authorized Official Telephone Number',
  ...taxonomySlots.flatMap((slot) => Object.values(slot)),
  ...otherIdentifiers,
  'Is Sole Proprietor',
  'Is Organization Subpart',
  'Parent Organization LBN',
  'Parent Organization TIN',
  official.prefix,
  official.suffix,
  official.credential,
  ...numbered(15).map((n) => `Healthcare Provider Taxonomy Group_${n}`),
  'Certification Date',
]

/** Columns that the product does not read, so a file may lack them. */
const unread =
  /^(Certification Date|Replacement NPI|Employer Identification|NPI Deactivation Reason|Is Organization Subpart|Parent Organization|Other Provider Identifier|Healthcare Provider Taxonomy Group_)|(Other Organization|Other Last) Name Type Code$/

/** Columns that a file must have. Files before 2024 say "Gender". */
export const nppesColumns: readonly (string | readonly string[])[] = nppesHeader
  .filter((n) => !unread.test(n))
  .map((n) => (n === 'Provider Sex Code' ? [n, 'Provider Gender Code'] : n))

export const nppesUnread: readonly RegExp[] = [unread]
