/**
 * The search of the NPI registry API: legs, each by an index, and one page of what they find together, by NPI.
 * Reads only. A leg brings no more than the page can need, so a search for half a state is as quick as one for a street.
 */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Action, Permit } from '#domain/access/policy.ts'
import type { Address } from '#domain/party/address.ts'
import type { RegistryProvider, SourceKind } from '#domain/party/registry-provider.ts'
import type { AskedWord } from '#domain/registry/nppes-criteria.ts'
import type { SearchLeg } from '#domain/registry/search-terms.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import type { Tables } from '../../kit/tables.ts'

type AnyPermit = Permit<Action>

export interface SearchPage {
  readonly legs: readonly SearchLeg[]
  readonly number?: string
  readonly limit: number
  readonly skip: number
}

/** Anyone may search, so nobody's search may take long; the database then says 57014. */
export const SEARCH_MILLISECONDS = 3000

/** Providers by NPI. Only numbers in use are found. */
export const searchRegistryLegs = (db: Db, _: AnyPermit, page: SearchPage): Promise<readonly RegistryProvider[]> =>
  searching(db, async (tx) => {
    const ids = await currentImports(tx)
    if (!ids.nppes) return []
    const { rows } = await searchStatement(page, ids).execute(tx)
    return rows.map((r) => r.detail)
  })

/** As searches are made: within their time, and never by walking a table, which is never what a page of 200 is worth. */
export const searching = <T>(db: Db, work: (k: Kysely<Tables>) => Promise<T>): Promise<T> =>
  open(db)
    .transaction()
    .setAccessMode('read only')
    .execute(async (tx) => {
      await sql`set local statement_timeout = ${sql.lit(SEARCH_MILLISECONDS)}`.execute(tx)
      await sql`set local enable_seqscan = off`.execute(tx)
      return work(tx)
    })

/** Is every provider of the registry in force findable? One that was loaded before there was a search is not yet. */
export const isRegistrySearchable = (db: Db, _: AnyPermit): Promise<boolean> =>
  searching(db, async (tx) => {
    const { nppes } = await currentImports(tx)
    const { rows } = await sql<{ ready: boolean }>`
      select (select max(npi) from registry_provider where import_id = ${nppes ?? null})
        is not distinct from (select max(npi) from registry_search where import_id = ${nppes ?? null}) as ready`.execute(
      tx,
    )
    return rows[0]!.ready
  })

export type CurrentImports = Partial<Record<SourceKind, string>>

/** Loads in force, asked first: with their ids as constants the planner knows how many rows each has. */
export async function currentImports(k: Kysely<Tables>): Promise<CurrentImports> {
  const rows = await k.selectFrom('source_import').select(['source', 'id']).where('status', '=', 'current').execute()
  return Object.fromEntries(rows.map((r) => [r.source, r.id]))
}

/** The one statement of a search. */
export function searchStatement(
  { legs, number, limit, skip }: SearchPage,
  ids: CurrentImports,
): RawBuilder<{ detail: RegistryProvider }> {
  const most = skip + limit
  const parts = legs.flatMap((leg) => {
    if ((leg.otherName && !ids['nppes-other-names']) || (leg.location && !ids['nppes-locations'])) return []
    return [
      sql`(select s.npi from registry_search s where s.import_id = ${ids.nppes} and s.terms @@ ${leg.terms}::tsquery
        ${number ? sql`and s.npi = ${number}` : sql``}
        ${leg.otherName ? sql`and s.npi in (${otherNamed(leg.otherName, ids['nppes-other-names']!)})` : sql``}
        ${leg.location ? sql`and s.npi in (${located(leg.location, ids['nppes-locations']!)})` : sql``}
        order by s.npi limit ${most})`,
    ]
  })
  return sql<{ detail: RegistryProvider }>`
    select p.detail from (
      select npi from (${parts.length > 0 ? sql.join(parts, sql` union `) : sql`select ''::text as npi limit 0`}) as legs
      order by npi limit ${limit} offset ${skip}) as f
    join registry_provider p on p.import_id = ${ids.nppes} and p.npi = f.npi
    order by p.npi`
}

const matches = (column: string, { key, prefix }: AskedWord) =>
  prefix ? sql`${sql.ref(column)} like ${`${key}%`}` : sql`${sql.ref(column)} = ${key}`

const otherNamed = (name: AskedWord, id: string) =>
  sql`select npi from registry_other_name where import_id = ${id} and ${matches('name_key', name)}`

function located(p: NonNullable<SearchLeg['location']>, id: string) {
  const conditions = [
    sql`import_id = ${id}`,
    ...(p.city ? [matches('city_key', p.city)] : []),
    ...(p.state ? [sql`state = ${p.state}`] : []),
    ...(p.zip ? [matches('zip', p.zip)] : []),
    ...(p.country ? [sql`country = ${p.country}`] : []),
  ]
  return sql`select npi from registry_location where ${sql.join(conditions, sql` and `)}`
}

/** Practice locations that enrollees keep out of what is public, by NPI, as the record stands. */
export async function listHiddenPlaces(
  db: Db,
  _: AnyPermit,
  npis: readonly string[],
): Promise<ReadonlyMap<string, readonly Address[]>> {
  if (npis.length === 0) return new Map()
  const rows = await open(db)
    .selectFrom('enrollee as e')
    .innerJoin('enrollment as n', 'n.enrollee_id', 'e.id')
    .innerJoin('enrollment_location as l', 'l.enrollment_id', 'n.id')
    .select(['e.npi', 'l.address'])
    .where('e.npi', 'in', npis)
    .where('l.public', '=', false)
    .where('l.known_to', 'is', null)
    .execute()
  const found = new Map<string, Address[]>()
  // jsonb that only `replaceLocations` writes, from an Address.
  for (const { npi, address } of rows) found.set(npi!, [...(found.get(npi!) ?? []), address as unknown as Address])
  return found
}
