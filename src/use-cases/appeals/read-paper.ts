/** Opens a paper of an appeal, unless a malware scanner is set up and has not found it clean. */
import type { Db } from '#db/db.ts'
import { listAppealDocuments, unsealAppealDocument } from '#db/queries/decisions/appeal-history.ts'
import type { Permit } from '#domain/access/policy.ts'
import { type Showing, showingOf } from '#domain/application/document-scan.ts'
import type { DocumentStore } from '../documents/judge-file.ts'

export interface AppealPaper {
  readonly bytes: Buffer
  readonly mediaType: string
  readonly fileName: string
}

/** Undefined when the appeal has no such paper; else why it is not shown, where it is not. */
export async function readAppealPaper(
  db: Db,
  permit: Permit<'appeal.view' | 'appeal.hear'>,
  { files, scanner }: DocumentStore,
  id: string | undefined,
): Promise<AppealPaper | Exclude<Showing, 'shown'> | undefined> {
  const d = (await listAppealDocuments(db, permit)).find((x) => x.id === id)
  if (!d) return undefined
  const showing = showingOf(d.scan, scanner !== undefined)
  if (showing !== 'shown') return showing
  const bytes = unsealAppealDocument(db, permit, d, await files.get(d.storedAs))
  return { bytes, mediaType: d.mediaType, fileName: d.fileName }
}
