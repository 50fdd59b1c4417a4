/** The wait is over and nobody canceled: the link to set up a new way to verify is mailed. */
import type { Db } from '#db/db.ts'
import { findAccount } from '#db/records/access/accounts.ts'
import { appendAuthEvent } from '#db/records/access/auth-events.ts'
import { insertFlow } from '#db/records/access/flows.ts'
import { contactsOf } from '#db/records/access/methods.ts'
import { queueMessage } from '#db/records/messages.ts'
import { openNextRequest } from '#db/records/staff/lost-factors.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { newSeed } from '#outside/totp.ts'
import { newToken, type Writer } from '#use-cases/account/identity.ts'

/** Mails the link to those whose wait is over; returns how many. Safe to run twice and side by side. */
export async function openLostFactors(
  db: Db,
  _permit: Permit<'system.run'>,
  { site, words }: Writer,
  now: Date,
): Promise<number> {
  for (let opened = 0; ; opened++) {
    const found = await transact(db, async (tx) => {
      const request = await openNextRequest(tx, now)
      const account = request && (await findAccount(tx, request.userId))
      if (!request || !account) return request
      const token = newToken()
      const content = { choosesPassword: request.resetsPassword, seed: newSeed(), requestId: request.id }
      await insertFlow(tx, { token, kind: 'set-up-access', userId: account.id, content }, now)
      const caller = { ip: '', userAgent: '' }
      await appendAuthEvent(tx, { type: 'lost-factors-open', userId: account.id, actorId: 'system', caller }, now)
      const mail = words.mails.lostFactorsOpen(account.displayName, `${site.origin}/set-up-access?token=${token}`)
      // To one mailbox, so that one link exists: the oldest that was verified.
      const recipient = (await contactsOf(tx, account.id, 'email'))[0]
      if (recipient)
        await queueMessage(tx, { channel: 'email', recipient, template: 'lost-factors-open', ...mail }, now)
      return request
    })
    if (!found) return opened
  }
}
