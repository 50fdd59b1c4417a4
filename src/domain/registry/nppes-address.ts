/** Addresses and endpoints as the NPI registry API, version 2.1, writes them. Pure. */
import type { Address } from '../party/address.ts'
import { countryOf, zipKey } from './search-terms.ts'
import type { SideRows } from './side-rows.ts'

const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
/** Where the API's word is another than that of the Unicode CLDR. */
const ownNames: Readonly<Record<string, string>> = { UM: 'United States Minor Outlying Islands' }
const countryName = (code: string): string =>
  ownNames[code] ?? (/^[A-Z]{2}$/.test(code) ? names.of(code) : undefined) ?? `Unknown Country Name for ${code}`

/** "6085550100" is "608-555-0100". */
export const phoneOf = (phone: string): string => phone.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1-$2-$3')

const partsOf = (a: Address) => {
  const country = countryOf(a)
  return {
    address_1: a.line1,
    ...(a.line2 && { address_2: a.line2 }),
    address_type: country === 'US' ? 'DOM' : 'FGN',
    city: a.city,
    country_code: country,
    country_name: countryName(country),
    postal_code: country === 'US' ? zipKey(a.zip) : a.zip,
    state: a.state,
  }
}

/** Keys by the alphabet, as the original writes them. */
export const alphabetical = <T extends object>(o: T): T =>
  Object.fromEntries(Object.entries(o).toSorted(([a], [b]) => (a < b ? -1 : 1))) as T

export const addressOf = (a: Address, purpose: 'MAILING' | 'LOCATION') =>
  alphabetical({
    ...partsOf(a),
    address_purpose: purpose,
    ...(a.fax && { fax_number: phoneOf(a.fax) }),
    ...(a.phone && { telephone_number: phoneOf(a.phone) }),
  })

export const endpointOf = (e: SideRows['endpoints'][number]) =>
  alphabetical({
    ...(e.address && partsOf(e.address)),
    affiliation: e.affiliated ? 'Y' : 'N',
    ...(e.affiliation && { affiliationName: e.affiliation }),
    ...(e.otherContent && { contentOtherDescription: e.otherContent }),
    ...(e.content && { contentType: e.content }),
    contentTypeDescription: e.contentName ?? '',
    endpoint: e.endpoint,
    ...(e.description && { endpointDescription: e.description }),
    endpointType: e.type,
    endpointTypeDescription: e.typeName,
    ...(e.use && { use: e.use }),
    useDescription: e.useName ?? '',
    ...(e.otherUse && { useOtherDescription: e.otherUse }),
  })
