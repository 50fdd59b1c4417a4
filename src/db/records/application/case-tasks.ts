/** Writes of tasks, photos and notices of a case. Only use-cases call these. */
import { randomUUID } from 'node:crypto'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { NoticeKind, TaskKind } from '#domain/review/queues/case-tasks.ts'
import type { Db } from '../../db.ts'
import { open, vaultOf } from '../../kit/open.ts'
import { type ApplicationPermit, isRowId } from '../../queries/application/applications.ts'
import { photoPlace, type TaskPhoto } from '../../queries/application/case-tasks.ts'

type Reviewing = Permit<'application.review'>
type Working = Permit<'application.review' | 'application.screen' | 'application.decide'>

/** Opened by whoever acts; what the program opens stands under the name of whoever holds the case. */
export async function insertTask(
  tx: Db,
  permit: Working,
  task: { readonly kind: TaskKind; readonly what: string; readonly ownerId: string; readonly dueOn: Day },
  at: Date,
  openedBy = permit.actor.userId,
): Promise<string> {
  const id = randomUUID()
  await open(tx)
    .insertInto('case_task')
    .values({
      id,
      application_id: permit.subjectId,
      kind: task.kind,
      what: task.what,
      owner_id: task.ownerId,
      due_on: task.dueOn,
      state: 'open',
      opened_by: openedBy,
      opened_at: at,
      closed_by: null,
      closed_at: null,
      result: null,
      report: '{}',
    })
    .execute()
  return id
}

/** Ends an open task of the case; false when it was ended already. */
export async function closeTask(
  tx: Db,
  permit: Working,
  id: string,
  end: { readonly result: string | undefined; readonly report: Readonly<Record<string, unknown>> },
  at: Date,
): Promise<boolean> {
  if (!isRowId(id)) return false
  const done = await open(tx)
    .updateTable('case_task')
    .set({
      state: end.result === undefined ? 'cancelled' : 'done',
      result: end.result ?? null,
      report: JSON.stringify(end.report),
      closed_by: permit.actor.userId,
      closed_at: at,
    })
    .where('id', '=', id)
    .where('application_id', '=', permit.subjectId)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Seals a photo for its id: it opens for no other. */
export const sealPhoto = (db: Db, id: string, clear: Uint8Array): Buffer => vaultOf(db).seal(photoPlace(id), clear)

export async function insertPhoto(tx: Db, permit: Reviewing, p: Omit<TaskPhoto, 'addedAt'>, at: Date): Promise<void> {
  await open(tx)
    .insertInto('task_photo')
    .values({
      id: p.id,
      task_id: p.taskId,
      file_name: p.fileName,
      media_type: p.mediaType,
      bytes: p.bytes,
      sha256: p.sha256,
      stored_as: p.storedAs,
      ...(p.scan === 'clean' && { scan_state: p.scan, scanned_at: at }),
      added_by: permit.actor.userId,
      added_at: at,
    })
    .execute()
}

export interface NewNotice {
  readonly userId: string
  readonly applicationId: string
  readonly kind: NoticeKind
  readonly words: string
}

/** Tells one person of the desk something about a case; it stands on their worklist until they put it away. */
export async function insertNotice(tx: Db, permit: ApplicationPermit, n: NewNotice, at: Date): Promise<void> {
  await open(tx)
    .insertInto('desk_notice')
    .values({
      id: randomUUID(),
      user_id: n.userId,
      application_id: n.applicationId,
      kind: n.kind,
      from_id: isRowId(permit.actor.userId) ? permit.actor.userId : null,
      words: n.words,
      at,
      seen_at: null,
    })
    .execute()
}

/** Takes back what somebody was told of a case and has not put away, when it is not so any more. */
export async function takeNoticeBack(
  tx: Db,
  permit: ApplicationPermit,
  n: Pick<NewNotice, 'userId' | 'kind'>,
  at: Date,
): Promise<void> {
  await open(tx)
    .updateTable('desk_notice')
    .set({ seen_at: at })
    .where('application_id', '=', permit.subjectId)
    .where('user_id', '=', n.userId)
    .where('kind', '=', n.kind)
    .where('seen_at', 'is', null)
    .execute()
}

/** Puts the visitor's own notices away: one, or those of the time up to now. */
export async function putNoticesAway(tx: Db, permit: Permit<'worklist.view'>, at: Date): Promise<void> {
  if (!isRowId(permit.actor.userId)) return
  await open(tx)
    .updateTable('desk_notice')
    .set({ seen_at: at })
    .where('user_id', '=', permit.actor.userId)
    .where('seen_at', 'is', null)
    .execute()
}
