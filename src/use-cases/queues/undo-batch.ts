/**
 * Takes an act on many cases back: each goes to whoever held it before, unless somebody has worked on it since. Only
 * whoever did it may, once.
 */
import type { Db } from '#db/db.ts'
import { applicationSubject } from '#db/queries/application/applications.ts'
import { listColleagues } from '#db/queries/application/case-tasks.ts'
import { type BatchRow, findBatch } from '#db/queries/worklist/batches.ts'
import { moveApplication } from '#db/records/application/application-events.ts'
import { lockApplication } from '#db/records/application/applications.ts'
import { takeNoticeBack } from '#db/records/application/case-tasks.ts'
import { closeBatch, setRowUndone } from '#db/records/queues/batches.ts'
import { changeHolder } from '#db/records/queues/holders.ts'
import { transact } from '#db/records/transact.ts'
import { authorize, type Permit } from '#domain/access/policy.ts'
import { allows } from '#domain/application/lifecycle.ts'
import { ok, type Result, refuse } from '#domain/result.ts'

/** Refuses with `not-found` or `already-so`. What came of each case stands in its row. */
export const undoBatch = (db: Db, permit: Permit<'worklist.work'>, id: string, now: Date): Promise<Result<null>> =>
  transact(db, async (tx) => {
    const batch = await findBatch(tx, permit, id)
    if (!batch) return refuse({ code: 'not-found' })
    if (!(await closeBatch(tx, permit, id, now))) return refuse({ code: 'already-so' })
    for (const row of batch.rows.filter((r) => !r.refused))
      await setRowUndone(tx, id, row.applicationId, await giveBack(tx, permit, { id, toId: batch.toId }, row, now))
    return ok(null)
  })

/** "done", or the code of what stands in the way. */
async function giveBack(
  tx: Db,
  permit: Permit<'worklist.work'>,
  batch: { readonly id: string; readonly toId: string | undefined },
  row: BatchRow,
  now: Date,
): Promise<string> {
  const subject = await applicationSubject(tx, row.applicationId)
  const reviewing = subject && authorize(permit.actor, 'application.review', subject)
  if (!reviewing?.ok) return 'not-found'
  const locked = await lockApplication(tx, reviewing.value)
  if (locked.version !== row.versionAfter) return 'moved-meanwhile'
  const before = (await listColleagues(tx, reviewing.value)).find((c) => c.userId === row.beforeId)
  if (row.beforeId && !before) return 'colleague-needed'
  // Whoever it was given to need not read that it is theirs.
  if (batch.toId) await takeNoticeBack(tx, reviewing.value, { userId: batch.toId, kind: 'case-given' }, now)
  const detail = { undoes: batch.id, ...(before && { holder: before.name }) }
  if (before && !allows(locked.status, 'begin-review')) {
    await changeHolder(tx, reviewing.value, before.userId, detail, now)
    return 'done'
  }
  const event = before ? 'begin-review' : 'put-back'
  const movement = { event, dueOn: null, assignedTo: before?.userId ?? null, detail } as const
  const moved = await moveApplication(tx, locked, movement, permit.actor, now)
  return moved.ok ? 'done' : moved.problem.code
}
