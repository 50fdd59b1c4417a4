/**
 * How a row of each source stands in its table: columns with their types, and what is computed for searching.
 * Pure; records/registry.ts writes them, queries/registry.ts reads them back.
 */
import type { Exclusion } from '#domain/party/exclusion.ts'
import { nameKey } from '#domain/party/name-key.ts'
import type { OrderReferring } from '#domain/party/order-referring.ts'
import type { ProviderType, TaxonomyCrosswalkEntry } from '#domain/party/provider-type.ts'
import type { RegistryProvider, SourceKind } from '#domain/party/registry-provider.ts'
import type { RegistryTables } from '../kit/tables/registry.ts'

export interface SourceRows {
  readonly nppes: RegistryProvider
  readonly leie: Exclusion
  readonly 'order-referring': OrderReferring
  readonly 'provider-types': ProviderType
  readonly 'taxonomy-crosswalk': TaxonomyCrosswalkEntry
}

export interface StoredAs<Row> {
  readonly table: Exclude<keyof RegistryTables, 'source_import' | 'quarantined_row'>
  /** Every column but import_id, and its SQL type. */
  readonly columns: Readonly<Record<string, 'text' | 'smallint' | 'date' | 'boolean' | 'jsonb'>>
  /** The key within one load. */
  readonly key: readonly string[]
  columnsOf(row: Row): Readonly<Record<string, unknown>>
}

export const stored: { readonly [K in SourceKind]: StoredAs<SourceRows[K]> } = {
  nppes: {
    table: 'registry_provider',
    columns: {
      npi: 'text',
      entity_type: 'smallint',
      name_key: 'text',
      first_key: 'text',
      state: 'text',
      city_key: 'text',
      deactivated_on: 'date',
      reactivated_on: 'date',
      detail: 'jsonb',
    },
    key: ['npi'],
    columnsOf: (p) => ({
      npi: p.npi,
      entity_type: p.entityType,
      name_key: nameKey(p.organization ?? p.person?.last ?? ''),
      first_key: nameKey(p.person?.first ?? ''),
      state: p.practice?.state.toUpperCase() ?? '',
      city_key: nameKey(p.practice?.city ?? ''),
      deactivated_on: p.deactivatedOn,
      reactivated_on: p.reactivatedOn,
      detail: p,
    }),
  },
  leie: {
    table: 'exclusion',
    columns: {
      id: 'text',
      npi: 'text',
      last_key: 'text',
      first_key: 'text',
      first_initial: 'text',
      business_key: 'text',
      born_on: 'date',
      authority: 'text',
      excluded_on: 'date',
      reinstated_on: 'date',
      detail: 'jsonb',
    },
    key: ['id'],
    columnsOf: (e) => ({
      id: e.id,
      npi: e.npi,
      last_key: nameKey(e.last ?? ''),
      first_key: nameKey(e.first ?? ''),
      first_initial: nameKey(e.first ?? '').slice(0, 1),
      business_key: nameKey(e.business ?? ''),
      born_on: e.bornOn,
      authority: e.authority,
      excluded_on: e.excludedOn,
      reinstated_on: e.reinstatedOn,
      detail: e,
    }),
  },
  'order-referring': {
    table: 'order_referring',
    columns: {
      npi: 'text',
      last_name: 'text',
      first_name: 'text',
      part_b: 'boolean',
      dme: 'boolean',
      hha: 'boolean',
      pmd: 'boolean',
      hospice: 'boolean',
    },
    key: ['npi'],
    columnsOf: ({ npi, last, first, partB, dme, hha, pmd, hospice }) => ({
      npi,
      last_name: last,
      first_name: first,
      part_b: partB,
      dme,
      hha,
      pmd,
      hospice,
    }),
  },
  'provider-types': {
    table: 'provider_type',
    columns: { code: 'text', family: 'text', name: 'text', specialty_code: 'text', specialty_name: 'text' },
    key: ['code'],
    columnsOf: ({ code, family, name, specialtyCode, specialtyName }) => ({
      code,
      family,
      name,
      specialty_code: specialtyCode,
      specialty_name: specialtyName,
    }),
  },
  'taxonomy-crosswalk': {
    table: 'taxonomy_crosswalk',
    columns: { taxonomy: 'text', specialty_code: 'text', provider_type: 'text', taxonomy_name: 'text' },
    key: ['taxonomy', 'specialty_code', 'provider_type'],
    columnsOf: ({ taxonomy, specialtyCode, providerType, taxonomyName }) => ({
      taxonomy,
      specialty_code: specialtyCode,
      provider_type: providerType,
      taxonomy_name: taxonomyName,
    }),
  },
}
