/** Adds a paper to an appeal that nobody has decided yet: judged by its bytes, scanned, sealed before it is stored. */
import { randomUUID } from 'node:crypto'
import type { Db } from '#db/db.ts'
import { listAppealDocuments } from '#db/queries/decisions/appeal-history.ts'
import { findAppeal } from '#db/queries/decisions/appeals.ts'
import { insertAppealDocument, sealAppealDocument } from '#db/records/decisions/appeals.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import type { Permit } from '#domain/access/policy.ts'
import { appealAllows } from '#domain/appeals/appeal.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { type DocumentStore, type FormFile, judgeFile } from '../documents/judge-file.ts'

const MOST_DOCUMENTS = 40

/**
 * Refuses with `file-missing`, `file-empty`, `file-too-large`, `file-type`, `file-infected`, `too-many-items` or
 * `over-already`. Where a scanner is set up and does not answer, the paper is kept and shown to nobody.
 */
export async function addAppealDocument(
  db: Db,
  permit: Permit<'appeal.file'>,
  store: DocumentStore,
  sent: FormFile | undefined,
  now: Date,
): Promise<Result<null>> {
  const judged = await judgeFile(sent, store)
  if (!judged.ok || !sent) return judged.ok ? ok(null) : judged
  const id = randomUUID()
  const storedAs = await store.files.put(sealAppealDocument(db, id, sent.bytes))
  const done = await transactOrRefuse(db, async (tx) => {
    const { state } = await findAppeal(tx, permit)
    if (!appealAllows(state, 'assign')) return refuse({ code: 'over-already' })
    if ((await listAppealDocuments(tx, permit)).length >= MOST_DOCUMENTS)
      return refuse({ code: 'too-many-items', with: { max: MOST_DOCUMENTS } })
    return ok(await insertAppealDocument(tx, permit, { ...judged.value, id, storedAs }, now))
  })
  if (!done.ok || !done.value) await store.files.remove(storedAs)
  return done.ok ? ok(null) : done
}
