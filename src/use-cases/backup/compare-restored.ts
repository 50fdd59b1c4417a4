/** Whether a restored database has what its backup says: the rows of every table, each of them written out again. */
import type { Db } from '#db/db.ts'
import { openSnapshot } from '#db/queries/backup/snapshot.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { Manifest } from '#outside/backup-folder.ts'

/** Tables whose rows are not as many; empty when all are. */
export async function differingTables(
  db: Db,
  permit: Permit<'registry.manage'>,
  m: Manifest,
): Promise<readonly string[]> {
  const expected = new Map(m.tables.map((t) => [t.name, t.rows]))
  const snapshot = await openSnapshot(db, permit)
  try {
    const differing: string[] = []
    for (const t of snapshot.tables) {
      let rows = 0
      for await (const piece of snapshot.copyOut(t))
        for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) rows++
      if (rows !== (expected.get(t.name) ?? 0)) differing.push(t.name)
      expected.delete(t.name)
    }
    return [...differing, ...expected.keys()]
  } finally {
    await snapshot.close()
  }
}
