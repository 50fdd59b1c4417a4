/** Attaches a paper: judged by what is in it, sealed before it is stored, described with its hash. */
import { createHash, randomUUID } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import type { Db } from '#db/db.ts'
import { listDocuments } from '#db/queries/application/documents.ts'
import { lockApplication, touchApplication } from '#db/records/application/applications.ts'
import { insertDocument, sealDocument, setDocumentRemoved } from '#db/records/application/documents.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { type DocumentSlot, documentSlots } from '#domain/application/document-requirements.ts'
import { isEditable, isOpen } from '#domain/application/lifecycle.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import type { Files } from '#outside/files/files.ts'
import type { Scanner } from '#outside/malware/scanner.ts'

export const documentMaxMegabytes = 25
export const documentMaxBytes = documentMaxMegabytes * 1_048_576
const MOST_DOCUMENTS = 60
const ACCEPTED: readonly string[] = ['application/pdf', 'image/jpeg', 'image/png', 'image/tiff']

export interface SentFile {
  readonly slot: string
  readonly fileName: string
  readonly bytes: Buffer
  readonly tooLarge: boolean
  /** The document that this one takes the place of; it is kept as history. */
  readonly replaces?: string
}

export const isDocumentSlot = (s: string): s is DocumentSlot => (documentSlots as readonly string[]).includes(s)

/** What the bytes are, whatever the file is called; undefined when that is nothing we take. */
export async function acceptedType(bytes: Buffer): Promise<string | undefined> {
  const found = await fileTypeFromBuffer(bytes)
  return found && ACCEPTED.includes(found.mime) ? found.mime : undefined
}

/** Where documents go, and who looks at them first where a scanner is set up. `Services` is one. */
export interface DocumentStore {
  readonly files: Files
  readonly scanner?: Scanner
}

/**
 * Refuses with `file-missing`, `file-empty`, `file-too-large`, `file-type`, `file-infected`, `too-many-items` or
 * `not-editable`. A scanner that does not answer refuses nothing: the document waits unseen (scan-documents.ts).
 */
export async function addDocument(
  db: Db,
  permit: Permit<'application.edit'>,
  { files, scanner }: DocumentStore,
  sent: SentFile | undefined,
  now: Date,
): Promise<Result<null>> {
  const at = 'file'
  if (!sent) return refuse({ code: 'file-missing', at })
  if (!isDocumentSlot(sent.slot)) return refuse({ code: 'not-found' })
  if (sent.tooLarge || sent.bytes.length > documentMaxBytes)
    return refuse({ code: 'file-too-large', at, with: { max: documentMaxMegabytes } })
  if (sent.bytes.length === 0) return refuse({ code: 'file-empty', at })
  const mediaType = await acceptedType(sent.bytes)
  if (!mediaType) return refuse({ code: 'file-type', at })
  const scanned = await scanner?.scan(sent.bytes)
  if (scanned?.kind === 'infected') return refuse({ code: 'file-infected', at, with: { found: scanned.found } })
  const id = randomUUID()
  const storedAs = await files.put(sealDocument(db, id, sent.bytes))
  const document = {
    id,
    slot: sent.slot,
    fileName: plainName(sent.fileName),
    mediaType,
    bytes: sent.bytes.length,
    sha256: createHash('sha256').update(sent.bytes).digest('hex'),
    storedAs,
    ...(scanned?.kind === 'clean' && { scannedClean: true as const }),
  }
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
  if (!done.ok || done.value === 'there') await files.remove(storedAs)
  return done.ok ? ok(null) : done
}

/** The last part of a path, without what no file system or header likes. */
export const plainName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '').replace(/[^\p{L}\p{N} ._()-]/gu, '_').slice(-120) || 'document'
