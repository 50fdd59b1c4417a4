/** The long part of an import: reads batches and commits each with the byte at which the next one begins. */
import type { Db } from '#db/db.ts'
import { advanceImport, appendRows, countBatch, type Loading } from '#db/records/registry/registry.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { SourceKind } from '#domain/party/registry-provider.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { readRows, type SourceBatch } from '#outside/sources/csv-source.ts'
import type { SourceLayout } from '#outside/sources/layout.ts'
import { slicesOf } from '#outside/sources/slices.ts'
import { SourceCut, type SourceFile } from '#outside/sources/source-file.ts'
import type { ImportProgress } from './import-source.ts'

export interface Staging {
  readonly file: SourceFile
  readonly header: readonly string[]
  /** The file has fixed columns and no header. */
  readonly fixed: boolean
  readonly source: SourceKind
  readonly layout: SourceLayout<unknown>
  readonly begun: Loading
  readonly onProgress?: (progress: ImportProgress) => void
}

/** Bytes of one batch: as many rows as one transaction writes well, and no more memory than those need. */
const SLICE = 1 << 18

/** Refuses `source-truncated`, and `source-in-progress` when another import wrote the same batch. */
export async function stageRows(
  db: Db,
  permit: Permit<'registry.manage'>,
  { file, header, fixed, source, begun, onProgress, ...given }: Staging,
): Promise<Result<{ readonly rows: number; readonly quarantined: number }>> {
  let { rows, quarantined, next } = begun
  const layout = given.layout as SourceLayout<never>
  const batches = readRows(slicesOf(file.from(next.at), SLICE), header, layout, next, fixed)
  try {
    let ahead = batches.next()
    for (;;) {
      const { done, value: batch } = await ahead
      if (done) break
      if (batch.refused) return refuse(batch.refused)
      // The next batch is read while the database writes this one.
      ahead = batches.next()
      ahead.catch(() => {})
      if (batch.next.at === next.at) continue
      const written = await transact(db, (tx) => writeBatch(tx, permit, source, begun.id, next.at, batch))
      if (!written) return refuse({ code: 'source-in-progress' })
      rows += written.added
      quarantined += written.setAside
      next = batch.next
      onProgress?.({ source, rows, quarantined, bytes: next.at, bytesTotal: file.bytes })
    }
  } catch (fault) {
    if (fault instanceof SourceCut) return refuse({ code: 'source-truncated' })
    throw fault
  } finally {
    await batches.return(undefined)
  }
  return ok({ rows, quarantined })
}

/** One transaction; undefined when it was not ours to write. */
async function writeBatch(
  tx: Db,
  permit: Permit<'registry.manage'>,
  source: SourceKind,
  id: string,
  from: number,
  batch: SourceBatch<never>,
): Promise<{ readonly added: number; readonly setAside: number } | undefined> {
  if (!(await advanceImport(tx, permit, id, from, batch.next))) return undefined
  const repeated = await appendRows(
    tx,
    permit,
    id,
    source,
    batch.rows.map((r) => r.row),
  )
  const setAside = [
    ...batch.faults,
    ...repeated.map((i) => ({ line: batch.rows[i]!.line, column: '', reason: 'repeated', excerpt: '' })),
  ]
  const added = batch.rows.length - repeated.length
  await countBatch(tx, permit, id, added, setAside)
  return { added, setAside: setAside.length }
}
