/** What a program's parties have: applications and enrollments, in pages that no insert disturbs. Reads only. */
import { sql } from 'kysely'
import { type Action, enrolleesFor, type Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { isRowId } from '../application/applications.ts'

export interface ListedPage {
  readonly ids: readonly string[]
  readonly hasMore: boolean
}
const own = (permit: Permit<'program.list'>, action: Action) => enrolleesFor(permit.actor, action).filter(isRowId)
const page = (ids: readonly string[], limit: number): ListedPage => ({
  ids: ids.slice(0, limit),
  hasMore: ids.length > limit,
})

/** Ids of applications, oldest first. Undefined when `after` is none of them. */
export async function listProgramApplications(
  db: Db,
  permit: Permit<'program.list'>,
  after: string | undefined,
  limit: number,
): Promise<ListedPage | undefined> {
  const enrollees = own(permit, 'application.view')
  if (enrollees.length === 0) return after ? undefined : page([], limit)
  const from = after && isRowId(after) ? await place(db, after, enrollees) : undefined
  if (after && !from) return undefined
  let query = open(db).selectFrom('application').select('id').where('enrollee_id', 'in', enrollees)
  if (from)
    query = query.where(sql<boolean>`(created_at, id) > (select created_at, id from application where id = ${from})`)
  const rows = await query
    .orderBy('created_at')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  return page(
    rows.map((r) => r.id),
    limit,
  )
}

async function place(db: Db, id: string, enrollees: readonly string[]): Promise<string | undefined> {
  const row = await open(db)
    .selectFrom('application')
    .select('id')
    .where('id', '=', id)
    .where('enrollee_id', 'in', enrollees)
    .executeTakeFirst()
  return row?.id
}

/** Ids of enrollments after an id, in their order. */
export async function listProgramEnrollments(
  db: Db,
  permit: Permit<'program.list'>,
  after: string | undefined,
  limit: number,
): Promise<ListedPage> {
  const enrollees = own(permit, 'enrollment.view')
  if (enrollees.length === 0) return page([], limit)
  const rows = await open(db)
    .selectFrom('enrollment')
    .select('id')
    .where('enrollee_id', 'in', enrollees)
    .where('id', '>', after ?? '')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  return page(
    rows.map((r) => r.id),
    limit,
  )
}
