/** Writes of the edited words of letters: every change is another version, and no version ever changes. */
import type { Permit } from '#domain/access/policy.ts'
import type { WordedLetter, Wording } from '#domain/decisions/wording.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

/** Refuses with `stale` when somebody saved after the version that was seen (0: the product's own words). */
export async function insertWording(
  tx: Db,
  permit: Permit<'wording.edit'>,
  w: { readonly kind: WordedLetter; readonly seen: number; readonly wording: Wording; readonly reason: string },
  at: Date,
): Promise<Result<number>> {
  const k = open(tx)
  const last = await k
    .selectFrom('letter_wording')
    .select((e) => e.fn.max('version').as('version'))
    .where('kind', '=', w.kind)
    .executeTakeFirst()
  if (Number(last?.version ?? 0) !== w.seen) return refuse({ code: 'stale' })
  const row = await k
    .insertInto('letter_wording')
    .values({
      kind: w.kind,
      version: w.seen + 1,
      wording: JSON.stringify(w.wording),
      reason: w.reason,
      changed_by: permit.actor.userId,
      changed_at: at,
    })
    .onConflict((c) => c.doNothing())
    .returning('version')
    .executeTakeFirst()
  return row ? ok(row.version) : refuse({ code: 'stale' })
}
