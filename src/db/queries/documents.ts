/** Papers attached to an application. What is stored is sealed; reading one unseals it. */
import { createHash } from 'node:crypto'
import type { Db } from '../db.ts'
import { open, vaultOf } from '../kit/open.ts'
import { type ApplicationPermit, isRowId } from './applications.ts'

export interface StoredDocument {
  readonly id: string
  readonly slot: string
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: number
  /** SHA-256 of the file as it was sent, hexadecimal. */
  readonly sha256: string
  /** The name by which `services.files` has the sealed bytes. */
  readonly storedAs: string
  readonly addedAt: Date
  readonly removedAt: Date | undefined
}

export const documentPlace = (id: string): string => `document|file|${id}`

/** Documents in force, in the order in which they came. With `removed` the ones that were replaced or taken out. */
export async function listDocuments(
  db: Db,
  permit: ApplicationPermit,
  removed = false,
): Promise<readonly StoredDocument[]> {
  const rows = await open(db)
    .selectFrom('document')
    .selectAll()
    .where('application_id', '=', permit.subjectId)
    .where('removed_at', removed ? 'is not' : 'is', null)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  return rows.map(documentOf)
}

/** One document of the application, removed or not. */
export async function findDocument(
  db: Db,
  permit: ApplicationPermit,
  id: string | undefined,
): Promise<StoredDocument | undefined> {
  if (!isRowId(id)) return undefined
  const row = await open(db)
    .selectFrom('document')
    .selectAll()
    .where('application_id', '=', permit.subjectId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && documentOf(row)
}

/** The file as it was sent. Throws when what is stored was altered or belongs to another document. */
export function unsealDocument(db: Db, _: ApplicationPermit, d: StoredDocument, sealed: Uint8Array): Buffer {
  const clear = vaultOf(db).unseal(documentPlace(d.id), sealed)
  if (createHash('sha256').update(clear).digest('hex') !== d.sha256) throw new Error(`document ${d.id} was altered`)
  return clear
}

interface Row {
  readonly id: string
  readonly slot: string
  readonly file_name: string
  readonly media_type: string
  readonly bytes: number
  readonly sha256: string
  readonly stored_as: string
  readonly added_at: Date
  readonly removed_at: Date | null
}
const documentOf = (r: Row): StoredDocument => ({
  id: r.id,
  slot: r.slot,
  fileName: r.file_name,
  mediaType: r.media_type,
  bytes: r.bytes,
  sha256: r.sha256,
  storedAs: r.stored_as,
  addedAt: r.added_at,
  removedAt: r.removed_at ?? undefined,
})
