/** Reminds whoever has still to sign something of a packet: on a click, or by itself some days after the last signature. */
import type { Db } from '#db/db.ts'
import { applicationSubject } from '#db/queries/application/applications.ts'
import { findPacket, listKeptSignatures, listWaitingPackets } from '#db/queries/application/packets.ts'
import { listAddressesOf } from '#db/queries/reminders/due-reminders.ts'
import { queueMessage } from '#db/records/messages.ts'
import { transact } from '#db/records/transact.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import type { Actor, Permit } from '#domain/access/policy.ts'
import { allows } from '#domain/application/lifecycle.ts'
import { signatureReminders } from '#domain/application/signers.ts'
import { dayIn, daysBetween, siteZone } from '#domain/dates.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { systemPermit } from '../signatures/ask-signature.ts'
import { heldSignature } from './held-signature.ts'
import { packetStanding } from './packet-standing.ts'
import { type PacketOffice, sendIfWhole } from './send-packet.ts'

/** At most one mail a day for one application. Refuses with `not-found` when nobody can be reminded of it. */
export const remindOfPacket = (
  db: Db,
  actor: Actor,
  { packetId, applicationId }: { readonly packetId: string; readonly applicationId: string },
  office: PacketOffice,
  now: Date,
): Promise<Result<null>> =>
  transactOrRefuse<null>(db, async (tx) => {
    const standing = await packetStanding(tx, actor, packetId, office.words, now)
    if (!standing?.some((s) => s.applicationId === applicationId && s.remindable)) return refuse({ code: 'not-found' })
    await remind(tx, packetId, applicationId, office, now)
    return ok(null)
  })

/**
 * Sends every packet whose last obstacle is gone (an application of it was withdrawn, a list says something else now),
 * and reminds those who are missing 3, 7, 14 and 30 days after the latest signature.
 */
export async function tendPackets(
  db: Db,
  permit: Permit<'system.run'>,
  office: PacketOffice,
  now: Date,
): Promise<void> {
  for (const packetId of await listWaitingPackets(db, permit)) {
    const sent = await transactOrRefuse(db, (tx) => sendIfWhole(tx, packetId, office, now))
    if (sent.ok && sent.value) continue
    const kept = await listKeptSignatures(db, packetId)
    const last = kept.at(-1)
    const waited = last ? daysBetween(dayIn(siteZone, last.signedAt), dayIn(siteZone, now)) : 0
    if (!signatureReminders.some((d) => d === waited)) continue
    for (const applicationId of (await findPacket(db, packetId))?.applicationIds ?? []) {
      const own = kept.find((k) => k.applicationId === applicationId)
      if (own && (await heldSignature(db, own, office.words, now))) continue
      await transact(db, (tx) => remind(tx, packetId, applicationId, office, now))
    }
  }
}

async function remind(
  tx: Db,
  packetId: string,
  applicationId: string,
  { site, words }: PacketOffice,
  now: Date,
): Promise<void> {
  const subject = await applicationSubject(tx, applicationId)
  if (!subject || !allows(subject.status, 'submit')) return
  const mail = words.mails.packetWaits(`${site.origin}/packets/${packetId}`)
  const today = dayIn(siteZone, now)
  for (const userId of subject.signerIds ?? [])
    for (const recipient of await listAddressesOf(tx, systemPermit(), userId)) {
      const dedupeKey = `packet-reminder|${applicationId}|${today}|${recipient}`
      await queueMessage(tx, { channel: 'email', recipient, template: 'packet-reminder', dedupeKey, ...mail }, now)
    }
}
