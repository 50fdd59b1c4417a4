/** What was imported when, and what is in force. Reads only. */
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { SourceKind, SourceVersion } from '#domain/party/registry-provider.ts'
import type { Db } from '../db.ts'
import { open } from '../kit/open.ts'
import type { ImportStatus } from '../kit/tables/registry.ts'

/** The list in force; undefined when none was ever loaded, which callers show as "unavailable", never as "clear". */
export async function sourceVersion(db: Db, source: SourceKind): Promise<SourceVersion | undefined> {
  const row = await open(db)
    .selectFrom('source_import')
    .select(['id', 'as_of', 'rows', 'sha256'])
    .where('source', '=', source)
    .where('status', '=', 'current')
    .executeTakeFirst()
  return row && { source, importId: row.id, asOf: row.as_of, rows: row.rows, sha256: row.sha256 }
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
