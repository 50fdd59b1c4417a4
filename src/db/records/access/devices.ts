/** Browsers that a person signed in from before, known by a cookie of which only the hash is stored. */
import { randomUUID } from 'node:crypto'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { tokenHash } from '../../kit/token.ts'

const NOBODY = '00000000-0000-4000-8000-000000000000'

/** Did this user sign in from the device of this cookie? Asks the database in any case, so that it takes the same time. */
export async function isKnownDevice(db: Db, userId: string | undefined, token: string | undefined): Promise<boolean> {
  const row = await open(db)
    .selectFrom('device')
    .select('id')
    .where('user_id', '=', userId ?? NOBODY)
    .where('token_hash', '=', tokenHash(token ?? ''))
    .executeTakeFirst()
  return row !== undefined
}

interface Seen {
  readonly userId: string
  readonly token: string | undefined
  /** The cookie to give when the device is new. */
  readonly newToken: string
  readonly ip: string
  readonly userAgent: string
}
/** Notes a sign-in from a device; says its id, whether it is new, and whether the user had any before. */
export async function noteDevice(tx: Db, s: Seen, at: Date): Promise<{ id: string; isNew: boolean; isFirst: boolean }> {
  const seen = { last_seen_at: at, ip: s.ip, user_agent: s.userAgent.slice(0, 300) }
  if (s.token) {
    const known = await open(tx)
      .updateTable('device')
      .set(seen)
      .where('user_id', '=', s.userId)
      .where('token_hash', '=', tokenHash(s.token))
      .returning('id')
      .executeTakeFirst()
    if (known) return { id: known.id, isNew: false, isFirst: false }
  }
  const before = await open(tx).selectFrom('device').select('id').where('user_id', '=', s.userId).executeTakeFirst()
  const id = randomUUID()
  await open(tx)
    .insertInto('device')
    .values({ id, user_id: s.userId, token_hash: tokenHash(s.newToken), first_seen_at: at, ...seen })
    .execute()
  return { id, isNew: true, isFirst: before === undefined }
}
