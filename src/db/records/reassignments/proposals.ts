/** Reassignments as they begin: proposed to the other side, and tied to what is enrolled later. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { Side } from '#domain/reassignment/standing.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export interface NewHandshake {
  readonly fromEnrolleeId: string
  readonly fromEnrollmentId: string | undefined
  readonly applicationId?: string | undefined
  readonly toEnrolleeId: string
  /** Undefined for a group that is not enrolled here. */
  readonly toEnrollmentId: string | undefined
  readonly origin: Side | 'record'
  readonly batchId?: string | undefined
  readonly startsOn: Day
  readonly termsSha256: string
  readonly proposedBy: string
}
const PART = 200

/** Returns the ids of those that are new; pairs that have an open one keep it. */
export async function insertHandshakes(tx: Db, all: readonly NewHandshake[], at: Date): Promise<readonly string[]> {
  const made: string[] = []
  for (let i = 0; i < all.length; i += PART) {
    const part = all.slice(i, i + PART)
    await closeLost(tx, part, at)
    const rows = await open(tx)
      .insertInto('reassignment_handshake')
      .values(
        part.map((h) => ({
          id: randomUUID(),
          from_enrollee_id: h.fromEnrolleeId,
          from_enrollment_id: h.fromEnrollmentId ?? null,
          application_id: h.applicationId ?? null,
          to_enrollee_id: h.toEnrolleeId,
          to_enrollment_id: h.toEnrollmentId ?? null,
          origin: h.origin,
          batch_id: h.batchId ?? null,
          starts_on: h.startsOn,
          terms_sha256: h.termsSha256,
          proposed_by: h.proposedBy,
          proposed_at: at,
        })),
      )
      .onConflict((c) => c.doNothing())
      .returning('id')
      .execute()
    made.push(...rows.map((r) => r.id))
  }
  return made
}

/** Those whose application came to nothing no longer stand in the way of new ones. */
async function closeLost(tx: Db, of: readonly NewHandshake[], at: Date): Promise<void> {
  await sql`
    update reassignment_handshake h set refused_at = ${at},
      refused_side = case when a.status = 'withdrawn' then 'practitioner' else 'contractor' end, refusal = ''
    from application a
    where a.id = h.application_id and a.status in ('withdrawn', 'denied', 'rejected', 'returned')
      and h.refused_at is null and h.accepted_at is null and h.ended_at is null
      and h.from_enrollee_id = any(${of.map((h) => h.fromEnrolleeId)})`.execute(open(tx))
}

/** The application that carried it made an enrollment. */
export async function linkHandshake(tx: Db, id: string, fromEnrollmentId: string): Promise<void> {
  await open(tx)
    .updateTable('reassignment_handshake')
    .set({ from_enrollment_id: fromEnrollmentId })
    .where('id', '=', id)
    .execute()
}

/** A group that was named by its NPI is enrolled now: its officials can sign what waits for it. */
export async function linkGroup(
  tx: Db,
  _: Permit<'application.decide'>,
  enrolleeId: string,
  enrollmentId: string,
): Promise<void> {
  await open(tx)
    .updateTable('reassignment_handshake')
    .set({ to_enrollment_id: enrollmentId })
    .where('to_enrollee_id', '=', enrolleeId)
    .where('to_enrollment_id', 'is', null)
    .where('refused_at', 'is', null)
    .where('expired_at', 'is', null)
    .execute()
}

/** The party of a group that the registry knows and nobody enrolled here; found again when it was named before. */
export async function partyOfGroup(
  tx: Db,
  _: Permit<'reassignment.propose'>,
  group: { readonly npi: string; readonly name: string },
  at: Date,
): Promise<string | undefined> {
  await open(tx)
    .insertInto('enrollee')
    .values({
      id: randomUUID(),
      kind: 'organization',
      npi: group.npi,
      display_name: group.name,
      tax_id_index: null,
      restricted: null,
      practice: '{}',
      created_at: at,
    })
    .onConflict((c) => c.column('npi').doNothing())
    .execute()
  const row = await open(tx)
    .selectFrom('enrollee')
    .select('id')
    .where('npi', '=', group.npi)
    .where('kind', '=', 'organization')
    .executeTakeFirst()
  return row?.id
}
