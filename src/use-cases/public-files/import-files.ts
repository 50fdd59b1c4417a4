/**
 * Fills an installation from a folder of public files: enrollments and what hangs on them in one transaction, all of it
 * or nothing; the ordering list and the files of owners each by itself, by the ways that load them one by one. The same
 * files again change nothing. What applications wrote is never changed.
 */
import { createReadStream } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Db } from '#db/db.ts'
import {
  type Merged,
  mergeAdditionalNpis,
  mergeDueDates,
  mergeLocations,
  mergeReassignments,
  mergeSpecialties,
} from '#db/records/public-files/merge-attached.ts'
import { anyContractor, mergeEnrollments } from '#db/records/public-files/merge-enrollments.ts'
import { mergeOptOuts, mergeRevocations, type Names } from '#db/records/public-files/merge-sanctions.ts'
import { endStage, noteChanged, openStage, stageRows } from '#db/records/public-files/staged-rows.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { facilityOfFile } from '#domain/ownership/published-facilities.ts'
import {
  type PublicFileKind,
  publicFileKindOf,
  publicFileKinds,
  publicFileLayouts,
} from '#domain/publication/layouts.ts'
import { ok, type Problem, type Result, refuse } from '#domain/result.ts'
import type { Clock } from '#outside/clock.ts'
import { readHeader } from '#outside/sources/csv-source.ts'
import { type OpenedPublicFile, openPublicFile } from '#outside/sources/public-file.ts'
import { openSourceFile } from '#outside/sources/source-file.ts'
import { loadOwnersFile } from '../ownership/load-owners-file.ts'
import { importSource } from '../sources/import-source.ts'

export interface ImportedFile {
  readonly name: string
  /** Undefined for a file that is none of these; 'owners' for those of every type. */
  readonly kind: PublicFileKind | 'owners' | undefined
  readonly rows: number
  readonly added: number
  /** A list that is made anew from the others at every export, so that nothing is taken from it. */
  readonly derived?: true
  /** Rows of enrollments that the record does not have. */
  readonly orphans: number
  /** Lines that could not be used; the first of them. */
  readonly aside: number
  readonly firstAside?: number
  readonly missing: readonly string[]
  readonly unknown: readonly string[]
  readonly problem?: Problem
}

interface Found {
  readonly name: string
  readonly kind: PublicFileKind
  readonly opened: OpenedPublicFile
}

export interface Importing {
  readonly folder: string
  readonly clock: Clock
  /** Names of specialties, for files that have no codes. */
  readonly specialties: Names
  /** Stands beside dates that the files set. */
  readonly dueReason: string
}
const nothing = { rows: 0, added: 0, orphans: 0, aside: 0, missing: [], unknown: [] }

