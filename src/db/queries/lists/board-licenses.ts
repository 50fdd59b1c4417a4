/** Licenses as the state boards' files list them. Reads only. */
import type { Action, Permit } from '#domain/access/policy.ts'
import { type BoardLicense, licenseKey } from '#domain/party/board-license.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

/** Every license of the number in the state; a board may number each kind by itself. */
export async function boardLicensesFor(
  db: Db,
  _: Permit<Action>,
  license: { readonly state: string; readonly number: string },
): Promise<readonly BoardLicense[]> {
  const rows = await open(db)
    .selectFrom('board_license as l')
    .innerJoin('source_import as i', 'i.id', 'l.import_id')
    .select('l.detail')
    .where('i.source', '=', 'license-board')
    .where('i.status', '=', 'current')
    .where('l.state', '=', license.state.toUpperCase())
    .where('l.number_key', '=', licenseKey(license.number))
    .orderBy('l.kind')
    .execute()
  return rows.map((r) => r.detail)
}

/** Does the file in force have any license of the state? */
export async function boardCovers(db: Db, _: Permit<Action>, state: string): Promise<boolean> {
  const row = await open(db)
    .selectFrom('board_license as l')
    .innerJoin('source_import as i', 'i.id', 'l.import_id')
    .select('l.state')
    .where('i.source', '=', 'license-board')
    .where('i.status', '=', 'current')
    .where('l.state', '=', state.toUpperCase())
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
