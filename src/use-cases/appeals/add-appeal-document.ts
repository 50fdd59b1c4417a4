/** Adds a paper to an appeal that nobody has decided yet: judged by its bytes, scanned, sealed before it is stored. */
import { createHash, randomUUID } from 'node:crypto'
import type { Db } from '#db/db.ts'
import { listAppealDocuments } from '#db/queries/decisions/appeal-history.ts'
import { findAppeal } from '#db/queries/decisions/appeals.ts'
import { insertAppealDocument, sealAppealDocument } from '#db/records/decisions/appeals.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import type { Permit } from '#domain/access/policy.ts'
import { appealAllows } from '#domain/appeals/appeal.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import {
  acceptedType,
  type DocumentStore,
  documentMaxBytes,
  documentMaxMegabytes,
  plainName,
  type SentFile,
} from '../documents/add-document.ts'

const MOST_DOCUMENTS = 40

/**
 * Refuses with `file-missing`, `file-empty`, `file-too-large`, `file-type`, `file-infected`, `too-many-items` or
 * `over-already`. Where a scanner is set up and does not answer, the paper is kept and shown to nobody.
 */
export async function addAppealDocument(
  db: Db,
  permit: Permit<'appeal.file'>,
  { files, scanner }: DocumentStore,
  sent: Omit<SentFile, 'slot' | 'replaces'> | undefined,
  now: Date,
): Promise<Result<null>> {
  const at = 'file'
  if (!sent) return refuse({ code: 'file-missing', at })
  if (sent.tooLarge || sent.bytes.length > documentMaxBytes)
    return refuse({ code: 'file-too-large', at, with: { max: documentMaxMegabytes } })
  if (sent.bytes.length === 0) return refuse({ code: 'file-empty', at })
  const mediaType = await acceptedType(sent.bytes)
  if (!mediaType) return refuse({ code: 'file-type', at })
  const scanned = await scanner?.scan(sent.bytes)
  if (scanned?.kind === 'infected') return refuse({ code: 'file-infected', at, with: { found: scanned.found } })
  const id = randomUUID()
  const storedAs = await files.put(sealAppealDocument(db, id, sent.bytes))
  const done = await transactOrRefuse(db, async (tx) => {
    const { state } = await findAppeal(tx, permit)
    if (!appealAllows(state, 'assign')) return refuse({ code: 'over-already' })
    if ((await listAppealDocuments(tx, permit)).length >= MOST_DOCUMENTS)
      return refuse({ code: 'too-many-items', with: { max: MOST_DOCUMENTS } })
    const document = {
      id,
      fileName: plainName(sent.fileName),
      mediaType,
      bytes: sent.bytes.length,
      sha256: createHash('sha256').update(sent.bytes).digest('hex'),
      storedAs,
      scannedClean: scanned?.kind === 'clean',
    }
    return ok(await insertAppealDocument(tx, permit, document, now))
  })
  if (!done.ok || !done.value) await files.remove(storedAs)
  return done.ok ? ok(null) : done
}
