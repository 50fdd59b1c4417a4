/** Sends a paper again that came with an earlier application of the same provider; it is sealed anew for this one. */
import type { Db } from '#db/db.ts'
import { listReusableDocuments, unsealReusable } from '#db/queries/application/documents.ts'
import type { Permit } from '#domain/access/policy.ts'
import { showingOf } from '#domain/application/document-scan.ts'
import { type Result, refuse } from '#domain/result.ts'
import { addDocument } from './add-document.ts'
import type { DocumentStore } from './judge-file.ts'

/** Refuses with `not-found` when the paper is not of this provider and kind, else like addDocument. */
export async function reuseDocument(
  db: Db,
  permit: Permit<'application.edit'>,
  store: DocumentStore,
  from: { readonly slot: string; readonly documentId: string; readonly replaces?: string },
  now: Date,
): Promise<Result<null>> {
  const offered = await listReusableDocuments(db, permit, from.slot)
  const d = offered.find((o) => o.id === from.documentId)
  if (!d || showingOf(d.scan, store.scanner !== undefined) === 'withheld') return refuse({ code: 'not-found' })
  const bytes = unsealReusable(db, permit, d, await store.files.get(d.storedAs))
  const sent = { slot: from.slot, fileName: d.fileName, bytes, tooLarge: false }
  return addDocument(db, permit, store, { ...sent, ...(from.replaces && { replaces: from.replaces }) }, now)
}
