/** Attaches a paper: judged by what is in it, sealed before it is stored, described with its hash. */
import { randomUUID } from 'node:crypto'
import type { Db } from '#db/db.ts'
import { listDocuments } from '#db/queries/application/documents.ts'
import { lockApplication, touchApplication } from '#db/records/application/applications.ts'
import { insertDocument, sealDocument, setDocumentRemoved } from '#db/records/application/documents.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { type DocumentSlot, documentSlots } from '#domain/application/document-requirements.ts'
import { isEditable, isOpen } from '#domain/application/lifecycle.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { type DocumentStore, type FormFile, judgeFile } from './judge-file.ts'

const MOST_DOCUMENTS = 60

export interface SentFile extends FormFile {
  readonly slot: string
  /** The document that this one takes the place of; it is kept as history. */
  readonly replaces?: string
}

export const isDocumentSlot = (s: string): s is DocumentSlot => (documentSlots as readonly string[]).includes(s)

/**
 * Refuses with `file-missing`, `file-empty`, `file-too-large`, `file-type`, `file-infected`, `too-many-items` or
 * `not-editable`. A scanner that does not answer refuses nothing: the document waits unseen (scan-documents.ts).
 */
export async function addDocument(
  db: Db,
  permit: Permit<'application.edit'>,
  store: DocumentStore,
  sent: SentFile | undefined,
  now: Date,
): Promise<Result<null>> {
  if (sent && !isDocumentSlot(sent.slot)) return refuse({ code: 'not-found' })
  const judged = await judgeFile(sent, store)
  if (!judged.ok || !sent) return judged.ok ? ok(null) : judged
  const id = randomUUID()
  const storedAs = await store.files.put(sealDocument(db, id, sent.bytes))
  const document = { ...judged.value, id, slot: sent.slot, storedAs }
  const done = await transact(db, async (tx): Promise<Result<'kept' | 'there'>> => {
    const locked = await lockApplication(tx, permit)
    // Papers may follow for 30 days after the submission (42 CFR 424.525(a)(2)); what was signed stays as it was.
    if (!isOpen(locked.status)) return refuse({ code: 'not-editable' })
    const there = await listDocuments(tx, permit)
    if (there.some((d) => d.slot === sent.slot && d.sha256 === document.sha256)) return ok('there')
    if (there.length >= MOST_DOCUMENTS) return refuse({ code: 'too-many-items', with: { max: MOST_DOCUMENTS } })
    const replaces =
      sent.replaces && isEditable(locked.status) && there.some((d) => d.id === sent.replaces)
        ? sent.replaces
        : undefined
    await insertDocument(tx, permit, { ...document, ...(replaces && { replaces }) }, now)
    if (replaces) await setDocumentRemoved(tx, permit, replaces, now)
    await touchApplication(tx, locked.id, now)
    return ok('kept')
  })
  if (!done.ok || done.value === 'there') await store.files.remove(storedAs)
  return done.ok ? ok(null) : done
}
