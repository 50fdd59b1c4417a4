/** Gives every event that has none its number in the audit log. Safe to run side by side: the chain is held by one. */
import type { Db } from '#db/db.ts'
import { appendToChain, type Chained, holdChain, insertCheckpoint, listUnchained } from '#db/records/staff/audit-log.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { checkpointText, hashedText } from '#domain/audit/entry.ts'
import { type AuditSigner, sha256 } from '#outside/audit-signer.ts'

/** Events of each source in one transaction. */
const BATCH = 500

/** Returns how many events were appended. */
export async function chainAudit(
  db: Db,
  _permit: Permit<'system.run'> | Permit<'audit.view'>,
  signer: AuditSigner,
  now: Date,
): Promise<number> {
  for (let appended = 0; ; ) {
    const done = await appendBatch(db, signer, now)
    appended += done
    if (done < BATCH) return appended
  }
}

async function appendBatch(db: Db, signer: AuditSigner, now: Date): Promise<number> {
  return transact(db, async (tx) => {
    let { seq, hash } = await holdChain(tx)
    const waiting = await listUnchained(tx, BATCH)
    if (waiting.length === 0) return 0
    const entries = waiting.map((e): Chained => {
      const prevHash = hash
      seq += 1
      hash = sha256(hashedText(e, seq, prevHash))
      return { ...e, seq, hash, prevHash }
    })
    await appendToChain(tx, entries)
    const checkpoint = { seq, hash, at: now }
    const signature = signer.sign(checkpointText(checkpoint))
    await insertCheckpoint(tx, { ...checkpoint, keyId: signer.keyId, signature })
    return entries.length
  })
}
