/** Writes of documents. The bytes lie with `services.files`; here they are sealed, described, taken out, put back. */
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../db.ts'
import { open, vaultOf } from '../kit/open.ts'
import { documentPlace } from '../queries/documents.ts'

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
    })
    .execute()
}

/** Takes a document out (`at`) or puts it back (null); false when the application has no such document. */
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
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}
