/** Acts on reassignments that both sides confirm: signed, refused, held, accepted, ended. Nothing that happened is changed. */
import type { Day } from '#domain/dates.ts'
import type { Side } from '#domain/reassignment/standing.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { type Handshake, handshakeOf, handshakes } from '../../queries/reassignments/handshakes.ts'

/** Held until the transaction ends, so that two people do not answer at the same time. In the order of the ids. */
export async function lockHandshakes(tx: Db, ids: readonly string[]): Promise<readonly Handshake[]> {
  if (ids.length === 0) return []
  const wanted = [...new Set(ids)]
  await open(tx)
    .selectFrom('reassignment_handshake')
    .select('id')
    .where('id', 'in', wanted)
    .orderBy('id')
    .forUpdate()
    .execute()
  const rows = await handshakes(tx).where('h.id', 'in', wanted).orderBy('h.id').execute()
  return rows.map(handshakeOf)
}

/** One side's signature under each of them. */
export async function signHandshakes(
  tx: Db,
  ids: readonly string[],
  s: { readonly side: Side; readonly userId: string; readonly name: string },
  at: Date,
): Promise<void> {
  if (ids.length === 0) return
  const columns =
    s.side === 'practitioner'
      ? { practitioner_signed_at: at, practitioner_signed_by: s.userId, practitioner_signed_name: s.name }
      : { group_signed_at: at, group_signed_by: s.userId, group_signed_name: s.name }
  await open(tx).updateTable('reassignment_handshake').set(columns).where('id', 'in', ids).execute()
}

export async function refuseHandshake(
  tx: Db,
  id: string,
  r: { readonly side: Side | 'contractor'; readonly userId: string; readonly reason: string },
  at: Date,
): Promise<void> {
  await open(tx)
    .updateTable('reassignment_handshake')
    .set({ refused_at: at, refused_by: r.userId, refused_side: r.side, refusal: r.reason })
    .where('id', '=', id)
    .execute()
}

/** A person of the contractor must look at it; the reasons are codes of the acceptance policy. */
export async function holdHandshake(tx: Db, id: string, because: readonly string[]): Promise<void> {
  await open(tx)
    .updateTable('reassignment_handshake')
    .set({ held_because: JSON.stringify(because) })
    .where('id', '=', id)
    .execute()
}

export async function acceptHandshake(
  tx: Db,
  id: string,
  a: { readonly effectiveOn: Day; readonly because: readonly string[]; readonly by: string | undefined },
  at: Date,
): Promise<void> {
  await open(tx)
    .updateTable('reassignment_handshake')
    .set({
      accepted_at: at,
      accepted_by: a.by ?? null,
      effective_on: a.effectiveOn,
      because: JSON.stringify(a.because),
    })
    .where('id', '=', id)
    .execute()
}

export async function endHandshake(
  tx: Db,
  id: string,
  e: { readonly side: Side; readonly userId: string; readonly reason: string; readonly endsOn: Day },
  at: Date,
): Promise<void> {
  await open(tx)
    .updateTable('reassignment_handshake')
    .set({ ended_at: at, ended_by: e.userId, ended_side: e.side, end_reason: e.reason, ends_on: e.endsOn })
    .where('id', '=', id)
    .execute()
}
