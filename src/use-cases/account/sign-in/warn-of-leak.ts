/** A right password that has come onto the operator's list of leaked ones: its owner is told, once a month until it is changed. */
import type { Db } from '#db/db.ts'
import type { Account } from '#db/records/access/accounts.ts'
import { appendAuthEvent, happenedSince } from '#db/records/access/auth-events.ts'
import { transact } from '#db/records/transact.ts'
import { after } from '#domain/access/session.ts'
import type { Caller, Identity } from '../identity.ts'
import { tellOwner } from '../tell-owner.ts'

const MONTH = 30 * 86_400_000

export async function warnOfLeak(
  db: Db,
  { passwords, words, site }: Identity,
  account: Account,
  password: string,
  caller: Caller,
  now: Date,
): Promise<void> {
  if (!(await passwords.isLeaked(password))) return
  if (await happenedSince(db, account.id, 'password-leaked', after(now, -MONTH))) return
  await transact(db, async (tx) => {
    await appendAuthEvent(tx, { type: 'password-leaked', userId: account.id, actorId: 'system', caller }, now)
    const mail = words.mails.passwordLeaked(account.displayName, `${site.origin}/account/password`)
    await tellOwner(tx, account.id, 'password-leaked', mail, now)
  })
}
