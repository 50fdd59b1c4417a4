/** Reads of packets. What is in an application is read with that application's own permit, never with the packet's. */
import { type Actor, enrolleesFor, type Permit } from '#domain/access/policy.ts'
import { isSituation, type SituationId } from '#domain/application/situations.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { type ApplicationPermit, isRowId } from './applications.ts'

export interface Packet {
  readonly id: string
  readonly situation: SituationId
  /** In the order of preparation. */
  readonly applicationIds: readonly string[]
}

/** Needs no permit, because permits are minted for each of its applications. */
export async function findPacket(db: Db, id: string | undefined): Promise<Packet | undefined> {
  if (!isRowId(id)) return undefined
  const rows = await open(db)
    .selectFrom('packet as p')
    .innerJoin('packet_application as a', 'a.packet_id', 'p.id')
    .select(['p.situation', 'a.application_id'])
    .where('p.id', '=', id)
    .orderBy('a.position')
    .execute()
  const situation = rows[0]?.situation
  return situation !== undefined && isSituation(situation)
    ? { id, situation, applicationIds: rows.map((r) => r.application_id) }
    : undefined
}

/** The packet that an application belongs to, if it belongs to one. */
export async function packetOf(db: Db, permit: ApplicationPermit): Promise<string | undefined> {
  const row = await open(db)
    .selectFrom('packet_application')
    .select('packet_id')
    .where('application_id', '=', permit.subjectId)
    .executeTakeFirst()
  return row?.packet_id
}

/** A signature that waits for those of the other applications of its packet. */
export interface KeptSignature {
  readonly id: string
  readonly packetId: string
  readonly applicationId: string
  readonly signerId: string
  /** As typed: the name of the official or practitioner. */
  readonly signerName: string
  readonly sha256: string
  /** Of the application when it was signed. */
  readonly version: number
  readonly signedAt: Date
  readonly idempotencyKey: string
}

/**
 * Signatures of a packet that are neither sent nor taken back. Whether each still holds is asked with a permit of its
 * signer; needs none itself, as `findPacket`.
 */
export async function listKeptSignatures(db: Db, packetId: string): Promise<readonly KeptSignature[]> {
  const rows = await open(db)
    .selectFrom('packet_signature')
    .selectAll()
    .where('packet_id', '=', packetId)
    .where('voided_at', 'is', null)
    .where('sent_at', 'is', null)
    .orderBy('signed_at')
    .orderBy('application_id')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    packetId: r.packet_id,
    applicationId: r.application_id,
    signerId: r.signer_id,
    signerName: r.signer_name,
    sha256: r.sha256,
    version: r.application_version,
    signedAt: r.signed_at,
    idempotencyKey: r.idempotency_key,
  }))
}

/** Packets in which somebody signed and that are not sent. */
export async function listWaitingPackets(db: Db, _: Permit<'system.run'>): Promise<readonly string[]> {
  const rows = await open(db)
    .selectFrom('packet_signature')
    .select('packet_id')
    .distinct()
    .where('voided_at', 'is', null)
    .where('sent_at', 'is', null)
    .orderBy('packet_id')
    .execute()
  return rows.map((r) => r.packet_id)
}

export interface Startable {
  readonly id: string
  readonly kind: 'individual' | 'organization'
  readonly npi: string
  readonly name: string
}

/** Everybody for whom the person may start an application, by name. */
export async function listStartable(db: Db, permit: Permit<'dashboard.view'>): Promise<readonly Startable[]> {
  const ids = startableIds(permit.actor)
  if (ids.length === 0) return []
  return open(db)
    .selectFrom('enrollee')
    .select(['id', 'kind', 'npi', 'display_name as name'])
    .where('id', 'in', ids)
    .orderBy('display_name')
    .limit(200)
    .execute()
}

const startableIds = (actor: Actor): readonly string[] => enrolleesFor(actor, 'application.start').filter(isRowId)
