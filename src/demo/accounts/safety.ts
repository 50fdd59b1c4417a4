/** Makes account safety visible: Rosa signed in on a computer and just now on a phone that is not hers, so that her mailbox holds the notice. */
import type { Db } from '#db/db.ts'
import { findAccountByLoginId } from '#db/records/access/accounts.ts'
import { transact } from '#db/records/transact.ts'
import { after } from '#domain/access/session.ts'
import type { Site } from '#outside/services.ts'
import type { Identity, Writer } from '#use-cases/account/identity.ts'
import { openSession } from '#use-cases/account/sign-in/open-session.ts'
import { en } from '#words/index.ts'

const minutes = (n: number): number => n * 60_000
const places = [
  { ago: minutes(20), ip: '203.0.113.24', userAgent: 'Mozilla/5.0 (Windows NT 10.0) Firefox/145.0' },
  { ago: minutes(4), ip: '198.51.100.77', userAgent: 'Mozilla/5.0 (Linux; Android 16) Chrome/142.0 Mobile' },
] as const

/** Nothing happens where the account is not there. */
export async function seedSafety(
  db: Db,
  o: { readonly identity: Pick<Identity, 'secrets'>; readonly site: Site; readonly now: Date },
): Promise<void> {
  const account = await findAccountByLoginId(db, 'rosa.vega')
  if (!account) return
  const identity: Writer = { secrets: o.identity.secrets, site: o.site, words: en }
  for (const { ago, ...caller } of places)
    await transact(db, (tx) => openSession(tx, identity, account, 'app', caller, after(o.now, -ago)))
}
