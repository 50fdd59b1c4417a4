/** What waits for somebody's own signature, and what waits for anybody's. */
import type { Permit } from '#domain/access/policy.ts'
import type { Side } from '#domain/reassignment/standing.ts'
import type { Db } from '../../db.ts'
import { isRowId } from '../application/applications.ts'
import { type Handshake, handshakeOf, handshakes } from './handshakes.ts'
import { listSigners, type Signer } from './signers.ts'

export interface ToSign {
  readonly handshake: Handshake
  readonly side: Side
}

/** Neither refused, nor accepted, nor ended, and a signature is missing. */
const unsigned = (db: Db) =>
  handshakes(db)
    .where('h.refused_at', 'is', null)
    .where('h.accepted_at', 'is', null)
    .where('h.ended_at', 'is', null)
    .where('h.expired_at', 'is', null)
    .where((e) => e.or([e('h.practitioner_signed_at', 'is', null), e('h.group_signed_at', 'is', null)]))

/** The oldest first; at most 900, which is as many ticks as one form can send. */
export async function listToSign(db: Db, permit: Permit<'dashboard.view'>): Promise<readonly ToSign[]> {
  const { actor } = permit
  const parties = actor.memberships
    .filter((m) => m.role === 'individual-provider' || m.role === 'authorized-official')
    .map((m) => m.partyId)
    .filter(isRowId)
  if (parties.length === 0) return []
  const rows = await unsigned(db)
    .where((e) =>
      e.or([
        e.and([e('h.from_enrollee_id', 'in', parties), e('h.practitioner_signed_at', 'is', null)]),
        e.and([e('h.to_enrollee_id', 'in', parties), e('h.group_signed_at', 'is', null)]),
      ]),
    )
    .orderBy('h.proposed_at')
    .orderBy('p.display_name')
    .orderBy('h.id')
    .limit(900)
    .execute()
  const found = rows.map(handshakeOf).filter((h) => h.refusedBy === undefined)
  const signers = await listSigners(db, found)
  return found.flatMap((handshake) =>
    missingOf(handshake)
      .filter((side) => signersOf(signers, handshake, side).some((s) => s.userId === actor.userId))
      .map((side) => ({ handshake, side })),
  )
}

export const missingOf = (h: Handshake): readonly Side[] => [
  ...(h.practitionerSigned ? [] : (['practitioner'] as const)),
  ...(h.groupSigned ? [] : (['group'] as const)),
]

export const signersOf = (signers: readonly Signer[], h: Handshake, side: Side): readonly Signer[] =>
  signers.filter(
    (s) => s.side === side && s.of === (side === 'group' ? h.group.enrollmentId : h.practitioner.enrolleeId),
  )

/** Those of anybody whose signers were last written to before an instant; at most 5,000. */
export async function listUnsigned(db: Db, _: Permit<'system.run'>, before: Date): Promise<readonly Handshake[]> {
  const rows = await unsigned(db)
    .where((e) => e(e.fn.coalesce('h.reminded_at', 'h.proposed_at'), '<=', before))
    .orderBy('h.proposed_at')
    .orderBy('h.id')
    .limit(5000)
    .execute()
  return rows.map(handshakeOf).filter((h) => h.refusedBy === undefined)
}

/** Those of anybody that were proposed before an instant and carried by no application; at most 5,000. */
export async function listOldUnsigned(db: Db, _: Permit<'system.run'>, before: Date): Promise<readonly Handshake[]> {
  const rows = await unsigned(db)
    .where('h.proposed_at', '<=', before)
    .orderBy('h.proposed_at')
    .orderBy('h.id')
    .limit(5000)
    .execute()
  return rows.map(handshakeOf).filter((h) => h.refusedBy === undefined && !h.applicationOpen)
}
