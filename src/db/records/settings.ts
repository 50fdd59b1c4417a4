import type { Db } from '../db.ts'
import { open } from '../kit/open.ts'

/** A named value of the installation; undefined when it was never set. */
export async function findSetting(db: Db, name: string): Promise<unknown> {
  const row = await open(db).selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst()
  return row?.value
}

export async function saveSetting(db: Db, name: string, value: unknown): Promise<void> {
  const json = JSON.stringify(value)
  await open(db)
    .insertInto('setting')
    .values({ name, value: json })
    .onConflict((c) => c.column('name').doUpdateSet({ value: json }))
    .execute()
}
