/**
 * Imports one published file: detect, stage in batches, judge the whole, switch. Readers see the old list or
 * the new one. A refused file changes nothing; the same file again changes nothing; a killed import goes on.
 */
import type { Db } from '#db/db.ts'
import { findSameFile, sourceVersion } from '#db/queries/registry-files/source-imports.ts'
import { finishBulkLoad } from '#db/records/registry/bulk/finish-load.ts'
import { dropOldLoads } from '#db/records/registry/bulk/old-loads.ts'
import { takesIncrements } from '#db/records/registry/increments.ts'
import { beginImport, refuseImport } from '#db/records/registry/registry.ts'
import {
  applyIncrement,
  clearOldRows,
  refreshStatistics,
  switchToImport,
} from '#db/records/registry/registry-switch.ts'
import { writeSearchRows } from '#db/records/registry/search-rows.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { type Day, dayIn } from '#domain/dates.ts'
import type { SourceKind } from '#domain/party/registry-provider.ts'
import { ok, type Problem, type Result, refuse } from '#domain/result.ts'
import type { Clock } from '#outside/clock.ts'
import { fixedHeader, matchColumns, readHeader } from '#outside/sources/csv-source.ts'
import { kindOf, layouts, supplementOf, wrongFile } from '#outside/sources/layouts.ts'
import type { SourceFile } from '#outside/sources/source-file.ts'
import { completeSearch } from '../registry/complete-search.ts'
import { type ImportRequest, judgeRows, unfitFor } from './judge-import.ts'
import { stageBulk } from './stage-bulk.ts'
import { stageRows } from './stage-rows.ts'
import { statedDay } from './stated-day.ts'

export interface ImportProgress {
  readonly source: SourceKind
  readonly rows: number
  readonly quarantined: number
  readonly bytes: number
  readonly bytesTotal: number
}

export interface ImportSummary extends ImportProgress {
  readonly outcome: 'loaded' | 'already-loaded'
  readonly importId: string
  readonly fileName: string
  readonly sha256: string
  readonly increment: boolean
  readonly asOf: Day
  /** Byte at which an interrupted import went on; 0 for one that began now. */
  readonly resumedAt: number
  readonly unknownColumns: readonly string[]
}

export interface ImportOptions {
  readonly clock: Clock
  /** The zone whose calendar says what "today" is. */
  readonly zone?: string
  readonly onProgress?: (progress: ImportProgress) => void
  /** Bytes that one transaction of a full load of the registry writes; what it would be by itself when absent. */
  readonly parcel?: number
}

/** An increment of a larger share than this lets the planner look at the list again. */
const PLANNED_ANEW = 0.05

export async function importSource(
  db: Db,
  permit: Permit<'registry.manage'>,
  file: SourceFile,
  request: ImportRequest,
  { clock, zone = 'America/New_York', onProgress, parcel }: ImportOptions,
): Promise<Result<ImportSummary>> {
  const first = await readHeader(file.from(0))
  if (!first.ok) return first
  const fixed = request.as && fixedHeader(layouts[request.as], first.value)
  const header = fixed ? ok(fixed) : first
  const supplement = request.as === undefined || request.as === 'nppes' ? supplementOf(header.value) : undefined
  const kind = supplement ? ok(supplement.source) : request.as ? ok(request.as) : kindOf(header.value)
  if (!kind.ok) return kind
  const source = kind.value
  const layout = supplement ?? layouts[source]
  const columns = matchColumns(header.value, layout)
  if (columns.missing.length > 0) return refuse(wrongFile(source, columns.missing))
  if (columns.repeated.length > 0) return refuse(wrongFile(source, columns.repeated))

  const increment = request.increment === true || supplement !== undefined
  const inForce = await sourceVersion(db, source)
  const stated = await statedDay(file, header.value, layout)
  const asOf = stated ?? dayIn(zone, clock.now())
  const same = await findSameFile(db, permit, { source, sha256: file.sha256, increment })
  const summary = {
    source,
    fileName: file.name,
    sha256: file.sha256,
    increment,
    asOf,
    bytesTotal: file.bytes,
    unknownColumns: columns.unknown,
  }
  if (same?.standing === 'in-force') {
    const nothing = { rows: 0, quarantined: 0, bytes: 0, resumedAt: 0 }
    return ok({ ...summary, ...nothing, outcome: 'already-loaded', importId: same.importId, asOf: same.asOf })
  }
  const unfit = unfitFor({ ...request, increment }, source, inForce, same ? same.asOf : stated, same !== undefined)
  if (unfit) return refuse(unfit)

  const wanted = { ...summary, asOfStated: stated !== undefined }
  const begun = await transact(db, (tx) => beginImport(tx, permit, wanted, clock.now()))
  if (!begun) return refuse({ code: 'source-in-progress' })
  const id = begun.id
  const staging = {
    file,
    header: header.value,
    fixed: fixed !== undefined,
    source,
    layout,
    begun,
    ...(onProgress && { onProgress }),
  }
  // The registry in full is by far the longest: it goes into tables of its own, where COPY needs no indexes.
  const whole = source === 'nppes' && !increment
  const staged = await (whole ? stageBulk(db, permit, staging, parcel) : stageRows(db, permit, staging))
  if (!staged.ok) {
    if (staged.problem.code !== 'source-in-progress') await giveUp(staged.problem)
    return staged
  }

  const { rows, quarantined } = staged.value
  const bad = judgeRows(rows, quarantined, increment ? undefined : inForce, request.allowShrink === true)
  if (bad) {
    await giveUp(bad)
    return refuse(bad)
  }
  // Before anybody sees the load, so that whoever sees it also finds it by search.
  if (whole) await finishBulkLoad(db, permit, id)
  else if (source === 'nppes') {
    await completeSearch(db, permit)
    while (await transact(db, (tx) => writeSearchRows(tx, permit, id)));
  }
  const switched = await transact(db, (tx) =>
    increment && takesIncrements(source)
      ? applyIncrement(tx, permit, source, id, clock.now())
      : switchToImport(tx, permit, source, id, clock.now()),
  )
  if (!switched) return refuse({ code: 'source-in-progress' })
  // What names sound like, after the switch: a look-up that lacks it still finds everything else.
  if (whole) await completeSearch(db, permit)
  // A week changes too little for the planner to mind, and to look at a nation would be most of its work.
  if (!increment || rows > (inForce?.rows ?? 0) * PLANNED_ANEW)
    await transact(db, (tx) => refreshStatistics(tx, permit, source))
  await clear()
  return ok({
    ...summary,
    outcome: 'loaded',
    importId: id,
    rows,
    quarantined,
    bytes: file.bytes,
    resumedAt: begun.next.at,
  })

  async function giveUp(problem: Problem): Promise<void> {
    await transact(db, (tx) => refuseImport(tx, permit, id, problem.code, clock.now()))
    await clear()
  }

  /** In small transactions: what an interrupted clearing leaves, the next import of the source takes. */
  async function clear(): Promise<void> {
    if (source === 'nppes') await dropOldLoads(db, permit)
    while (await transact(db, (tx) => clearOldRows(tx, permit, source)));
  }
}
