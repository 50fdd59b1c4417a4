/** Tells the owner of an account, at every address that wants to know, in the transaction of what happened. */
import type { Db } from '#db/db.ts'
import { queueMessage } from '#db/records/messages.ts'
import { contactsOf } from '#db/records/methods.ts'

export async function tellOwner(
  tx: Db,
  userId: string,
  template: string,
  mail: { readonly subject: string; readonly body: string },
  now: Date,
): Promise<void> {
  for (const recipient of await contactsOf(tx, userId, 'email'))
    await queueMessage(tx, { channel: 'email', recipient, template, ...mail }, now)
}

/** "May 1, 2026, 12:00 PM EDT": an instant as mails and pages of accounts say it. */
export const sayInstant = (at: Date): string =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'America/New_York' }).format(
    at,
  ) + ' Eastern'
