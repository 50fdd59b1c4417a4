import type { Db } from '../db.ts'
import { open, seal, vaultOf } from '../kit/open.ts'

const RETRY = new Set(['40001', '40P01'])
const TRIES = 6

/**
 * Runs work in one transaction. When the database asks to try again (serialization failure, deadlock)
 * the whole of it runs again, so `work` must have no effect outside the database. Inside a transaction it joins that one.
 */
export async function transact<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  if (open(db).isTransaction) return work(db)
  for (let attempt = 1; ; attempt++) {
    try {
      return await open(db)
        .transaction()
        .execute((tx) => work(seal(tx, vaultOf(db))))
    } catch (fault) {
      if (attempt >= TRIES || !RETRY.has((fault as { code?: string }).code ?? '')) throw fault
      await new Promise((wait) => setTimeout(wait, 5 * 2 ** attempt))
    }
  }
}
