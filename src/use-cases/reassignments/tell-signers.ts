/** Mails about reassignments: one for each signer, however many reassignments it is about. */
import type { Db } from '#db/db.ts'
import type { Handshake } from '#db/queries/reassignments/handshakes.ts'
import { listSigners } from '#db/queries/reassignments/signers.ts'
import { signersOf } from '#db/queries/reassignments/to-sign.ts'
import { queueMessage } from '#db/records/messages.ts'
import type { Mail } from '#domain/mails/mail-text.ts'
import type { Side } from '#domain/reassignment/standing.ts'
import type { Site } from '#outside/services.ts'
import type { Words } from '#words/index.ts'

export interface Teller {
  readonly site: Site
  readonly words: Words
}
export interface Told {
  readonly handshake: Handshake
  /** Whose signers are told. */
  readonly side: Side
}
/** What a mail says, given the names of the other sides and a link. */
type Say = (others: readonly string[], link: string) => Mail

/** In the transaction of what happened. `except` acted and is not told; `key` makes a mail go once. */
export async function tellSigners(
  tx: Db,
  { site }: Teller,
  all: readonly Told[],
  o: { readonly template: string; readonly say: Say; readonly except?: string; readonly key?: string },
  now: Date,
): Promise<number> {
  const signers = await listSigners(
    tx,
    all.map((t) => t.handshake),
  )
  const others = new Map<string, string[]>()
  for (const { handshake, side } of all)
    for (const s of signersOf(signers, handshake, side)) {
      if (s.email === undefined || s.userId === o.except) continue
      const name = side === 'group' ? handshake.practitioner.name : handshake.group.name
      const names = others.get(s.email)
      if (names) names.push(name)
      else others.set(s.email, [name])
    }
  const link = `${site.origin}/reassignments`
  for (const [recipient, names] of others)
    await queueMessage(
      tx,
      {
        channel: 'email',
        recipient,
        template: o.template,
        ...o.say(names, link),
        ...(o.key && { dedupeKey: `${o.key}|${recipient}` }),
      },
      now,
    )
  return others.size
}
