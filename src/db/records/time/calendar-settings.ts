/** Writes how somebody wants to be told what is due. */
import type { Day } from '#domain/dates.ts'
import { type DigestRhythm, usualRhythm } from '#domain/time/digest.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { tokenHash } from '../../kit/token.ts'

interface Change {
  readonly digest?: DigestRhythm
  /** The secret of the calendar's address; null takes it away. */
  readonly feed?: { readonly token: string; readonly at: Date } | null
  readonly lastDigestOn?: Day
}

/** Changes what is given and leaves the rest. */
export async function saveCalendarSetting(tx: Db, userId: string, c: Change): Promise<void> {
  const set = {
    ...(c.digest && { digest: c.digest }),
    ...(c.feed !== undefined && { feed_hash: c.feed && tokenHash(c.feed.token), feed_made_at: c.feed?.at ?? null }),
    ...(c.lastDigestOn && { last_digest_on: c.lastDigestOn }),
  }
  await open(tx)
    .insertInto('calendar_setting')
    .values({ user_id: userId, digest: usualRhythm, feed_hash: null, feed_made_at: null, last_digest_on: null, ...set })
    .onConflict((x) => x.column('user_id').doUpdateSet(set))
    .execute()
}
