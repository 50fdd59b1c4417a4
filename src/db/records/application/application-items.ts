/** Answers of an application: an item saved, taken out, put back. Only use-cases call these, holding the application. */
import type { Actor } from '#domain/access/policy.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import type { Db } from '../../db.ts'
import { open, vaultOf } from '../../kit/open.ts'
import { itemPlace } from '../../queries/application/application-file.ts'

export interface ItemToSave {
  readonly sectionId: string
  readonly itemId: string
  readonly open: Readonly<Record<string, unknown>>
  readonly restricted: Readonly<Record<string, unknown>>
  /** The version that the page was drawn from; undefined for a new item. */
  readonly seenVersion: number | undefined
}

/** Saves one item; refuses with `stale` when somebody saved it after the page was drawn. */
export async function saveItem(
  tx: Db,
  applicationId: string,
  item: ItemToSave,
  by: Actor,
  at: Date,
): Promise<Result<null>> {
  const k = open(tx)
  const sealed =
    Object.keys(item.restricted).length > 0
      ? vaultOf(tx).seal(itemPlace(applicationId, item.sectionId, item.itemId), JSON.stringify(item.restricted))
      : null
  const values = {
    answers: JSON.stringify(item.open),
    restricted: sealed,
    updated_at: at,
    updated_by: by.userId,
    removed_at: null,
  }
  const stored = await k
    .selectFrom('section_answers')
    .select('version')
    .where('application_id', '=', applicationId)
    .where('section_id', '=', item.sectionId)
    .where('item_id', '=', item.itemId)
    .executeTakeFirst()
  if (stored && stored.version !== item.seenVersion) return refuse({ code: 'stale' })
  if (stored)
    await k
      .updateTable('section_answers')
      .set({ ...values, version: stored.version + 1 })
      .where('application_id', '=', applicationId)
      .where('section_id', '=', item.sectionId)
      .where('item_id', '=', item.itemId)
      .execute()
  else {
    const { last } = await k
      .selectFrom('section_answers')
      .select((eb) => eb.fn.coalesce(eb.fn.max('position'), eb.val(0)).as('last'))
      .where('application_id', '=', applicationId)
      .where('section_id', '=', item.sectionId)
      .executeTakeFirstOrThrow()
    await k
      .insertInto('section_answers')
      .values({
        application_id: applicationId,
        section_id: item.sectionId,
        item_id: item.itemId,
        position: Number(last) + 1,
        ...values,
      })
      .execute()
  }
  return ok(null)
}

/** Takes an item out, or puts it back. */
export async function setItemRemoved(
  tx: Db,
  applicationId: string,
  sectionId: string,
  itemId: string,
  removedAt: Date | null,
): Promise<boolean> {
  const done = await open(tx)
    .updateTable('section_answers')
    .set({ removed_at: removedAt })
    .where('application_id', '=', applicationId)
    .where('section_id', '=', sectionId)
    .where('item_id', '=', itemId)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}
