/**
 * Bulk export (HL7 Bulk Data Access): asked for, counted in the background, then fetched as NDJSON that is read from
 * the directory while it is sent, so nothing is stored. Every node can answer for every export; one is kept for a day.
 */
import type { Db } from '#db/db.ts'
import { countExports, type DirectoryExport, findExport } from '#db/queries/fhir/exports.ts'
import { countPublished } from '#db/queries/fhir/search.ts'
import { cancelExport, insertExport, type NewExport, saveExportCounts } from '#db/records/fhir/exports.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { FhirType } from '#domain/fhir/resource.ts'

type Viewing = Permit<'public.view'>

const KEPT_MS = 24 * 3_600_000
/** Exports of a day that are not canceled: more are asked to come later. */
const MOST_KEPT = 200
/** A node that counted and went is followed by another after this. */
const STALE_MS = 60_000

export const keptSince = (now: Date): Date => new Date(now.getTime() - KEPT_MS)

/** The id; undefined when there are too many. */
export async function askExport(db: Db, permit: Viewing, asked: NewExport, now: Date): Promise<string | undefined> {
  if ((await countExports(db, keptSince(now))) >= MOST_KEPT) return undefined
  return insertExport(db, permit, asked, now)
}

/** Counts what it will hold, kind by kind, each noted when it is done. */
export async function countExport(db: Db, permit: Viewing, id: string, clock: () => Date): Promise<void> {
  const found = await findExport(db, id, keptSince(clock()))
  if (!found || found.finishedAt) return
  const counts: Partial<Record<FhirType, number>> = { ...found.counts }
  for (const type of found.types.filter((t) => counts[t] === undefined)) {
    counts[type] = await countPublished(db, type, found.since)
    const last = found.types.every((t) => counts[t] !== undefined)
    await saveExportCounts(db, permit, id, counts, last ? clock() : undefined)
  }
}

export type ExportState =
  | { readonly at: 'counting'; readonly done: number; readonly of: number; readonly stale: boolean }
  | { readonly at: 'ready'; readonly found: DirectoryExport; readonly expires: Date }

/** undefined: there is none, it was canceled, or its day is over. */
export async function exportState(db: Db, _: Viewing, id: string, now: Date): Promise<ExportState | undefined> {
  const found = await findExport(db, id, keptSince(now))
  if (!found) return undefined
  if (found.finishedAt) return { at: 'ready', found, expires: new Date(found.askedAt.getTime() + KEPT_MS) }
  const stale = now.getTime() - found.askedAt.getTime() > STALE_MS
  return { at: 'counting', done: Object.keys(found.counts).length, of: found.types.length, stale }
}

export const dropExport = (db: Db, permit: Viewing, id: string, now: Date): Promise<boolean> =>
  cancelExport(db, permit, id, now)

/** The manifest of the Bulk Data specification. Kinds of which there is nothing have no file. */
export function manifestOf(found: DirectoryExport, base: string) {
  const files = `${base}/$export-files/${found.id}`
  return {
    transactionTime: found.askedAt.toISOString(),
    request: found.request,
    requiresAccessToken: false,
    output: found.types
      .filter((type) => (found.counts[type] ?? 0) > 0)
      .map((type) => ({ type, url: `${files}/${type}.ndjson`, count: found.counts[type] })),
    ...(found.since && { deleted: [{ type: 'Bundle', url: `${files}/deleted.ndjson` }] }),
    error: [],
  }
}
