/** How the rows of the files beside the main one of NPPES, and of the taxonomy's names, stand in their tables. Pure. */
import { createHash } from 'node:crypto'
import { nameKey } from '#domain/party/name-key.ts'
import { countryOf, zipKey } from '#domain/registry/search-terms.ts'
import type { RegistryEndpoint, RegistryLocation, RegistryOtherName, TaxonomyName } from '#domain/registry/side-rows.ts'
import type { StoredAs } from './registry-rows.ts'

export interface NppesFileRows {
  readonly 'nppes-other-names': RegistryOtherName
  readonly 'nppes-locations': RegistryLocation
  readonly 'nppes-endpoints': RegistryEndpoint
  readonly 'nucc-taxonomy': TaxonomyName
}

/** A row has no key of its own, so it is its own key: a row that a file repeats is kept once. */
const digest = (row: object): string =>
  createHash('sha256').update(JSON.stringify(row)).digest('base64url').slice(0, 16)

const otherNames: StoredAs<RegistryOtherName> = {
  table: 'registry_other_name',
  columns: { npi: 'text', id: 'text', name_key: 'text', name: 'text', kind: 'text' },
  key: ['npi', 'id'],
  columnsOf: (n) => ({ npi: n.npi, id: digest(n), name_key: nameKey(n.name), name: n.name, kind: n.kind }),
}

const locations: StoredAs<RegistryLocation> = {
  table: 'registry_location',
  columns: {
    npi: 'text',
    id: 'text',
    state: 'text',
    city_key: 'text',
    zip: 'text',
    country: 'text',
    detail: 'jsonb',
  },
  key: ['npi', 'id'],
  columnsOf: ({ npi, address: a }) => ({
    npi,
    id: digest(a),
    state: nameKey(a.state),
    city_key: nameKey(a.city),
    zip: zipKey(a.zip),
    country: countryOf(a),
    detail: a,
  }),
}

const endpoints: StoredAs<RegistryEndpoint> = {
  table: 'registry_endpoint',
  columns: { npi: 'text', id: 'text', detail: 'jsonb' },
  key: ['npi', 'id'],
  columnsOf: ({ npi, ...e }) => ({ npi, id: digest(e), detail: e }),
}

const taxonomyNames: StoredAs<TaxonomyName> = {
  table: 'taxonomy_name',
  columns: { code: 'text', classification: 'text', specialization: 'text' },
  key: ['code'],
  columnsOf: ({ code, classification, specialization }) => ({ code, classification, specialization }),
}

export const nppesFileRows = {
  'nppes-other-names': otherNames,
  'nppes-locations': locations,
  'nppes-endpoints': endpoints,
  'nucc-taxonomy': taxonomyNames,
} as const
