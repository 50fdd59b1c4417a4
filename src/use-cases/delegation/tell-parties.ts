/** What the use-cases of delegation are given, and how the people who decide for a party are told. */
import type { Db } from '#db/db.ts'
import { headsAddresses } from '#db/queries/delegation/parties.ts'
import { queueMessage } from '#db/records/messages.ts'
import type { Mail } from '#domain/mails/mail-text.ts'
import type { Site } from '#outside/services.ts'
import type { Words } from '#words/index.ts'

export interface Teller {
  readonly site: Site
  readonly words: Words
}

/** A mail to everybody who decides for the party, in the transaction of what happened. `key` names it, so that it goes once. */
export async function tellParty(
  tx: Db,
  partyId: string,
  template: string,
  mail: Mail,
  now: Date,
  key?: string,
): Promise<void> {
  for (const recipient of await headsAddresses(tx, partyId))
    await queueMessage(
      tx,
      { channel: 'email', recipient, template, ...mail, ...(key && { dedupeKey: `${key}|${recipient}` }) },
      now,
    )
}
