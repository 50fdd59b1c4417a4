/** The provider that a session acts for. */
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { tokenHash } from '../../kit/token.ts'

/** Sets it, under a new token: whatever was sent with the old one is over. False when the session ended. */
export async function saveActing(
  tx: Db,
  session: { readonly sessionId: string; readonly userId: string },
  enrolleeId: string | null,
  newToken: string,
): Promise<boolean> {
  const done = await open(tx)
    .updateTable('session')
    .set({ acting_for: enrolleeId, token_hash: tokenHash(newToken) })
    .where('id', '=', session.sessionId)
    .where('user_id', '=', session.userId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
