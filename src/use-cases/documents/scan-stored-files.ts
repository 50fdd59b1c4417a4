/**
 * Looks at stored files that are no documents of an application and that no scanner has seen: papers of appeals, photos
 * of visits, proofs of claims. What is found is kept from everybody, and whoever sent it is told.
 */
import type { Db } from '#db/db.ts'
import { listNotifiedAddresses } from '#db/queries/enrollment/enrollee-people.ts'
import { listUnscanned, type StoredFile, storedFileKinds, unsealStored } from '#db/queries/stored-files/unscanned.ts'
import { contactsOf } from '#db/records/access/methods.ts'
import { queueMessage } from '#db/records/messages.ts'
import { recordFileScan } from '#db/records/stored-files/scans.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { ScanTools } from './scan-documents.ts'

type System = Permit<'system.run'>

/** Returns how many files were judged. A scanner that does not answer ends the run, and nothing is clean. */
export async function scanStoredFiles(db: Db, permit: System, tools: ScanTools, now: Date): Promise<number> {
  let judged = 0
  for (const kind of storedFileKinds)
    for (let after: string | undefined; ; ) {
      const batch = await listUnscanned(db, permit, kind, after)
      for (const f of batch) {
        const answer = await tools.scanner.scan(unsealStored(db, permit, f, await tools.files.get(f.storedAs)))
        if (answer.kind === 'unavailable') return judged
        await note(db, permit, f, answer.kind === 'infected' ? answer.found : undefined, tools, now)
        judged++
      }
      after = batch.at(-1)?.id
      if (after === undefined) break
    }
  return judged
}

/** What the scanner said, and the mails about it, together. */
async function note(
  db: Db,
  permit: System,
  f: StoredFile,
  found: string | undefined,
  { origin, words }: ScanTools,
  now: Date,
): Promise<void> {
  const addresses = found ? await sendersOf(db, permit, f) : []
  await transact(db, async (tx) => {
    await recordFileScan(tx, permit, f, found, now)
    for (const recipient of addresses)
      await queueMessage(
        tx,
        {
          channel: 'email',
          recipient,
          template: 'file-infected',
          dedupeKey: `file-infected|${f.id}|${recipient}`,
          ...words.mails.fileInfected(`${origin}${f.path}`),
        },
        now,
      )
  })
}

async function sendersOf(db: Db, permit: System, f: StoredFile): Promise<readonly string[]> {
  if (f.enrolleeId) return listNotifiedAddresses(db, permit, f.enrolleeId)
  return f.userId ? contactsOf(db, f.userId, 'email') : []
}
