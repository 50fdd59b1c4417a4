import type { Result } from '#domain/result.ts'
import type { Db } from '../db.ts'
import { transact } from './transact.ts'

/** Like `transact`, but a refusal leaves nothing behind: whatever was written before it is rolled back. */
export async function transactOrRefuse<T>(db: Db, work: (tx: Db) => Promise<Result<T>>): Promise<Result<T>> {
  let refusal: Result<T> | undefined
  try {
    return await transact(db, async (tx) => {
      const result = await work(tx)
      if (result.ok) return result
      refusal = result
      throw ROLL_BACK
    })
  } catch (fault) {
    if (fault === ROLL_BACK && refusal) return refusal
    throw fault
  }
}

const ROLL_BACK = Symbol('roll back')
