/**
 * Writes of the published directory. A version is counted only when the content or the standing changed; what is no
 * longer published keeps its row, so that its address can say so. For the job that publishes, in its transaction.
 */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { FhirType, Published } from '#domain/fhir/resource.ts'
import { type IndexEntry, indexEntries } from '#domain/fhir/search/index-entries.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

const PUBLICATION = 'directory'

/** Locks the state of the publication until the transaction ends, so that one node at a time publishes. */
export async function lockPublication(tx: Db, _: Permit<'system.run'>): Promise<unknown> {
  await open(tx)
    .insertInto('fhir_publication')
    .values({ name: PUBLICATION, state: '{}' })
    .onConflict((c) => c.doNothing())
    .execute()
  const row = await open(tx)
    .selectFrom('fhir_publication')
    .select('state')
    .where('name', '=', PUBLICATION)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return row.state
}

export const savePublication = async (tx: Db, _: Permit<'system.run'>, state: unknown): Promise<void> => {
  await open(tx)
    .updateTable('fhir_publication')
    .set({ state: JSON.stringify(state) })
    .execute()
}

export interface Rendered extends Published {
  readonly inForce: boolean
}

/**
 * Replaces what is published of some NPIs; without any, adds what is the directory's own. Returns the NPIs of
 * organizations that appeared or went: others point at them.
 */
export async function replacePublished(
  tx: Db,
  permit: Permit<'system.run'>,
  npis: readonly string[],
  rendered: readonly Rendered[],
  at: Date,
): Promise<readonly string[]> {
  const written = await upsert(tx, rendered, at)
  const gone = await removeOthers(tx, npis, rendered, at)
  // What is there for the first time has nothing in the index.
  const touched = [...written.filter((r) => r.version > 1), ...gone]
  const changed = new Set(written.map((r) => `${r.type}/${r.id}`))
  if (touched.length > 0) await dropIndex(tx, touched)
  const fresh = rendered.filter((r) => changed.has(`${r.resource.resourceType}/${r.resource.id}`))
  await insertIndex(
    tx,
    permit,
    fresh.flatMap((r) => indexEntries(r.resource)),
  )
  return [...written.filter((r) => r.version === 1), ...gone].filter((r) => r.type === 'Organization').map((r) => r.id)
}

interface Key {
  readonly type: FhirType
  readonly id: string
}

async function upsert(
  tx: Db,
  rendered: readonly Rendered[],
  at: Date,
): Promise<readonly (Key & { readonly version: number })[]> {
  if (rendered.length === 0) return []
  const rows = rendered.map(({ resource, standing, inForce }) => ({
    type: resource.resourceType,
    id: resource.id,
    content: resource,
    npi: standing?.npi,
    enrollment_id: standing?.enrollmentId,
    payee: standing?.payee,
    from_on: standing?.from,
    to_on: standing?.to,
    in_force: inForce,
  }))
  const { rows: written } = await sql<Key & { version: number }>`
    insert into fhir_resource as r (type, id, version, updated_at, deleted, content, npi, enrollment_id, payee,
      from_on, to_on, in_force)
    select x.type, x.id, 1, ${at}, false, x.content, x.npi, x.enrollment_id, x.payee, x.from_on, x.to_on, x.in_force
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(type text, id text, content jsonb, npi text,
      enrollment_id text, payee text, from_on date, to_on date, in_force boolean)
    on conflict (type, id) do update set version = r.version + 1, updated_at = excluded.updated_at, deleted = false,
      content = excluded.content, npi = excluded.npi, enrollment_id = excluded.enrollment_id, payee = excluded.payee,
      from_on = excluded.from_on, to_on = excluded.to_on, in_force = excluded.in_force
    where r.deleted or r.content <> excluded.content or r.in_force <> excluded.in_force
      or (r.npi, r.enrollment_id, r.payee, r.from_on, r.to_on) is distinct from
        (excluded.npi, excluded.enrollment_id, excluded.payee, excluded.from_on, excluded.to_on)
    returning r.type, r.id, r.version`.execute(open(tx))
  return written
}

/** What was published of the NPIs and is not any more. */
async function removeOthers(
  tx: Db,
  npis: readonly string[],
  rendered: readonly Rendered[],
  at: Date,
): Promise<readonly Key[]> {
  if (npis.length === 0) return []
  const kept = rendered.map((r) => ({ type: r.resource.resourceType, id: r.resource.id }))
  const { rows } = await sql<Key>`
    update fhir_resource r set deleted = true, version = r.version + 1, updated_at = ${at}
    where r.npi in (${sql.join([...npis])}) and not r.deleted
      and (r.type, r.id) not in (select x.type, x.id from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb)
        as x(type text, id text))
    returning r.type, r.id`.execute(open(tx))
  return rows
}

async function dropIndex(tx: Db, keys: readonly Key[]): Promise<void> {
  await sql`delete from fhir_index i using jsonb_to_recordset(${JSON.stringify(
    keys.map(({ type, id }) => ({ type, id })),
  )}::jsonb) as x(type text, id text) where i.type = x.type and i.id = x.id`.execute(open(tx))
}

/** Entries of a resource differ, and what it had before is gone, so none is there already. */
async function insertIndex(tx: Db, _: Permit<'system.run'>, entries: readonly IndexEntry[]): Promise<void> {
  if (entries.length === 0) return
  await sql`insert into fhir_index (type, param, value, detail, id)
    select x.type, x.param, x.value, x.detail, x.id from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
      as x(type text, param text, value text, detail text, id text)`.execute(open(tx))
}

/** Notes that the standing of resources changed by itself, because a day began. */
export async function saveStandings(
  tx: Db,
  _: Permit<'system.run'>,
  changed: readonly (Key & { readonly inForce: boolean })[],
  at: Date,
): Promise<void> {
  if (changed.length === 0) return
  const rows = changed.map(({ type, id, inForce }) => ({ type, id, in_force: inForce }))
  await sql`update fhir_resource r set in_force = x.in_force, version = r.version + 1, updated_at = ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(type text, id text, in_force boolean)
    where r.type = x.type and r.id = x.id`.execute(open(tx))
}
