import { sql } from 'kysely'
import type { Result } from '#domain/result.ts'
import type { Db } from '../db.ts'
import { open } from '../kit/open.ts'
import { transact } from './transact.ts'

/**
 * Like `transact`, but a refusal leaves nothing behind: whatever was written before it is rolled back. Inside a
 * transaction only what was written since goes; what stands around it is its owner's.
 */
export async function transactOrRefuse<T>(db: Db, work: (tx: Db) => Promise<Result<T>>): Promise<Result<T>> {
  if (open(db).isTransaction) return workOrUndo(db, work)
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

// A fault is not caught here: it ends the whole transaction.
async function workOrUndo<T>(tx: Db, work: (tx: Db) => Promise<Result<T>>): Promise<Result<T>> {
  await sql`savepoint before_refusal`.execute(open(tx))
  const result = await work(tx)
  if (!result.ok) await sql`rollback to savepoint before_refusal`.execute(open(tx))
  await sql`release savepoint before_refusal`.execute(open(tx))
  return result
}

const ROLL_BACK = Symbol('roll back')
