/** Reads of the edited words of letters. A letter without a version in force has the product's own words. */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { WordedLetter } from '#domain/decisions/worded-letters.ts'
import type { Wording } from '#domain/decisions/wording.ts'
import type { VersionState } from '#domain/versions.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export interface WordingVersion {
  readonly version: number
  readonly wording: Wording
  readonly reason: string
  readonly state: VersionState
  readonly changedBy: string
  readonly changedByName: string | undefined
  readonly changedAt: Date
  readonly answeredByName: string | undefined
  readonly answeredAt: Date | undefined
  readonly answer: string | undefined
  /** Letters that were written with it. */
  readonly letters: number
}

type Reading = Permit<
  | 'wording.edit'
  | 'application.review'
  | 'application.decide'
  | 'decisions.view'
  | 'enrollment.prepare-decision'
  | 'enrollment.decide'
  | 'appeal.hear'
  | 'affiliation.ask'
>

/** Every version, the newest first. */
export async function listWordings(
  db: Db,
  _: Permit<'wording.edit'>,
  kind: WordedLetter,
): Promise<readonly WordingVersion[]> {
  const rows = await open(db)
    .selectFrom('letter_wording as l')
    .leftJoin('app_user as u', 'u.id', 'l.changed_by')
    .leftJoin('app_user as v', 'v.id', 'l.answered_by')
    .selectAll('l')
    .select(['u.display_name as by_name', 'v.display_name as answered_name'])
    .select(
      sql<number>`(select count(*) from letter x where x.wording_kind = l.kind and x.wording_version = l.version)`.as(
        'letters',
      ),
    )
    .where('l.kind', '=', kind)
    .orderBy('l.version', 'desc')
    .limit(200)
    .execute()
  return rows.map((r) => ({
    version: r.version,
    wording: r.wording,
    reason: r.reason,
    state: r.state,
    changedBy: r.changed_by,
    changedByName: r.by_name ?? undefined,
    changedAt: r.changed_at,
    answeredByName: r.answered_name ?? undefined,
    answeredAt: r.answered_at ?? undefined,
    answer: r.answer ?? undefined,
    letters: Number(r.letters),
  }))
}

/** The words in force, with their version; undefined while nobody has put others in force. */
export const findWording = (
  db: Db,
  _: Reading,
  kind: WordedLetter,
): Promise<{ readonly version: number; readonly wording: Wording } | undefined> =>
  open(db)
    .selectFrom('letter_wording')
    .select(['version', 'wording'])
    .where('kind', '=', kind)
    .where('state', '=', 'in-force')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()

export interface WordingCount {
  /** Undefined: the product's own words. */
  readonly inForce: number | undefined
  readonly waiting: number | undefined
}

/** Which version of each letter is in force and which waits, for the list. */
export async function countWordings(db: Db, _: Permit<'wording.edit'>): Promise<ReadonlyMap<string, WordingCount>> {
  const rows = await open(db)
    .selectFrom('letter_wording')
    .select('kind')
    .select(sql<number | null>`max(version) filter (where state = 'in-force')`.as('in_force'))
    .select(sql<number | null>`max(version) filter (where state = 'waiting')`.as('waiting'))
    .groupBy('kind')
    .execute()
  return new Map(
    rows.map((r) => [
      r.kind,
      {
        inForce: r.in_force === null ? undefined : Number(r.in_force),
        waiting: r.waiting === null ? undefined : Number(r.waiting),
      },
    ]),
  )
}
