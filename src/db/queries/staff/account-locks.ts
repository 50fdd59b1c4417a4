/** Until when tries of an account are locked. */
import type { AuthEventType } from '#domain/access/auth-event.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

/**
 * Until when tries are locked, by what is tried; `keys` are the keyed digests of the account (src/use-cases/help-desk).
 * Whoever asks for help may cause the look, but never sees it: it goes into the part of the ticket that is for staff.
 */
export async function listLocks(
  db: Db,
  _permit: Permit<'account.support'> | Permit<'help.ask'>,
  userId: string,
  keys: readonly { readonly scope: string; readonly key: string }[],
  now: Date,
): Promise<readonly { readonly scope: string; readonly until: Date }[]> {
  const rows = await open(db)
    .selectFrom('counter')
    .select(['scope', 'locked_until'])
    .where('locked_until', '>', now)
    .where((e) => e.or(keys.map((k) => e.and([e('scope', '=', k.scope), e('key', '=', k.key)]))))
    .execute()
  const found = rows.flatMap((r) => (r.locked_until ? [{ scope: r.scope, until: r.locked_until }] : []))
  const onOwnDevice = found.some((f) => f.scope === 'password') ? undefined : await lockOfOwnDevice(db, userId)
  return onOwnDevice && onOwnDevice > now ? [...found, { scope: 'password', until: onOwnDevice }] : found
}

const OPENED: readonly AuthEventType[] = ['account-unlocked', 'staff-unlocked', 'password-reset', 'signed-in']
/** Tries from a browser that signed in before count apart, under a key that only that browser has: the history tells. */
async function lockOfOwnDevice(db: Db, userId: string): Promise<Date | undefined> {
  const row = await open(db)
    .selectFrom('auth_event')
    .select(['type', 'detail'])
    .where('user_id', '=', userId)
    .where('type', 'in', ['account-locked', ...OPENED])
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.type === 'account-locked' && typeof row.detail.until === 'string' ? new Date(row.detail.until) : undefined
}
