/** The applications that were sent in one packet with a case, for the desk. Reads only. */
import type { Db } from '#db/db.ts'
import {
  type ApplicationHeader,
  type ApplicationPermit,
  applicationSubject,
  findApplication,
} from '#db/queries/application/applications.ts'
import { findPacket, packetOf } from '#db/queries/application/packets.ts'
import { authorize } from '#domain/access/policy.ts'
import { allows } from '#domain/application/lifecycle.ts'
import type { SituationId } from '#domain/application/situations.ts'

export interface CasePacket {
  readonly situation: SituationId
  /** The others; undefined for one that is another contractor's, of which only that it exists is told. */
  readonly others: readonly (ApplicationHeader | undefined)[]
}

/** Undefined when the case came alone. What is still a draft is nobody's to see. */
export async function packetOfCase(db: Db, permit: ApplicationPermit): Promise<CasePacket | undefined> {
  const packet = await findPacket(db, await packetOf(db, permit))
  if (!packet) return undefined
  const others: (ApplicationHeader | undefined)[] = []
  for (const id of packet.applicationIds.filter((i) => i !== permit.subjectId)) {
    const subject = await applicationSubject(db, id)
    if (!subject || allows(subject.status, 'submit')) continue
    const viewing = authorize(permit.actor, 'application.view', subject)
    others.push(viewing.ok ? await findApplication(db, viewing.value) : undefined)
  }
  return others.length > 0 ? { situation: packet.situation, others } : undefined
}
