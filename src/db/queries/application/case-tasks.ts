/** Reads of the tasks of a case, of their photos, and of the notices to one person of the desk. */

import type { Permit, Subject } from '#domain/access/policy.ts'
import type { ScanState } from '#domain/application/document-scan.ts'
import type { Day } from '#domain/dates.ts'
import type { NoticeKind, TaskKind, TaskState } from '#domain/review/queues/case-tasks.ts'
import type { Db } from '../../db.ts'
import { open, vaultOf } from '../../kit/open.ts'
import { type ApplicationPermit, isRowId } from './applications.ts'

export interface CaseTask {
  readonly id: string
  readonly kind: TaskKind
  readonly what: string
  readonly ownerId: string
  readonly dueOn: Day
  readonly state: TaskState
  readonly openedBy: string
  readonly openedAt: Date
  readonly closedBy: string | undefined
  readonly closedAt: Date | undefined
  readonly result: string | undefined
  readonly report: Readonly<Record<string, unknown>>
}

/** Every task of the case, the open ones first, then by the day they are due, by kind and by what is to be done. */
export async function listTasks(db: Db, permit: ApplicationPermit): Promise<readonly CaseTask[]> {
  const rows = await open(db)
    .selectFrom('case_task')
    .selectAll()
    .where('application_id', '=', permit.subjectId)
    .orderBy((e) => e.case().when('state', '=', 'open').then(0).else(1).end())
    .orderBy('due_on')
    .orderBy('kind')
    .orderBy('what')
    .orderBy('id')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    kind: r.kind,
    what: r.what,
    ownerId: r.owner_id,
    dueOn: r.due_on,
    state: r.state,
    openedBy: r.opened_by,
    openedAt: r.opened_at,
    closedBy: r.closed_by ?? undefined,
    closedAt: r.closed_at ?? undefined,
    result: r.result ?? undefined,
    report: r.report,
  }))
}

/** One task of the case; undefined when it is another case's or none. */
export const findTask = async (
  db: Db,
  permit: ApplicationPermit,
  id: string | undefined,
): Promise<CaseTask | undefined> => (await listTasks(db, permit)).find((t) => t.id === id)

export interface TaskPhoto {
  readonly id: string
  readonly taskId: string
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: number
  readonly sha256: string
  readonly storedAs: string
  readonly addedAt: Date
  readonly scan: ScanState
}

export async function listPhotos(db: Db, permit: ApplicationPermit): Promise<readonly TaskPhoto[]> {
  const rows = await open(db)
    .selectFrom('task_photo as p')
    .innerJoin('case_task as t', 't.id', 'p.task_id')
    .selectAll('p')
    .where('t.application_id', '=', permit.subjectId)
    .orderBy('p.added_at')
    .orderBy('p.id')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    taskId: r.task_id,
    fileName: r.file_name,
    mediaType: r.media_type,
    bytes: r.bytes,
    sha256: r.sha256,
    storedAs: r.stored_as,
    addedAt: r.added_at,
    scan: r.scan_state,
  }))
}

export const photoPlace = (id: string): string => `task_photo|file|${id}`

/** The photo as it was sent. Throws when what is stored was altered. */
export const unsealPhoto = (db: Db, _: ApplicationPermit, p: TaskPhoto, sealed: Uint8Array): Buffer =>
  vaultOf(db).unseal(photoPlace(p.id), sealed)

export interface OwnTask extends Pick<CaseTask, 'id' | 'kind' | 'what' | 'dueOn'> {
  readonly applicationId: string
  readonly enrolleeName: string
}

/** Open tasks of the visitor in cases of the contractor, the most pressing first; at most 50. */
export async function listOwnTasks(db: Db, permit: Permit<'worklist.view'>): Promise<readonly OwnTask[]> {
  if (!isRowId(permit.actor.userId)) return []
  const rows = await open(db)
    .selectFrom('case_task as t')
    .innerJoin('application as a', 'a.id', 't.application_id')
    .innerJoin('enrollee as e', 'e.id', 'a.enrollee_id')
    .select(['t.id', 't.kind', 't.what', 't.due_on', 't.application_id', 'e.display_name'])
    .where('t.owner_id', '=', permit.actor.userId)
    .where('t.state', '=', 'open')
    .orderBy('t.due_on')
    .orderBy('t.id')
    .limit(50)
    .execute()
  return rows.map((r) => ({
    id: r.id,
    kind: r.kind,
    what: r.what,
    dueOn: r.due_on,
    applicationId: r.application_id,
    enrolleeName: r.display_name,
  }))
}

export interface DeskNotice {
  readonly id: string
  readonly kind: NoticeKind
  readonly applicationId: string
  readonly enrolleeName: string
  readonly fromName: string | undefined
  readonly words: string
  readonly at: Date
}

/** What the visitor was told and has not put away, newest first; at most 50. */
export async function listNotices(db: Db, permit: Permit<'worklist.view'>): Promise<readonly DeskNotice[]> {
  if (!isRowId(permit.actor.userId)) return []
  const rows = await open(db)
    .selectFrom('desk_notice as n')
    .innerJoin('application as a', 'a.id', 'n.application_id')
    .innerJoin('enrollee as e', 'e.id', 'a.enrollee_id')
    .leftJoin('app_user as u', 'u.id', 'n.from_id')
    .select(['n.id', 'n.kind', 'n.application_id', 'n.words', 'n.at', 'e.display_name', 'u.display_name as from_name'])
    .where('n.user_id', '=', permit.actor.userId)
    .where('n.seen_at', 'is', null)
    .orderBy('n.at', 'desc')
    .orderBy('n.id')
    .limit(50)
    .execute()
  return rows.map((r) => ({
    id: r.id,
    kind: r.kind,
    applicationId: r.application_id,
    enrolleeName: r.display_name,
    fromName: r.from_name ?? undefined,
    words: r.words,
    at: r.at,
  }))
}

export interface Colleague {
  readonly userId: string
  readonly loginId: string
  readonly name: string
  readonly email: string | undefined
}

/** The desk of the contractor whose case it is: who may be given a task or named in a note. By name. */
export async function listColleagues(db: Db, permit: { readonly subject: Subject }): Promise<readonly Colleague[]> {
  const { contractorId } = permit.subject
  if (contractorId === undefined) return []
  const rows = await open(db)
    .selectFrom('membership as m')
    .innerJoin('app_user as u', 'u.id', 'm.user_id')
    .select(['u.id', 'u.login_id', 'u.display_name'])
    .select((e) =>
      e
        .selectFrom('contact as c')
        .select('c.value')
        .whereRef('c.user_id', '=', 'u.id')
        .where('c.kind', '=', 'email')
        .where('c.notify', '=', true)
        .orderBy('c.value')
        .limit(1)
        .as('email'),
    )
    .distinct()
    .where('m.party_id', '=', contractorId)
    .where('m.role', 'in', ['mac-analyst', 'mac-supervisor'])
    .where('m.status', '=', 'active')
    .where('u.status', '=', 'active')
    .orderBy('u.display_name')
    .execute()
  return rows.map((r) => ({
    userId: r.id,
    loginId: r.login_id,
    name: r.display_name,
    email: r.email ?? undefined,
  }))
}
