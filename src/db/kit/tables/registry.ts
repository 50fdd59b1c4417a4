/** Rows of sql/migrations/000002_registry.sql: published files as imported. */
import type { Generated } from 'kysely'
import type { Day } from '#domain/dates.ts'
import type { Exclusion } from '#domain/party/exclusion.ts'
import type { RegistryProvider, SourceKind } from '#domain/party/registry-provider.ts'
import type { Json } from './core.ts'

export type ImportStatus = 'loading' | 'current' | 'applied' | 'superseded' | 'refused'

export interface RegistryTables {
  source_import: {
    id: string
    source: SourceKind
    file_name: string
    sha256: string
    increment: boolean
    status: ImportStatus
    as_of: Day
    as_of_stated: boolean
    rows: Generated<number>
    quarantined: Generated<number>
    bytes_done: Generated<number>
    bytes_total: number
    next_line: Generated<number>
    unknown_columns: Json<readonly string[]>
    started_at: Date
    finished_at: Date | null
    refused_code: string | null
    cleared: Generated<boolean>
    /** The load that was in force when this one came; what differs is in list_change. */
    compared_with: string | null
  }
  quarantined_row: { import_id: string; line: number; column_name: string; reason: string; excerpt: string }
  registry_provider: {
    import_id: string
    npi: string
    entity_type: 1 | 2 | null
    name_key: string
    first_key: string
    state: string
    city_key: string
    deactivated_on: Day | null
    reactivated_on: Day | null
    detail: Json<RegistryProvider>
  }
  exclusion: {
    import_id: string
    id: string
    npi: string | null
    last_key: string
    first_key: string
    first_initial: string
    business_key: string
    born_on: Day | null
    authority: string
    excluded_on: Day
    reinstated_on: Day | null
    detail: Json<Exclusion>
  }
  order_referring: {
    import_id: string
    npi: string
    last_name: string
    first_name: string
    part_b: boolean
    dme: boolean
    hha: boolean
    pmd: boolean
    hospice: boolean
  }
  provider_type: {
    import_id: string
    code: string
    family: string
    name: string
    specialty_code: string | null
    specialty_name: string | null
  }
  taxonomy_crosswalk: {
    import_id: string
    taxonomy: string
    specialty_code: string
    provider_type: string
    taxonomy_name: string | null
  }
}
