/** What was imported when, and what is in force. Reads only. */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { SourceKind, SourceVersion } from '#domain/party/registry-provider.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { type At, statement } from '../../kit/statement.ts'
import type { ImportStatus } from '../../kit/tables/registry.ts'

const inForce = statement((k, at: At<{ sources: readonly SourceKind[] }>) =>
  k
    .selectFrom('source_import')
    .select(['id', 'source', 'as_of', 'as_of_stated', 'rows', 'sha256'])
    .where(sql<boolean>`source = any(${at('sources')}::text[])`)
    .where('status', '=', 'current'),
)

/** The lists in force of these sources; one that was never loaded is absent, which callers show as "unavailable", never as "clear". */
export async function sourceVersions(
  db: Db,
  sources: readonly SourceKind[],
): Promise<ReadonlyMap<SourceKind, SourceVersion>> {
  const rows = await inForce(db, { sources })
  return new Map(
    rows.map((r) => [
      r.source,
      {
        source: r.source,
        importId: r.id,
        asOf: r.as_of,
        stated: r.as_of_stated,
        rows: r.rows,
        sha256: r.sha256,
      },
    ]),
  )
}

/** The same of one. */
export const sourceVersion = async (db: Db, source: SourceKind): Promise<SourceVersion | undefined> =>
  (await sourceVersions(db, [source])).get(source)

/**
 * An earlier import of the very same file that still counts: in force, laid over what is in force, or
 * replaced by a newer list since.
 */
export async function findSameFile(
  db: Db,
  _: Permit<'registry.manage'>,
  file: { readonly source: SourceKind; readonly sha256: string; readonly increment: boolean },
): Promise<{ readonly importId: string; readonly standing: 'in-force' | 'replaced'; readonly asOf: Day } | undefined> {
  const row = await open(db)
    .selectFrom('source_import as i')
    .leftJoin('source_import as c', (j) => j.onRef('c.source', '=', 'i.source').on('c.status', '=', 'current'))
    .select(['i.id', 'i.status', 'i.as_of', 'i.finished_at', 'c.finished_at as current_since'])
    .where('i.source', '=', file.source)
    .where('i.sha256', '=', file.sha256)
    .where('i.increment', '=', file.increment)
    .where('i.status', 'in', ['current', 'applied', 'superseded'])
    .orderBy('i.finished_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const laidOver = row.finished_at !== null && row.current_since !== null && row.finished_at >= row.current_since
  if (row.status === 'applied' && !laidOver) return undefined
  return { importId: row.id, standing: row.status === 'superseded' ? 'replaced' : 'in-force', asOf: row.as_of }
}

export interface ImportRecord {
  readonly id: string
  readonly source: SourceKind
  readonly fileName: string
  readonly sha256: string
  readonly increment: boolean
  readonly status: ImportStatus
  readonly asOf: Day
  readonly asOfStated: boolean
  readonly rows: number
  readonly quarantined: number
  readonly bytesDone: number
  readonly bytesTotal: number
  readonly unknownColumns: readonly string[]
  readonly startedAt: Date
  readonly finishedAt: Date | undefined
  readonly refusedCode: string | undefined
}

/** The newest imports first, at most `limit` of all sources or of one. */
export async function listImports(
  db: Db,
  _: Permit<'registry.manage'>,
  filter: { readonly source?: SourceKind; readonly limit?: number } = {},
): Promise<readonly ImportRecord[]> {
  let query = open(db).selectFrom('source_import').selectAll().orderBy('started_at', 'desc').orderBy('id')
  if (filter.source) query = query.where('source', '=', filter.source)
  const rows = await query.limit(filter.limit ?? 50).execute()
  return rows.map((r) => ({
    id: r.id,
    source: r.source,
    fileName: r.file_name,
    sha256: r.sha256,
    increment: r.increment,
    status: r.status,
    asOf: r.as_of,
    asOfStated: r.as_of_stated,
    rows: r.rows,
    quarantined: r.quarantined,
    bytesDone: r.bytes_done,
    bytesTotal: r.bytes_total,
    unknownColumns: r.unknown_columns,
    startedAt: r.started_at,
    finishedAt: r.finished_at ?? undefined,
    refusedCode: r.refused_code ?? undefined,
  }))
}

/** The rows an import set aside, in the order of the file. */
export async function listQuarantined(
  db: Db,
  _: Permit<'registry.manage'>,
  importId: string,
  limit = 100,
): Promise<readonly { line: number; column: string; reason: string; excerpt: string }[]> {
  return open(db)
    .selectFrom('quarantined_row')
    .select(['line', 'column_name as column', 'reason', 'excerpt'])
    .where('import_id', '=', importId)
    .orderBy('line')
    .limit(limit)
    .execute()
}
