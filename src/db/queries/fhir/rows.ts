/** Rows of the published directory by their keys: one resource, what comes along with a page, a whole kind. Reads only. */
import { sql } from 'kysely'
import type { Day } from '#domain/dates.ts'
import type { FhirResource, FhirType } from '#domain/fhir/resource.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export interface DirectoryRow {
  readonly type: FhirType
  readonly id: string
  readonly version: number
  readonly updated_at: Date
  readonly deleted: boolean
  readonly content: FhirResource
  readonly npi: string | null
  readonly enrollment_id: string | null
  readonly payee: string | null
  readonly from_on: Day | null
  readonly to_on: Day | null
  readonly in_force: boolean
}

export const rowColumns = [
  'r.type',
  'r.id',
  'r.version',
  'r.updated_at',
  'r.deleted',
  'r.content',
  'r.npi',
  'r.enrollment_id',
  'r.payee',
  'r.from_on',
  'r.to_on',
  'r.in_force',
] as const

/** Also one that is no longer published. */
export const findDirectoryRow = async (db: Db, type: FhirType, id: string): Promise<DirectoryRow | undefined> =>
  open(db)
    .selectFrom('fhir_resource as r')
    .select(rowColumns)
    .where('r.type', '=', type)
    .where('r.id', '=', id)
    .executeTakeFirst()

/** Published ones of "Type/id"; those that are not there are left out. */
export async function findDirectoryRows(db: Db, references: readonly string[]): Promise<readonly DirectoryRow[]> {
  if (references.length === 0) return []
  const pairs = references.map((r) => {
    const at = r.indexOf('/')
    return { type: r.slice(0, at), id: r.slice(at + 1) }
  })
  return open(db)
    .selectFrom('fhir_resource as r')
    .innerJoin(
      sql<{ type: string; id: string }>`(select * from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb)
        as x(type text, id text))`.as('x'),
      (j) => j.on(sql<boolean>`r.type = x.type and r.id = x.id`),
    )
    .select(rowColumns)
    .where('r.deleted', '=', false)
    .orderBy('r.type')
    .orderBy('r.id')
    .execute()
}

/** Published ones of a kind that point by a parameter at any of the references; at most `limit`. */
export async function findPointingAt(
  db: Db,
  link: { readonly source: FhirType; readonly parameter: string; readonly references: readonly string[] },
  limit: number,
): Promise<readonly DirectoryRow[]> {
  if (link.references.length === 0) return []
  return open(db)
    .selectFrom('fhir_resource as r')
    .select(rowColumns)
    .where('r.type', '=', link.source)
    .where('r.deleted', '=', false)
    .where('r.id', 'in', (e) =>
      e
        .selectFrom('fhir_index as i')
        .select('i.id')
        .where('i.type', '=', link.source)
        .where('i.param', '=', link.parameter)
        .where('i.value', 'in', link.references),
    )
    .orderBy('r.id')
    .limit(limit)
    .execute()
}

/** One batch of a kind after an id; `deleted` asks for those that are no longer published. */
export async function batchOfDirectory(
  db: Db,
  q: {
    readonly type: FhirType
    readonly after: string
    readonly limit: number
    readonly since?: Date
    readonly deleted?: boolean
  },
): Promise<readonly DirectoryRow[]> {
  let query = open(db)
    .selectFrom('fhir_resource as r')
    .select(rowColumns)
    .where('r.type', '=', q.type)
    .where('r.deleted', '=', q.deleted ?? false)
    .where('r.id', '>', q.after)
  if (q.since) query = query.where('r.updated_at', '>=', q.since)
  return query.orderBy('r.id').limit(q.limit).execute()
}
