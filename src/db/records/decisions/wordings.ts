/** Writes of the edited words of letters: every change is another version, and the words of a version never change. */
import type { Permit } from '#domain/access/policy.ts'
import type { WordedLetter } from '#domain/decisions/worded-letters.ts'
import type { Wording } from '#domain/decisions/wording.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { nextVersion, type VersionState } from '#domain/versions.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

type Editing = Permit<'wording.edit'>

/**
 * A version that waits for a second person. Refuses with `version-waits` while another one does, and with `stale` when
 * somebody saved after the version that was seen (0: the product's own words).
 */
export async function insertWording(
  tx: Db,
  permit: Editing,
  w: { readonly kind: WordedLetter; readonly seen: number; readonly wording: Wording; readonly reason: string },
  at: Date,
): Promise<Result<number>> {
  const k = open(tx)
  const last = await k
    .selectFrom('letter_wording')
    .select(['version', 'state'])
    .where('kind', '=', w.kind)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  const next = nextVersion(last, w.seen)
  if (!next.ok) return next
  const row = await k
    .insertInto('letter_wording')
    .values({
      kind: w.kind,
      version: next.value,
      wording: JSON.stringify(w.wording),
      reason: w.reason,
      changed_by: permit.actor.userId,
      changed_at: at,
      state: 'waiting',
      answered_by: null,
      answered_at: null,
      answer: null,
    })
    .onConflict((c) => c.doNothing())
    .returning('version')
    .executeTakeFirst()
  return row ? ok(row.version) : refuse({ code: 'stale' })
}

/** Holds the version that waits, until the transaction ends; undefined when it was answered before. */
export const lockWaitingWording = (tx: Db, _: Editing, kind: WordedLetter, version: number) =>
  open(tx)
    .selectFrom('letter_wording')
    .select(['changed_by', 'wording'])
    .where('kind', '=', kind)
    .where('version', '=', version)
    .where('state', '=', 'waiting')
    .forUpdate()
    .executeTakeFirst()

export async function answerWaitingWording(
  tx: Db,
  permit: Editing,
  a: {
    readonly kind: WordedLetter
    readonly version: number
    readonly state: Exclude<VersionState, 'waiting'>
    readonly answer: string | undefined
  },
  at: Date,
): Promise<void> {
  await open(tx)
    .updateTable('letter_wording')
    .set({ state: a.state, answered_by: permit.actor.userId, answered_at: at, answer: a.answer ?? null })
    .where('kind', '=', a.kind)
    .where('version', '=', a.version)
    .where('state', '=', 'waiting')
    .execute()
}
