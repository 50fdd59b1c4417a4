/** Writes what the registry in force lacks to be searched: one loaded by an earlier version of the program has nothing. */
import type { Db } from '#db/db.ts'
import { sourceVersion } from '#db/queries/registry-files/source-imports.ts'
import { writeSearchRows } from '#db/records/registry/search-rows.ts'
import { soundWords } from '#db/records/registry/word-sounds.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'

/** In steps, each with its own transaction; where nothing is lacking it costs one look. */
export async function completeSearch(db: Db, permit: Permit<'registry.manage'>): Promise<void> {
  const inForce = await sourceVersion(db, 'nppes')
  if (!inForce) return
  while (await transact(db, (tx) => writeSearchRows(tx, permit, inForce.importId)));
  while (await transact(db, (tx) => soundWords(tx, permit, inForce.importId)));
}
