/** Rows of the list in force that monitoring compares with the record: all of them, or what a load changed. */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { BoardLicense } from '#domain/party/board-license.ts'
import type { DeathRecord } from '#domain/party/death-record.ts'
import type { Exclusion } from '#domain/party/exclusion.ts'
import type { ExclusionListKind } from '#domain/party/registry-provider.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

type System = Permit<'system.run'>
/** The load whose changes are meant; undefined for the whole list. */
type Changed = string | undefined

const current = (source: string) =>
  sql<string>`(select id from source_import where source = ${source} and status = 'current')`

const within = (rowId: ReturnType<typeof sql>, changed: Changed) =>
  changed === undefined
    ? sql<boolean>`true`
    : sql<boolean>`${rowId} in (select row_id from list_change where import_id = ${changed})`

export async function monitoredExclusions(
  db: Db,
  _: System,
  source: ExclusionListKind,
  changed: Changed,
): Promise<readonly Exclusion[]> {
  const { rows } = await sql<{ detail: Exclusion }>`
    select detail from exclusion x where import_id = ${current(source)} and ${within(sql`x.id`, changed)}
    order by id`.execute(open(db))
  return rows.map((r) => r.detail)
}

export async function monitoredDeaths(
  db: Db,
  _: System,
  changed: Changed,
): Promise<readonly { readonly record: DeathRecord; readonly digest: string | undefined }[]> {
  const { rows } = await sql<{ detail: DeathRecord; ssn_index: string | null }>`
    select detail, ssn_index from death_record x
    where import_id = ${current('death-file')} and ${within(sql`x.id`, changed)} order by id`.execute(open(db))
  return rows.map((r) => ({ record: r.detail, digest: r.ssn_index ?? undefined }))
}

/** Deactivated and not reactivated, by NPI, among the numbers asked. */
export async function deactivatedAmong(
  db: Db,
  _: System,
  npis: readonly string[],
): Promise<readonly { readonly npi: string; readonly deactivatedOn: string }[]> {
  const { rows } = await sql<{ npi: string; on: string }>`
    select npi, deactivated_on as on from registry_provider
    where import_id = ${current('nppes')} and npi = any(${npis}::text[]) and deactivated_on is not null
      and (reactivated_on is null or reactivated_on < deactivated_on)`.execute(open(db))
  return rows.map((r) => ({ npi: r.npi, deactivatedOn: r.on }))
}

/** Licenses of the boards' file by "IL 12345". */
export async function boardLicensesAmong(
  db: Db,
  _: System,
  keys: readonly string[],
): Promise<ReadonlyMap<string, readonly BoardLicense[]>> {
  const { rows } = await sql<{ key: string; detail: BoardLicense }>`
    select state || ' ' || number_key as key, detail from board_license
    where import_id = ${current('license-board')} and state || ' ' || number_key = any(${keys}::text[])
    order by kind`.execute(open(db))
  const found = new Map<string, BoardLicense[]>()
  for (const { key, detail } of rows) found.set(key, [...(found.get(key) ?? []), detail])
  return found
}
