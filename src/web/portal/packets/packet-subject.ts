/** A packet as its visitor's own view: what they may see of it is asked for each application. */
import type { ApplicationHeader } from '#db/queries/application/applications.ts'
import { findPacket, type Packet } from '#db/queries/application/packets.ts'
import type { Subject } from '#domain/access/policy.ts'
import { type PacketStanding, packetStanding } from '#use-cases/packets/packet-standing.ts'
import { type Ask, visitorsOwn } from '#web/kit/page.ts'

export const packetPath = (id: string, rest = ''): string => `/packets/${id}${rest}`

export interface PacketSubject extends Subject {
  readonly packet: Packet
}
export type PacketAsk = Ask<'dashboard.view', PacketSubject>

export async function packetSubject(
  db: PacketAsk['db'],
  params: PacketAsk['params'],
  visit: PacketAsk['visit'],
): Promise<PacketSubject | undefined> {
  const own = visitorsOwn(db, params, visit) as Subject | undefined
  const packet = await findPacket(db, params.packetId)
  return own && packet && { ...own, packet }
}

/** Undefined when the visitor may see none of the applications. */
export const packetRows = ({ db, visit, subject, w, now }: PacketAsk): Promise<readonly PacketStanding[] | undefined> =>
  packetStanding(db, visit.actor, subject.packet.id, w, now)

export const nameOf = (h: ApplicationHeader, w: PacketAsk['w']): string =>
  `${w.forms[h.form]?.short ?? h.form}, ${w.reasons.on(h.form, h.reason)}, ${w.values.states[h.state] ?? h.state}`
