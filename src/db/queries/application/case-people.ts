/** Names of the people who work on a case, for its header and its time-line. Reads only. */
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { type ApplicationPermit, isRowId } from './applications.ts'

/** The display name of a user; undefined for "system" and for accounts that are gone. */
export async function findHolderName(
  db: Db,
  permit: ApplicationPermit,
  userId: string | undefined,
): Promise<string | undefined> {
  return userId === undefined ? undefined : (await namesOf(db, permit, [userId])).get(userId)
}

/** Display names by user id, for those that have one. */
export async function namesOf(
  db: Db,
  _: ApplicationPermit,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(userIds)].filter(isRowId)
  if (ids.length === 0) return new Map()
  const rows = await open(db).selectFrom('app_user').select(['id', 'display_name']).where('id', 'in', ids).execute()
  return new Map(rows.map((r) => [r.id, r.display_name]))
}
