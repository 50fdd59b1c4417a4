/**
 * Puts a backup into an empty database and its files into the document store. Refuses, with a reason, a damaged backup,
 * another version's, one of another key, and a database that is in use. The database is filled whole or not at all.
 */
import type { Db } from '#db/db.ts'
import { opensKeyCheck } from '#db/queries/backup/sealed-values.ts'
import { schemaOf } from '#db/queries/backup/snapshot.ts'
import { fillEmpty, firstInUse } from '#db/records/backup/fill-empty.ts'
import type { Permit } from '#domain/access/policy.ts'
import { keptFile, type Manifest, readManifest, readPart, tablePart } from '#outside/backup-folder.ts'
import type { RestorableFiles } from '#outside/files/files.ts'
import { damagedParts, listedFiles } from './check-backup.ts'

export type Restored =
  | { readonly is: 'restored'; readonly manifest: Manifest }
  | { readonly is: 'no-backup' }
  | { readonly is: 'other-key' }
  | { readonly is: 'in-use'; readonly table: string }
  | { readonly is: 'other-version'; readonly backup: string; readonly here: string }
  | { readonly is: 'damaged'; readonly parts: readonly string[] }

/** Without `files` (a trial) the stored files stay in the backup. */
export async function restore(
  db: Db,
  permit: Permit<'registry.manage'>,
  folder: string,
  files?: Pick<RestorableFiles, 'keep'>,
): Promise<Restored> {
  const manifest = await readManifest(folder)
  if (!manifest) return { is: 'no-backup' }
  const here = await schemaOf(db, permit)
  if (here !== manifest.schema) return { is: 'other-version', backup: manifest.schema, here }
  if (!opensKeyCheck(db, permit, manifest.keyCheck)) return { is: 'other-key' }
  const parts = await damagedParts(folder, manifest)
  if (parts.length > 0) return { is: 'damaged', parts }
  const table = await firstInUse(db, permit)
  if (table) return { is: 'in-use', table }
  // First the files: rows must never name a file that is not there yet.
  if (files) for await (const { name } of listedFiles(folder)) await files.keep(name, await keptFile(folder, name))
  await fillEmpty(db, permit, { ...manifest, textOf: (name) => readPart(folder, tablePart(name)) })
  return { is: 'restored', manifest }
}
