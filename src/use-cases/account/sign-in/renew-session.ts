/** After a proof in a session that is open: a new token, a fresh time, and what the proof is worth. In the caller's transaction. */
import type { Db } from '#db/db.ts'
import { renewSession } from '#db/records/access/sessions.ts'
import { assurance, type Method } from '#domain/access/assurance.ts'
import { newToken } from '../identity.ts'

/** The new token; undefined when the session ended meanwhile. `alone`: the method did without the password. */
export async function renewBy(
  tx: Db,
  session: { readonly id: string; readonly userId: string },
  method: Method,
  now: Date,
  alone = false,
): Promise<string | undefined> {
  const { aal, phishingResistant } = assurance[method]
  const token = newToken()
  const how = {
    token,
    userId: session.userId,
    aal,
    phishingResistant,
    methods: alone ? [method] : ['password', method],
  }
  return (await renewSession(tx, session.id, how, now)) ? token : undefined
}
