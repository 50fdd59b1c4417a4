/** Writes of packets: applications that are prepared and submitted together. */
import { randomUUID } from 'node:crypto'
import type { Permit } from '#domain/access/policy.ts'
import type { SituationId } from '#domain/application/situations.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

/**
 * Puts applications into a packet, in this order, and returns its id. One that is in a packet already stays there and
 * brings the others with it. `permits` prove that the person may start each of them.
 */
export async function insertPacket(
  tx: Db,
  permits: readonly Permit<'application.edit'>[],
  situation: SituationId,
  at: Date,
): Promise<string> {
  const k = open(tx)
  const ids = permits.map((p) => p.subjectId)
  const there = await k
    .selectFrom('packet_application')
    .select(['application_id', 'packet_id'])
    .where('application_id', 'in', ids)
    .execute()
  const packetId = there[0]?.packet_id ?? randomUUID()
  if (!there[0])
    await k
      .insertInto('packet')
      .values({ id: packetId, situation, created_by: permits[0]!.actor.userId, created_at: at })
      .execute()
  const { last } = await k
    .selectFrom('packet_application')
    .select((eb) => eb.fn.coalesce(eb.fn.max('position'), eb.val(0)).as('last'))
    .where('packet_id', '=', packetId)
    .executeTakeFirstOrThrow()
  const fresh = ids.filter((id) => !there.some((t) => t.application_id === id))
  for (const [i, id] of fresh.entries())
    await k
      .insertInto('packet_application')
      .values({ application_id: id, packet_id: packetId, position: Number(last) + 1 + i })
      .execute()
  return packetId
}
