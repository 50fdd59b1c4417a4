/**
 * Look-ups in the imported NPI registry and the lists beside it. Reads only.
 * The registry is public (45 CFR 162.410; CMS publishes it), so any permit will do.
 */
import { type SelectQueryBuilder, sql } from 'kysely'
import type { Action, Permit } from '#domain/access/policy.ts'
import type { Npi } from '#domain/identifiers/npi.ts'
import { nameKey } from '#domain/party/name-key.ts'
import type { OrderReferring } from '#domain/party/order-referring.ts'
import type { ProviderType, TaxonomyCrosswalkEntry } from '#domain/party/provider-type.ts'
import type { RegistryProvider, SourceKind } from '#domain/party/registry-provider.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

type AnyPermit = Permit<Action>

/** The load in force, inside the statement, so that one statement never reads two lists. */
const current = (source: SourceKind) =>
  sql<string>`(select id from source_import where source = ${source} and status = 'current')`

/** undefined when the registry has no such number; ask `sourceVersion` whether there is a registry at all. */
export async function findRegistryProvider(db: Db, _: AnyPermit, npi: string): Promise<RegistryProvider | undefined> {
  const row = await open(db)
    .selectFrom('registry_provider')
    .select('detail')
    .where('import_id', '=', current('nppes'))
    .where('npi', '=', npi)
    .executeTakeFirst()
  return row?.detail
}

export interface RegistrySearch {
  /** Beginning of the last name or of the business name. */
  readonly name?: string
  /** Beginning of the first name. */
  readonly first?: string
  readonly state?: string
  readonly city?: string
  readonly entityType?: 1 | 2
  readonly after?: RegistryCursor
  /** At most 100; 25 when absent. */
  readonly limit?: number
}

/** Where the next page begins: after this row. */
export interface RegistryCursor {
  readonly name: string
  readonly first: string
  readonly npi: string
}

export interface RegistryPage {
  readonly found: readonly RegistryProvider[]
  /** Absent on the last page. */
  readonly next?: RegistryCursor
}

/** One page by name, first name and NPI. Nothing asked for finds nothing. Accents, case and punctuation do not matter. */
export async function searchRegistry(db: Db, _: AnyPermit, search: RegistrySearch): Promise<RegistryPage> {
  const name = nameKey(search.name ?? '')
  const city = nameKey(search.city ?? '')
  const state = (search.state ?? '').trim().toUpperCase()
  if (name === '' && (city === '' || state === '')) return { found: [] }

  const limit = Math.min(Math.max(search.limit ?? 25, 1), 100)
  let query = open(db)
    .selectFrom('registry_provider')
    .select(['detail', 'name_key', 'first_key', 'npi'])
    .where('import_id', '=', current('nppes'))
  // A key has letters, digits and blanks only, so that nothing in it is a wildcard.
  if (name !== '') query = query.where('name_key', 'like', `${name}%`)
  const first = nameKey(search.first ?? '')
  if (first !== '') query = query.where('first_key', 'like', `${first}%`)
  if (state !== '') query = query.where('state', '=', state)
  if (city !== '') query = query.where('city_key', 'like', `${city}%`)
  if (search.entityType) query = query.where('entity_type', '=', search.entityType)
  if (search.after) query = afterCursor(query, search.after)
  const rows = await query
    .orderBy('name_key')
    .orderBy('first_key')
    .orderBy('npi')
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    found: page.map((r) => r.detail),
    ...(rows.length > limit && last && { next: { name: last.name_key, first: last.first_key, npi: last.npi } }),
  }
}

const afterCursor = <DB, TB extends keyof DB, O>(query: SelectQueryBuilder<DB, TB, O>, after: RegistryCursor) =>
  query.where(sql<boolean>`(name_key, first_key, npi) > (${after.name}, ${after.first}, ${after.npi})`)

/** What the order-and-referring list says of this NPI. */
export async function findOrderReferring(db: Db, _: AnyPermit, npi: string): Promise<OrderReferring | undefined> {
  const row = await open(db)
    .selectFrom('order_referring')
    .selectAll()
    .where('import_id', '=', current('order-referring'))
    .where('npi', '=', npi)
    .executeTakeFirst()
  return (
    row && {
      npi: row.npi as Npi,
      last: row.last_name,
      first: row.first_name,
      partB: row.part_b,
      dme: row.dme,
      hha: row.hha,
      pmd: row.pmd,
      hospice: row.hospice,
    }
  )
}

/** All provider types in the order of their codes. */
export async function listProviderTypes(db: Db, _: AnyPermit): Promise<readonly ProviderType[]> {
  const rows = await open(db)
    .selectFrom('provider_type')
    .selectAll()
    .where('import_id', '=', current('provider-types'))
    .orderBy('code')
    .execute()
  return rows.map((r) => ({
    code: r.code,
    family: r.family,
    name: r.name,
    ...(r.specialty_code !== null && { specialtyCode: r.specialty_code }),
    ...(r.specialty_name !== null && { specialtyName: r.specialty_name }),
  }))
}

/** The Medicare specialties behind a taxonomy code. */
export async function listSpecialtiesOf(
  db: Db,
  _: AnyPermit,
  taxonomy: string,
): Promise<readonly TaxonomyCrosswalkEntry[]> {
  const rows = await open(db)
    .selectFrom('taxonomy_crosswalk')
    .selectAll()
    .where('import_id', '=', current('taxonomy-crosswalk'))
    .where('taxonomy', '=', taxonomy)
    .orderBy('specialty_code')
    .orderBy('provider_type')
    .execute()
  return rows.map((r) => ({
    taxonomy: r.taxonomy,
    specialtyCode: r.specialty_code,
    providerType: r.provider_type,
    ...(r.taxonomy_name !== null && { taxonomyName: r.taxonomy_name }),
  }))
}