/** Refuses `file-missing` for a folder that cannot be read, `source-wrong-file`, and `no-contractors`. */
export async function importFiles(
  db: Db,
  permit: Permit<'registry.manage'>,
  { folder, clock, specialties, dueReason }: Importing,
): Promise<Result<readonly ImportedFile[]>> {
  const names = await readdir(folder).catch(() => undefined)
  if (!names) return refuse({ code: 'file-missing' })
  const found: Found[] = []
  const later: { readonly name: string; readonly owners: boolean }[] = []
  const report: ImportedFile[] = []
  for (const name of names.filter((n) => /\.csv$/i.test(n)).sort()) {
    const header = await readHeader(createReadStream(join(folder, name)))
    if (!header.ok) return header
    const columns = header.value
    const kind = publicFileKindOf(columns)
    if (columns.includes('TYPE - OWNER')) later.push({ name, owners: true })
    else if (kind === 'order-referring') later.push({ name, owners: false })
    else if (!kind) report.push({ name, kind, ...nothing })
    else if (publicFileLayouts[kind].derived) report.push({ name, kind, ...nothing, derived: true })
    else {
      const file = await openSourceFile(join(folder, name))
      if (!file.ok) return file
      const opened = await openPublicFile(file.value, kind)
      if (!opened.ok) return opened
      found.push({ name, kind, opened: opened.value })
    }
  }
  // In the order in which one needs the other.
  found.sort((a, b) => publicFileKinds.indexOf(a.kind) - publicFileKinds.indexOf(b.kind))
  const laid = await transact(db, async (tx): Promise<Result<readonly ImportedFile[]>> => {
    const contractor = await anyContractor(tx, permit)
    if (!contractor) return refuse({ code: 'no-contractors' })
    await openStage(tx, permit)
    const read: Omit<ImportedFile, 'added' | 'orphans'>[] = []
    for (const f of found) read.push(await stage(tx, permit, f))
    await endStage(tx, permit)
    const at = clock.now()
    const merges: Partial<Record<PublicFileKind, () => Promise<Merged>>> = {
      enrollment: async () => ({ added: await mergeEnrollments(tx, permit, contractor, at), orphans: 0 }),
      reassignment: () => mergeReassignments(tx, permit, at),
      location: () => mergeLocations(tx, permit, at),
      specialty: () => mergeSpecialties(tx, permit),
      'additional-npi': () => mergeAdditionalNpis(tx, permit),
      'revalidation-due': () => mergeDueDates(tx, permit, dueReason, at),
      'opt-out': () => mergeOptOuts(tx, permit, contractor, specialties, at),
      revocation: () => mergeRevocations(tx, permit, contractor, at),
    }
    const done: ImportedFile[] = []
    for (const r of read) done.push({ ...r, ...(await merges[r.kind as PublicFileKind]!()) })
    await noteChanged(tx, permit, at)
    return ok(done)
  })
  if (!laid.ok) return laid
  report.push(...laid.value)
  for (const { name, owners } of later)
    report.push(
      owners ? await loadOwners(db, permit, folder, name, clock) : await loadOrders(db, permit, folder, name, clock),
    )
  return ok(report)
}

async function stage(
  tx: Db,
  permit: Permit<'registry.manage'>,
  { name, kind, opened }: Found,
): Promise<Omit<ImportedFile, 'added' | 'orphans'>> {
  let [rows, aside] = [0, 0]
  let firstAside: number | undefined
  for await (const batch of opened.batches()) {
    rows += batch.rows.length
    aside += batch.aside.length
    firstAside ??= batch.aside[0]
    if (batch.rows.length > 0) await stageRows(tx, permit, kind, batch.rows)
  }
  const { missing, unknown } = opened
  return { name, kind, rows, aside, missing, unknown, ...(firstAside !== undefined && { firstAside }) }
}

async function loadOrders(
  db: Db,
  permit: Permit<'registry.manage'>,
  folder: string,
  name: string,
  clock: Clock,
): Promise<ImportedFile> {
  const kind = 'order-referring'
  const file = await openSourceFile(join(folder, name))
  const loaded = file.ok ? await importSource(db, permit, file.value, { as: kind, allowShrink: true }, { clock }) : file
  if (!loaded.ok) return { name, kind, ...nothing, problem: loaded.problem }
  const { rows, quarantined, unknownColumns, outcome } = loaded.value
  const added = outcome === 'loaded' ? rows : 0
  return { name, kind, ...nothing, rows, added, aside: quarantined, unknown: unknownColumns }
}

async function loadOwners(
  db: Db,
  permit: Permit<'registry.manage'>,
  folder: string,
  name: string,
  clock: Clock,
): Promise<ImportedFile> {
  const kind = 'owners'
  const facility = facilityOfFile(name)
  if (!facility) return { name, kind, ...nothing, problem: { code: 'owners-facility-unknown' } }
  const bytes = await readFile(join(folder, name))
  const loaded = await loadOwnersFile(db, permit, { facility, fileName: name, bytes }, clock.now())
  // A type of facility without a row is no fault here: the folder has a file for every type.
  if (!loaded.ok)
    return { name, kind, ...nothing, ...(loaded.problem.code !== 'source-empty' && { problem: loaded.problem }) }
  const { rows, quarantined, outcome } = loaded.value
  return { name, kind, ...nothing, rows, added: outcome === 'loaded' ? rows : 0, aside: quarantined }
}
