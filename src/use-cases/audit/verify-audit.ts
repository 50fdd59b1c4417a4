/** Recomputes the whole audit log and names the first bad row, if there is one. Writes nothing. */
import type { Db } from '#db/db.ts'
import { listCheckpoints, readChain } from '#db/queries/staff/audit.ts'
import type { Permit } from '#domain/access/policy.ts'
import { ChainJudge, type Checkpoint, type FirstBad } from '#domain/audit/chain.ts'
import { checkpointText } from '#domain/audit/entry.ts'
import { type AuditSigner, sha256 } from '#outside/audit-signer.ts'

export interface AuditVerdict {
  /** Rows that are as they were written. */
  readonly rows: number
  readonly checkpoints: number
  readonly firstBad: FirstBad | undefined
}

const AT_ONCE = 5000

/**
 * `kept` are checkpoints that were exported before and kept elsewhere: with them a log that was cut off or written
 * anew together with its checkpoints is found too.
 */
export async function verifyAudit(
  db: Db,
  permit: Permit<'audit.view'>,
  signer: AuditSigner,
  kept: readonly Checkpoint[] = [],
): Promise<AuditVerdict> {
  const stored = await listCheckpoints(db, permit)
  // What was kept elsewhere is believed before what is stored here.
  const checkpoints = [...new Map([...stored, ...kept].map((c) => [c.seq, c])).values()]
  const isSigned = (c: Checkpoint) => signer.verifies(checkpointText(c), c.keyId, c.signature)
  const judge = new ChainJudge({ sha256, isSigned }, checkpoints)
  const verdict = (firstBad: FirstBad | undefined) => ({
    rows: judge.height,
    checkpoints: checkpoints.length,
    firstBad,
  })
  for (let after = 0; ; ) {
    const rows = await readChain(db, permit, after, AT_ONCE)
    for (const row of rows) {
      const bad = judge.next(row)
      if (bad) return verdict(bad)
      after = row.seq
    }
    if (rows.length < AT_ONCE) return verdict(judge.end())
  }
}
