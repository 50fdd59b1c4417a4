/** Tells the owner of an account, at every address that wants to know, in the transaction of what happened. */
import type { Db } from '#db/db.ts'
import { insertFlow } from '#db/records/access/flows.ts'
import { contactsOf } from '#db/records/access/methods.ts'
import { queueMessage } from '#db/records/messages.ts'
import type { EmailChange } from '#domain/access/flow-content.ts'
import { flowValid } from '#domain/access/limits.ts'
import type { Mail } from '#domain/mails/mail-text.ts'
import { newToken, type Writer } from './identity.ts'

export async function tellOwner(tx: Db, userId: string, template: string, mail: Mail, now: Date): Promise<void> {
  for (const recipient of await contactsOf(tx, userId, 'email'))
    await queueMessage(tx, { channel: 'email', recipient, template, ...mail }, now)
}

/** What a warning may say beside the account's own addresses and its plain link. */
interface Warned {
  /** In place of every address of the account. */
  readonly recipients?: readonly string[]
  /** What the link takes back. */
  readonly email?: EmailChange
}

/** Tells the owner of a change that could be somebody else's, with the link to a page that says "this was not me". */
export async function warnOwner(
  tx: Db,
  { site, words }: Pick<Writer, 'site' | 'words'>,
  userId: string,
  template: string,
  mail: Mail,
  now: Date,
  { recipients, email }: Warned = {},
): Promise<void> {
  for (const recipient of recipients ?? (await contactsOf(tx, userId, 'email'))) {
    const token = newToken()
    await insertFlow(tx, { token, kind: 'disavow', userId, content: { notice: template, email } }, now)
    const link = `${site.origin}/not-me?token=${token}`
    const below = words.mails.notMe(link, flowValid.disavow / 86_400_000)
    await queueMessage(tx, { channel: 'email', recipient, template, ...mail, below }, now)
  }
}

/** "May 1, 2026, 12:00 PM EDT": an instant as mails and pages of accounts say it. */
export const sayInstant = (at: Date): string =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'America/New_York' }).format(
    at,
  ) + ' Eastern'
