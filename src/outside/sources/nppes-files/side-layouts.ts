/** Layouts of the files beside the main one of NPPES, and of its report of deactivated NPIs. Names are CMS's own. */
import type { Address } from '#domain/party/address.ts'
import type { RegistryProvider } from '#domain/party/registry-provider.ts'
import type { RegistryEndpoint, RegistryLocation, RegistryOtherName } from '#domain/registry/side-rows.ts'
import type { SourceLayout } from '../layout.ts'

const all = (row: object): string => JSON.stringify(row)

export const otherNames: SourceLayout<RegistryOtherName> = {
  source: 'nppes-other-names',
  required: ['NPI', 'Provider Other Organization Name', 'Provider Other Organization Name Type Code'],
  known: [],
  key: all,
  reader(find) {
    const [npi, name, kind] = (this.required as readonly string[]).map((n) => find(n))
    return (cells) => ({ npi: cells.npi(npi!), name: cells.required(name!), kind: cells.text(kind!) })
  },
}

const second = 'Provider Secondary Practice Location Address'
// Two blanks in the second name are CMS's own; columns are matched whatever the spacing.
const place = {
  line1: `${second}- Address Line 1`,
  line2: `${second}-  Address Line 2`,
  city: `${second} - City Name`,
  state: `${second} - State Name`,
  zip: `${second} - Postal Code`,
  country: `${second} - Country Code (If outside U.S.)`,
  phone: `${second} - Telephone Number`,
  fax: 'Provider Practice Location Address - Fax Number',
} as const
const extension = `${second} - Telephone Extension`

export const locations: SourceLayout<RegistryLocation> = {
  source: 'nppes-locations',
  required: ['NPI', ...Object.values(place)],
  known: [extension],
  key: all,
  reader(find) {
    const npi = find('NPI')
    const at = {
      line1: find(place.line1),
      line2: find(place.line2),
      city: find(place.city),
      state: find(place.state),
      zip: find(place.zip),
      country: find(place.country),
      phone: find(place.phone),
      extension: find(extension),
      fax: find(place.fax),
    }
    return (cells) => {
      const more = cells.text(at.extension)
      const phone = cells.text(at.phone)
      return {
        npi: cells.npi(npi),
        address: {
          line1: cells.text(at.line1),
          city: cells.required(at.city),
          state: cells.text(at.state),
          zip: cells.text(at.zip),
          ...given({
            line2: cells.text(at.line2),
            country: cells.text(at.country),
            phone: more && phone ? `${phone} x${more}` : phone,
            fax: cells.text(at.fax),
          }),
        },
      }
    }
  },
}

const endpointColumns = {
  type: 'Endpoint Type',
  typeName: 'Endpoint Type Description',
  endpoint: 'Endpoint',
  affiliated: 'Affiliation',
  description: 'Endpoint Description',
  affiliation: 'Affiliation Legal Business Name',
  use: 'Use Code',
  useName: 'Use Description',
  otherUse: 'Other Use Description',
  content: 'Content Type',
  contentName: 'Content Description',
  otherContent: 'Other Content Description',
  line1: 'Affiliation Address Line One',
  line2: 'Affiliation Address Line Two',
  city: 'Affiliation Address City',
  state: 'Affiliation Address State',
  country: 'Affiliation Address Country',
  zip: 'Affiliation Address Postal Code',
} as const
type EndpointPart = keyof typeof endpointColumns

export const endpoints: SourceLayout<RegistryEndpoint> = {
  source: 'nppes-endpoints',
  required: ['NPI', ...Object.values(endpointColumns)],
  known: [],
  key: all,
  reader(find) {
    const npi = find('NPI')
    const parts = Object.entries(endpointColumns).map(([part, name]) => [part as EndpointPart, find(name)] as const)
    return (cells) => {
      const text = Object.fromEntries(parts.map(([part, column]) => [part, cells.text(column)])) as Record<
        EndpointPart,
        string
      >
      if (text.endpoint === '') cells.fault(find(endpointColumns.endpoint), 'missing')
      const { type, typeName, endpoint, affiliated, line1, line2, city, state, country, zip, ...rest } = text
      const address: Address = { line1, city, state, zip, ...given({ line2, country }) }
      return {
        npi: cells.npi(npi),
        type,
        typeName,
        endpoint,
        affiliated: affiliated === 'Y',
        ...given(rest),
        ...((line1 || city) && { address }),
      }
    }
  },
}

/** The monthly report: a number and a day. As in the main file, nothing else stands of a number out of use. */
export const deactivations: SourceLayout<RegistryProvider> = {
  source: 'nppes',
  required: ['NPI', 'NPPES Deactivation Date'],
  known: [],
  key: (row) => row.npi,
  reader(find) {
    const npi = find('NPI')
    const on = find('NPPES Deactivation Date')
    return (cells) => {
      const deactivatedOn = cells.slashDate(on)
      if (deactivatedOn === undefined) cells.fault(on, 'missing')
      return {
        npi: cells.npi(npi),
        entityType: undefined,
        otherNames: [],
        taxonomies: [],
        ...(deactivatedOn && { deactivatedOn }),
      }
    }
  },
}

/** Those that have a text. */
const given = <K extends string>(texts: Readonly<Record<K, string>>): Partial<Record<K, string>> =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== '')) as Partial<Record<K, string>>
