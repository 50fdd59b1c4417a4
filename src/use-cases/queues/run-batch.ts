/**
 * Gives many cases to one person, or puts many back, each in a transaction of its own together with its result: what
 * cannot be done for one leaves the others as they are, and whoever did it sees what came of each.
 */
import type { Db } from '#db/db.ts'
import { applicationSubject, isRowId } from '#db/queries/application/applications.ts'
import { type BatchAct, insertBatch, insertBatchRow } from '#db/records/queues/batches.ts'
import { transact } from '#db/records/transact.ts'
import { authorize, type Permit } from '#domain/access/policy.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import type { DeskOffice } from '../tasks/tell-desk.ts'
import { assignCase, returnCase } from './assign-case.ts'

/** More than one page of the worklist never come. */
export const MOST_AT_ONCE = 100

/** Returns the id of the results. Refuses with `cases-needed` or `colleague-needed`. */
export async function runBatch(
  db: Db,
  permit: Permit<'worklist.work'>,
  act: BatchAct,
  applicationIds: readonly string[],
  office: DeskOffice,
  now: Date,
): Promise<Result<string>> {
  const ids = [...new Set(applicationIds)].filter(isRowId).slice(0, MOST_AT_ONCE)
  if (ids.length === 0) return refuse({ code: 'cases-needed', at: 'cases' })
  if (act.act === 'assign' && !isRowId(act.toId)) return refuse({ code: 'colleague-needed', at: 'to' })
  const batchId = await insertBatch(db, permit, act, now)
  for (const [position, applicationId] of ids.entries()) {
    const subject = await applicationSubject(db, applicationId)
    const reviewing = subject && authorize(permit.actor, 'application.review', subject)
    // A case of another contractor is as if it were not there.
    if (!reviewing?.ok) continue
    await transact(db, async (tx) => {
      const done = await (act.toId
        ? assignCase(tx, reviewing.value, act.toId, office, now)
        : returnCase(tx, reviewing.value, now))
      const result = done.ok
        ? { refused: undefined, beforeId: done.value.beforeId }
        : { refused: done.problem, beforeId: undefined }
      await insertBatchRow(tx, batchId, { applicationId, position, ...result })
    })
  }
  return ok(batchId)
}
