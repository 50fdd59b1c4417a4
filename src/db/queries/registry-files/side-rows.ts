/** What the files beside the main one of NPPES say of providers. Reads only; the registry is public. */
import { sql } from 'kysely'
import type { Action, Permit } from '#domain/access/policy.ts'
import type { SourceKind } from '#domain/party/registry-provider.ts'
import type { SideRows, TaxonomyName } from '#domain/registry/side-rows.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

type AnyPermit = Permit<Action>
const current = (source: SourceKind) =>
  sql<string>`(select id from source_import where source = ${source} and status = 'current')`

/** By NPI, in the order of the files; a provider that they do not name is absent. */
export async function listSideRows(
  db: Db,
  _: AnyPermit,
  npis: readonly string[],
): Promise<ReadonlyMap<string, SideRows>> {
  if (npis.length === 0) return new Map()
  const k = open(db)
  const [names, locations, endpoints] = await Promise.all([
    k
      .selectFrom('registry_other_name')
      .select(['npi', 'name', 'kind'])
      .where('import_id', '=', current('nppes-other-names'))
      .where('npi', 'in', npis)
      .orderBy('position')
      .execute(),
    k
      .selectFrom('registry_location')
      .select(['npi', 'detail'])
      .where('import_id', '=', current('nppes-locations'))
      .where('npi', 'in', npis)
      .orderBy('position')
      .execute(),
    k
      .selectFrom('registry_endpoint')
      .select(['npi', 'detail'])
      .where('import_id', '=', current('nppes-endpoints'))
      .where('npi', 'in', npis)
      .orderBy('position')
      .execute(),
  ])
  const found = new Map(npis.map((npi) => [npi, { otherNames: [], locations: [], endpoints: [] } as Filling]))
  for (const { npi, ...name } of names) found.get(npi)!.otherNames.push(name)
  for (const { npi, detail } of locations) found.get(npi)!.locations.push(detail)
  for (const { npi, detail } of endpoints) found.get(npi)!.endpoints.push(detail)
  return found
}
type Filling = { -readonly [K in keyof SideRows]: SideRows[K][number][] }

/** The codes asked for, or every code, that a loaded list names; empty when none was loaded. */
export async function listTaxonomyNames(
  db: Db,
  _: AnyPermit,
  codes?: readonly string[],
): Promise<readonly TaxonomyName[]> {
  if (codes?.length === 0) return []
  let query = open(db)
    .selectFrom('taxonomy_name')
    .select(['code', 'classification', 'specialization'])
    .where('import_id', '=', current('nucc-taxonomy'))
  if (codes) query = query.where('code', 'in', codes)
  const rows = await query.execute()
  return rows.map(({ code, classification, specialization }) => ({
    code,
    classification,
    ...(specialization !== null && { specialization }),
  }))
}
