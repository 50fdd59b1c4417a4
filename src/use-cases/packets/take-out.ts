/** Takes an application out of its packet, because somebody chose so and said why: the others wait for it no longer. */
import type { Db } from '#db/db.ts'
import { applicationSubject } from '#db/queries/application/applications.ts'
import { findPacket, packetOf } from '#db/queries/application/packets.ts'
import { listAddressesOf } from '#db/queries/reminders/due-reminders.ts'
import { appendEvent } from '#db/records/application/application-events.ts'
import { lockApplication } from '#db/records/application/applications.ts'
import { lockPacket, removeFromPacket, voidKept } from '#db/records/application/packet-signatures.ts'
import { queueMessage } from '#db/records/messages.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import type { Permit } from '#domain/access/policy.ts'
import { allows } from '#domain/application/lifecycle.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { REASON_MIN } from '#domain/review/screening/screening.ts'
import { systemPermit } from '../signatures/ask-signature.ts'
import { type PacketOffice, sendIfWhole } from './send-packet.ts'

/**
 * Its own signature counts no more. When every other signature is there, the rest is sent now: true. Whoever else signs
 * is told. Refuses with `reason-needed`, `too-long`, `not-editable` or `not-found` (in no packet).
 */
export const takeOutOfPacket = (
  db: Db,
  permit: Permit<'application.edit'>,
  because: string,
  office: PacketOffice,
  now: Date,
): Promise<Result<{ readonly sent: boolean }>> =>
  transactOrRefuse<{ readonly sent: boolean }>(db, async (tx) => {
    const said = because.trim()
    if (said.length < REASON_MIN) return refuse({ code: 'reason-needed', at: 'because', with: { min: REASON_MIN } })
    if (said.length > 500) return refuse({ code: 'too-long', at: 'because', with: { max: 500 } })
    const packetId = await packetOf(tx, permit)
    if (packetId === undefined) return refuse({ code: 'not-found' })
    await lockPacket(tx, packetId)
    const locked = await lockApplication(tx, permit)
    if (!allows(locked.status, 'submit')) return refuse({ code: 'not-editable' })
    await voidKept(tx, permit, now)
    await removeFromPacket(tx, permit)
    await appendEvent(tx, locked.id, 'signature', permit.actor, now, { signature: 'taken-out', of: said, packetId })
    const sent = await sendIfWhole(tx, packetId, office, now)
    if (!sent.ok) return sent
    await tellOthers(tx, permit, packetId, office, now)
    return ok({ sent: sent.value })
  })

async function tellOthers(
  tx: Db,
  permit: Permit<'application.edit'>,
  packetId: string,
  { site, words }: PacketOffice,
  now: Date,
): Promise<void> {
  const mail = words.mails.packetSmaller(`${site.origin}/packets/${packetId}`)
  const told = new Set([permit.actor.userId])
  for (const id of (await findPacket(tx, packetId))?.applicationIds ?? [])
    for (const userId of (await applicationSubject(tx, id))?.signerIds ?? []) {
      if (told.has(userId)) continue
      told.add(userId)
      for (const recipient of await listAddressesOf(tx, systemPermit(), userId))
        await queueMessage(tx, { channel: 'email', recipient, template: 'packet-smaller', ...mail }, now)
    }
}
