/** Writes of documents. The bytes lie with `services.files`; here they are sealed, described, taken out, put back. */
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open, vaultOf } from '../../kit/open.ts'
import { documentPlace } from '../../queries/application/documents.ts'

/** Seals a file for the document with this id: it opens for no other. */
export const sealDocument = (db: Db, documentId: string, clear: Uint8Array): Buffer =>
  vaultOf(db).seal(documentPlace(documentId), clear)

export interface NewDocument {
  readonly id: string
  readonly slot: string
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: number
  readonly sha256: string
  readonly storedAs: string
  /** What the scanner said when the file came; false when there is none or it did not answer. */
  readonly scannedClean: boolean
  readonly replaces?: string
}

export async function insertDocument(
  tx: Db,
  permit: Permit<'application.edit'>,
  d: NewDocument,
  at: Date,
): Promise<void> {
  await open(tx)
    .insertInto('document')
    .values({
      id: d.id,
      application_id: permit.subjectId,
      slot: d.slot,
      file_name: d.fileName,
      media_type: d.mediaType,
      bytes: d.bytes,
      sha256: d.sha256,
      stored_as: d.storedAs,
      added_by: permit.actor.userId,
      added_at: at,
      ...(d.scannedClean && { scan_state: 'clean' as const, scanned_at: at }),
      replaces: d.replaces ?? null,
    })
    .execute()
}

/** Takes a document out (`at`) or puts it back (null); false when the application has no such document, or a scanner keeps it out. */
export async function setDocumentRemoved(
  tx: Db,
  permit: Permit<'application.edit'>,
  id: string,
  at: Date | null,
): Promise<boolean> {
  const done = await open(tx)
    .updateTable('document')
    .set({ removed_at: at })
    .where('id', '=', id)
    .where('application_id', '=', permit.subjectId)
    .where('scan_state', '!=', 'infected')
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Notes what the scanner said: clean, or the name of what it found, which also takes the document out. */
export async function recordScan(
  tx: Db,
  _: Permit<'system.run'>,
  id: string,
  found: string | undefined,
  at: Date,
): Promise<void> {
  await open(tx)
    .updateTable('document')
    .set((e) => ({
      scan_state: found ? 'infected' : 'clean',
      scanned_at: at,
      scan_found: found ?? null,
      ...(found && { removed_at: e.fn.coalesce('removed_at', e.val(at)) }),
    }))
    .where('id', '=', id)
    .execute()
}
