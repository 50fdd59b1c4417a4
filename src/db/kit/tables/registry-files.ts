/** Rows of sql/migrations/000012_nppes_files.sql. */
import type { GeneratedAlways } from 'kysely'
import type { Address } from '#domain/party/address.ts'
import type { RegistryEndpoint } from '#domain/registry/side-rows.ts'
import type { Json } from './core.ts'

export interface RegistryFileTables {
  registry_other_name: {
    import_id: string
    npi: string
    id: string
    name_key: string
    name: string
    kind: string
    position: GeneratedAlways<number>
  }
  registry_location: {
    import_id: string
    npi: string
    id: string
    state: string
    city_key: string
    zip: string
    country: string
    detail: Json<Address>
    position: GeneratedAlways<number>
  }
  registry_endpoint: {
    import_id: string
    npi: string
    id: string
    detail: Json<Omit<RegistryEndpoint, 'npi'>>
    position: GeneratedAlways<number>
  }
  taxonomy_name: { import_id: string; code: string; classification: string; specialization: string | null }
  /** `terms` is a tsvector. */
  registry_search: { import_id: string; npi: string; terms: string }
  /** Of migration 000027: a word of a name under a key of its typing errors. */
  registry_near_word: { import_id: string; near: string; word: string }
  /** Of migration 000039: words of names by what they sound like, and how far those of a load are written. */
  word_sound: { sound: string; word: string }
  registry_sounded: { import_id: string; through: string; done: boolean }
  /** Of migration 000033: whom an increment named. */
  registry_increment_npi: { import_id: string; npi: string }
}
