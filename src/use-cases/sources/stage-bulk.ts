/**
 * The long part of a full load of the registry: nine million rows, read and written at the same time, in parcels that
 * are each committed with the byte at which the next one begins.
 */
import type { Db } from '#db/db.ts'
import { startBulkLoad } from '#db/records/registry/bulk/bulk-load.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { RegistryProvider } from '#domain/party/registry-provider.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { readRows } from '#outside/sources/csv-source.ts'
import type { RowFault, SourceLayout } from '#outside/sources/layout.ts'
import { slicesOf } from '#outside/sources/slices.ts'
import { SourceCut } from '#outside/sources/source-file.ts'
import type { Staging } from './stage-rows.ts'

/** Bytes that one transaction copies: large enough that a transaction costs little, small enough to hold two. */
const PARCEL = 2 << 20

/** Bytes that are read at once; after each the database is handed what it is ready for, so that it never waits long. */
const SLICE = 1 << 15

/** Refuses `source-truncated`, and `source-in-progress` when another import wrote the same parcel. */
export async function stageBulk(
  db: Db,
  permit: Permit<'registry.manage'>,
  { file, header, source, layout, begun, onProgress }: Staging,
  parcel = PARCEL,
): Promise<Result<{ readonly rows: number; readonly quarantined: number }>> {
  const load = await startBulkLoad(db, permit, begun)
  if (!load) return refuse({ code: 'source-in-progress' })
  let { rows, quarantined, next: from } = begun
  let next = from
  let added = 0
  let setAside: RowFault[] = []
  let writing: Promise<boolean> = Promise.resolve(true)

  /** Sends off what is filled once the parcel before is written; false when that one was not ours to write. */
  async function send(): Promise<boolean> {
    if (!(await writing)) return false
    if (next.at === from.at) return true
    writing = load!.write(from.at, next, added, setAside)
    writing.catch(() => {})
    rows += added
    quarantined += setAside.length
    from = next
    added = 0
    setAside = []
    onProgress?.({ source, rows, quarantined, bytes: next.at, bytesTotal: file.bytes })
    return true
  }

  try {
    const whole = layout as SourceLayout<RegistryProvider>
    for await (const batch of readRows(slicesOf(file.from(from.at), SLICE), header, whole, from)) {
      if (batch.refused) return refuse(batch.refused)
      const repeated = load.add(batch.rows.map((r) => r.row))
      setAside.push(
        ...batch.faults,
        ...repeated.map((i) => ({ line: batch.rows[i]!.line, column: '', reason: 'repeated' as const, excerpt: '' })),
      )
      added += batch.rows.length - repeated.length
      next = batch.next
      if (load.filled() >= parcel && !(await send())) return refuse({ code: 'source-in-progress' })
    }
    if (!(await send()) || !(await writing)) return refuse({ code: 'source-in-progress' })
  } catch (fault) {
    if (fault instanceof SourceCut) return refuse({ code: 'source-truncated' })
    throw fault
  } finally {
    await writing.catch(() => {})
    await load.close()
  }
  return ok({ rows, quarantined })
}
