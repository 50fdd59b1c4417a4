/** Reads of the edited words of letters. A letter without a version has the product's own words. */
import type { Permit } from '#domain/access/policy.ts'
import type { WordedLetter, Wording } from '#domain/decisions/wording.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export interface WordingVersion {
  readonly version: number
  readonly wording: Wording
  readonly reason: string
  readonly changedBy: string
  readonly changedByName: string | undefined
  readonly changedAt: Date
}

type Reading = Permit<
  | 'wording.edit'
  | 'application.decide'
  | 'decisions.view'
  | 'enrollment.prepare-decision'
  | 'enrollment.decide'
  | 'appeal.hear'
>

/** Every version, the newest first. */
export async function listWordings(db: Db, _: Reading, kind: WordedLetter): Promise<readonly WordingVersion[]> {
  const rows = await open(db)
    .selectFrom('letter_wording as l')
    .leftJoin('app_user as u', 'u.id', 'l.changed_by')
    .selectAll('l')
    .select('u.display_name')
    .where('l.kind', '=', kind)
    .orderBy('l.version', 'desc')
    .limit(200)
    .execute()
  return rows.map((r) => ({
    version: r.version,
    wording: r.wording,
    reason: r.reason,
    changedBy: r.changed_by,
    changedByName: r.display_name ?? undefined,
    changedAt: r.changed_at,
  }))
}

/** The words in force, with their version; undefined while nobody has edited them. */
export const findWording = async (db: Db, permit: Reading, kind: WordedLetter): Promise<WordingVersion | undefined> =>
  (await listWordings(db, permit, kind))[0]

/** Versions in force by letter, for the list. */
export async function countWordings(db: Db, _: Permit<'wording.edit'>): Promise<ReadonlyMap<string, number>> {
  const rows = await open(db)
    .selectFrom('letter_wording')
    .select((e) => ['kind', e.fn.max('version').as('version')])
    .groupBy('kind')
    .execute()
  return new Map(rows.map((r) => [r.kind, Number(r.version)]))
}
