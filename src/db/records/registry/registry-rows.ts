/**
 * How a row of each source stands in its table: columns with their types, and what is computed for searching.
 * Pure; records/registry.ts writes them, queries/registry.ts reads them back.
 */
import { type BoardLicense, licenseKey } from '#domain/party/board-license.ts'
import type { DeathRecord } from '#domain/party/death-record.ts'
import type { Exclusion } from '#domain/party/exclusion.ts'
import type { LastBilled } from '#domain/party/last-billed.ts'
import { nameKey } from '#domain/party/name-key.ts'
import type { OrderReferring } from '#domain/party/order-referring.ts'
import type { ProviderType, TaxonomyCrosswalkEntry } from '#domain/party/provider-type.ts'
import type { ExclusionListKind, RegistryProvider, SourceKind } from '#domain/party/registry-provider.ts'
import type { RegistryTables } from '../../kit/tables/registry.ts'
import type { RegistryFileTables } from '../../kit/tables/registry-files.ts'
import type { ScreeningTables } from '../../kit/tables/screening.ts'
import { type NppesFileRows, nppesFileRows } from './file-rows.ts'

export interface SourceRows extends Readonly<Record<ExclusionListKind, Exclusion>>, NppesFileRows {
  readonly nppes: RegistryProvider
  readonly 'order-referring': OrderReferring
  readonly 'provider-types': ProviderType
  readonly 'taxonomy-crosswalk': TaxonomyCrosswalkEntry
  readonly 'death-file': DeathRecord
  readonly 'license-board': BoardLicense
  readonly 'last-billed': LastBilled
  readonly 'last-named': LastBilled
}

export interface StoredAs<Row> {
  readonly table:
    | Exclude<keyof RegistryTables, 'source_import' | 'quarantined_row'>
    | keyof Pick<ScreeningTables, 'death_record' | 'board_license' | 'last_billed'>
    | Exclude<
        keyof RegistryFileTables,
        'registry_search' | 'registry_near_word' | 'registry_increment_npi' | 'word_sound' | 'registry_sounded'
      >
  /** Every column but import_id, and its SQL type. */
  readonly columns: Readonly<Record<string, 'text' | 'smallint' | 'date' | 'boolean' | 'jsonb'>>
  /** The key within one load. */
  readonly key: readonly string[]
  /** `digest` is the keyed digest of a tax id, for what must not be stored as it is. */
  columnsOf(row: Row, digest: (taxId: string) => string): Readonly<Record<string, unknown>>
}

/** Every list of people and organizations stands in one table, so that one search asks any of them. */
const listed: StoredAs<Exclusion> = {
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
}

const deaths: StoredAs<DeathRecord> = {
  table: 'death_record',
  columns: {
    id: 'text',
    ssn_index: 'text',
    last_key: 'text',
    first_key: 'text',
    born_on: 'date',
    died_on: 'date',
    detail: 'jsonb',
  },
  key: ['id'],
  columnsOf: ({ ssn, ...d }, digest) => ({
    id: d.id,
    ssn_index: ssn ? digest(ssn) : null,
    last_key: nameKey(d.last),
    first_key: nameKey(d.first),
    born_on: d.bornOn,
    died_on: d.diedOn,
    detail: d,
  }),
}

const licenses: StoredAs<BoardLicense> = {
  table: 'board_license',
  columns: {
    state: 'text',
    number_key: 'text',
    kind: 'text',
    npi: 'text',
    standing: 'text',
    expires_on: 'date',
    detail: 'jsonb',
  },
  key: ['state', 'number_key', 'kind'],
  columnsOf: (l) => ({
    state: l.state,
    number_key: licenseKey(l.number),
    kind: l.type ?? '',
    npi: l.npi,
    standing: l.standing,
    expires_on: l.expiresOn,
    detail: l,
  }),
}

const lastClaims: StoredAs<LastBilled> = {
  table: 'last_billed',
  columns: { npi: 'text', ptan: 'text', last_claim_on: 'date', as_of: 'date', covers_from: 'date' },
  key: ['npi', 'ptan'],
  columnsOf: ({ npi, ptan, lastClaimOn, asOf, coversFrom }) => ({
    npi,
    ptan,
    last_claim_on: lastClaimOn,
    as_of: asOf,
    covers_from: coversFrom,
  }),
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
  leie: listed,
  sam: listed,
  revocations: listed,
  'state-ny': listed,
  'state-pa': listed,
  'state-other': listed,
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
  'death-file': deaths,
  'license-board': licenses,
  'last-billed': lastClaims,
  'last-named': lastClaims,
  ...nppesFileRows,
}
