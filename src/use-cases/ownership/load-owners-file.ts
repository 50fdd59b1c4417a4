/** Loads a published All-Owners file in place of the one before of the same type of facility: all of it, or nothing. */
import { createHash } from 'node:crypto'
import type { Db } from '#db/db.ts'
import { loadedOwnersFile, type OwnersFile, replaceOwnersFile } from '#db/records/ownership/published.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { dayIn, siteZone } from '#domain/dates.ts'
import type { PublishedFacility } from '#domain/ownership/published-facilities.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { readOwnersFile } from '#outside/sources/owners-file.ts'

export interface OwnersFileGiven {
  readonly facility: PublishedFacility
  readonly fileName: string
  readonly bytes: Uint8Array
}
export interface OwnersLoaded extends OwnersFile {
  readonly outcome: 'loaded' | 'already-loaded'
}
/** A file of which more lines than this part name nobody is none of owners. */
const MOST_UNUSABLE = 0.05

/**
 * Refuses what `readOwnersFile` refuses, `source-empty` without a row, and `source-mostly-unusable`. A row is set aside
 * when it names nobody or no enrollment; whatever else is wrong in it is left out of it and counted nowhere.
 */
export async function loadOwnersFile(
  db: Db,
  permit: Permit<'registry.manage'>,
  { facility, fileName, bytes }: OwnersFileGiven,
  now: Date,
): Promise<Result<OwnersLoaded>> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const read = readOwnersFile(bytes, dayIn(siteZone, now))
  if (!read.ok) return read
  const rows = read.value.flatMap(({ line, row }) =>
    row && row.name !== '' && row.enrollmentId !== '' ? [{ line, row }] : [],
  )
  const file = { facility, fileName, sha256, rows: rows.length, quarantined: read.value.length - rows.length }
  if (read.value.length === 0) return refuse({ code: 'source-empty' })
  if (file.quarantined > read.value.length * MOST_UNUSABLE)
    return refuse({ code: 'source-mostly-unusable', with: { quarantined: file.quarantined, rows: read.value.length } })
  return transact(db, async (tx) => {
    if ((await loadedOwnersFile(tx, permit, facility)) === sha256) return ok({ ...file, outcome: 'already-loaded' })
    await replaceOwnersFile(tx, permit, file, rows, now)
    return ok({ ...file, outcome: 'loaded' })
  })
}
