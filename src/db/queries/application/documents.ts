/** Papers attached to an application. What is stored is sealed; reading one unseals it. */
import { createHash } from 'node:crypto'
import type { Permit } from '#domain/access/policy.ts'
import type { ScanState } from '#domain/application/document-scan.ts'
import type { Db } from '../../db.ts'
import { open, vaultOf } from '../../kit/open.ts'
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
  readonly scan: ScanState
  /** The document that it took the place of. */
  readonly replaces: string | undefined
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
    .orderBy('file_name')
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

/** Papers of one kind that the same provider sent with other applications, the newest first: they can be sent again. */
export async function listReusableDocuments(
  db: Db,
  permit: Permit<'application.edit'>,
  slot: string,
): Promise<readonly (StoredDocument & { readonly applicationId: string; readonly trackingNumber: string | null })[]> {
  const enrolleeId = permit.subject.enrolleeId
  if (!enrolleeId) return []
  const rows = await open(db)
    .selectFrom('document')
    .innerJoin('application', 'application.id', 'document.application_id')
    .selectAll('document')
    .select('application.tracking_number')
    .where('application.enrollee_id', '=', enrolleeId)
    .where('application.id', '!=', permit.subjectId)
    .where('document.slot', '=', slot)
    .where('document.removed_at', 'is', null)
    .where('document.scan_state', '!=', 'infected')
    .orderBy('document.added_at', 'desc')
    .orderBy('document.file_name')
    .orderBy('document.id')
    .limit(20)
    .execute()
  const seen = new Set<string>()
  return rows.flatMap((r) => {
    if (seen.has(r.sha256)) return []
    seen.add(r.sha256)
    return [{ ...documentOf(r), applicationId: r.application_id, trackingNumber: r.tracking_number }]
  })
}

/** The file as it was sent. Throws when what is stored was altered or belongs to another document. */
export function unsealDocument(
  db: Db,
  _: ApplicationPermit | Permit<'system.run'>,
  d: Pick<StoredDocument, 'id' | 'sha256'>,
  sealed: Uint8Array,
): Buffer {
  const clear = vaultOf(db).unseal(documentPlace(d.id), sealed)
  if (createHash('sha256').update(clear).digest('hex') !== d.sha256) throw new Error(`document ${d.id} was altered`)
  return clear
}

/** The same for a paper of another application that `listReusableDocuments` offered under this permit. */
export const unsealReusable = (
  db: Db,
  permit: Permit<'application.edit'>,
  d: StoredDocument & { readonly applicationId: string },
  sealed: Uint8Array,
): Buffer => unsealDocument(db, permit, d, sealed)

export interface DocumentToScan {
  readonly id: string
  readonly sha256: string
  readonly storedAs: string
  readonly addedAt: Date
  readonly applicationId: string
  readonly enrolleeId: string
  readonly contractorId: string
}

/** Documents that no scanner has judged, oldest first, fifty at a time. */
export async function listDocumentsToScan(
  db: Db,
  _: Permit<'system.run'>,
  after: DocumentToScan | undefined,
): Promise<readonly DocumentToScan[]> {
  const rows = await open(db)
    .selectFrom('document as d')
    .innerJoin('application as a', 'a.id', 'd.application_id')
    .select(['d.id', 'd.sha256', 'd.stored_as', 'd.added_at', 'd.application_id', 'a.enrollee_id'])
    .select('a.contractor_id')
    .where('d.scan_state', '=', 'not-scanned')
    .$if(after !== undefined, (q) =>
      q.where((e) =>
        e.or([
          e('d.added_at', '>', after!.addedAt),
          e.and([e('d.added_at', '=', after!.addedAt), e('d.id', '>', after!.id)]),
        ]),
      ),
    )
    .orderBy('d.added_at')
    .orderBy('d.id')
    .limit(50)
    .execute()
  return rows.map((r) => ({
    id: r.id,
    sha256: r.sha256,
    storedAs: r.stored_as,
    addedAt: r.added_at,
    applicationId: r.application_id,
    enrolleeId: r.enrollee_id,
    contractorId: r.contractor_id,
  }))
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
  readonly scan_state: ScanState
  readonly replaces: string | null
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
  scan: r.scan_state,
  replaces: r.replaces ?? undefined,
})
