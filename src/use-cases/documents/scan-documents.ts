/**
 * Looks at documents that no scanner has seen: what came while it was down, and what came before it was set up.
 * What is found is taken out and its people are told; a scanner that does not answer ends the run, and nothing is clean.
 */
import type { Db } from '#db/db.ts'
import { type DocumentToScan, listDocumentsToScan, unsealDocument } from '#db/queries/application/documents.ts'
import { listNotifiedAddresses } from '#db/queries/enrollment/enrollee-people.ts'
import { recordScan } from '#db/records/application/documents.ts'
import { queueMessage } from '#db/records/messages.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { Files } from '#outside/files/files.ts'
import type { Scanner } from '#outside/malware/scanner.ts'
import type { Words } from '#words/index.ts'
import { scanStoredFiles } from './scan-stored-files.ts'

export interface ScanTools {
  readonly files: Files
  readonly scanner: Scanner
  /** Links in mails begin with it. */
  readonly origin: string
  readonly words: Words
}

/** Returns how many documents and other stored files were judged. */
export async function scanDocuments(
  db: Db,
  permit: Permit<'system.run'>,
  tools: ScanTools,
  now: Date,
): Promise<number> {
  const { files, scanner, origin, words } = tools
  let judged = 0
  for (let after: DocumentToScan | undefined; ; ) {
    const batch = await listDocumentsToScan(db, permit, after)
    for (const d of batch) {
      const answer = await scanner.scan(unsealDocument(db, permit, d, await files.get(d.storedAs)))
      if (answer.kind === 'unavailable') return judged
      const addresses = answer.kind === 'infected' ? await listNotifiedAddresses(db, permit, d.enrolleeId) : []
      const link = `${origin}/applications/${d.applicationId}/documents`
      await transact(db, async (tx) => {
        await recordScan(tx, permit, d.id, answer.kind === 'infected' ? answer.found : undefined, now)
        for (const recipient of addresses)
          await queueMessage(
            tx,
            {
              channel: 'email',
              recipient,
              template: 'document-infected',
              contractorId: d.contractorId,
              dedupeKey: `document-infected|${d.id}|${recipient}`,
              ...words.mails.documentInfected(link),
            },
            now,
          )
      })
      judged++
    }
    after = batch.at(-1)
    if (!after) return judged + (await scanStoredFiles(db, permit, tools, now))
  }
}
