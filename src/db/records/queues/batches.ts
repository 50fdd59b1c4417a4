/** Writes of acts on many cases at once, a row a case. Only use-cases call these. */
import { randomUUID } from 'node:crypto'
import type { Permit } from '#domain/access/policy.ts'
import type { Problem } from '#domain/result.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export interface BatchAct {
  readonly act: 'assign' | 'put-back'
  /** Who gets the cases; undefined when they are put back. */
  readonly toId: string | undefined
}

/** Returns the id under which the results will stand. */
export async function insertBatch(tx: Db, permit: Permit<'worklist.work'>, a: BatchAct, at: Date): Promise<string> {
  const id = randomUUID()
  const row = { id, contractor_id: permit.subjectId, act: a.act, to_id: a.toId ?? null, by_id: permit.actor.userId, at }
  await open(tx)
    .insertInto('desk_batch')
    .values({ ...row, undone_at: null })
    .execute()
  return id
}

export interface BatchResult {
  readonly applicationId: string
  readonly position: number
  readonly refused: Problem | undefined
  readonly beforeId: string | undefined
}

/** Keeps the result of one case, with the version in which the act left it. */
export async function insertBatchRow(tx: Db, batchId: string, r: BatchResult): Promise<void> {
  const k = open(tx)
  await k
    .insertInto('desk_batch_row')
    .values({
      batch_id: batchId,
      application_id: r.applicationId,
      position: r.position,
      refused: r.refused ? JSON.stringify(r.refused) : null,
      before_id: r.beforeId ?? null,
      version_after: r.refused
        ? null
        : (eb) => eb.selectFrom('application').select('version').where('id', '=', r.applicationId),
      undone: null,
    })
    .execute()
}

/** Says that the batch is undone; false when somebody did that before. */
export async function closeBatch(tx: Db, permit: Permit<'worklist.work'>, id: string, at: Date): Promise<boolean> {
  const done = await open(tx)
    .updateTable('desk_batch')
    .set({ undone_at: at })
    .where('id', '=', id)
    .where('by_id', '=', permit.actor.userId)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** `undone`: "done", or the code of what stood in the way. */
export async function setRowUndone(tx: Db, batchId: string, applicationId: string, undone: string): Promise<void> {
  await open(tx)
    .updateTable('desk_batch_row')
    .set({ undone })
    .where('batch_id', '=', batchId)
    .where('application_id', '=', applicationId)
    .execute()
}
