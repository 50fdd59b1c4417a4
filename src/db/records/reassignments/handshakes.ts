/** Writes of reassignments that both sides confirm. What happened is added, and nothing that happened is changed. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { Side } from '#domain/reassignment/standing.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { type Handshake, handshakeOf, handshakes } from '../../queries/reassignments/handshakes.ts'

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

/** The application that carried it made an enrollment. */
export async function linkHandshake(tx: Db, id: string, fromEnrollmentId: string): Promise<void> {
  await open(tx)
    .updateTable('reassignment_handshake')
    .set({ from_enrollment_id: fromEnrollmentId })
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

export async function markReminded(tx: Db, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return
  await open(tx).updateTable('reassignment_handshake').set({ reminded_at: at }).where('id', 'in', ids).execute()
}

/** Nobody signed in time. */
export async function expireHandshakes(tx: Db, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return
  await open(tx).updateTable('reassignment_handshake').set({ expired_at: at }).where('id', 'in', ids).execute()
}

/** Both sides were told for the last time; returns those that were not told before. */
export async function markLastCall(tx: Db, ids: readonly string[], at: Date): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await open(tx)
    .updateTable('reassignment_handshake')
    .set({ last_call_at: at })
    .where('id', 'in', ids)
    .where('last_call_at', 'is', null)
    .returning('id')
    .execute()
  return new Set(rows.map((r) => r.id))
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
