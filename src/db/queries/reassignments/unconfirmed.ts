/** What an application of a practitioner names, and the group has not confirmed, or one side has ended. */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export interface HeldBack {
  readonly toNpi: string
  /** Ended by one side: a reassignment that begins later is another one. Undefined while it is not confirmed. */
  readonly endedOn: Day | undefined
}

/** Of the permit's application and of the enrollment that it changes; only the last word about each group counts. */
export async function listHeldBack(
  db: Db,
  permit: Permit<'application.decide'>,
  enrollmentId: string | undefined,
): Promise<readonly HeldBack[]> {
  const { rows } = await sql<{
    readonly npi: string
    readonly confirmed: boolean
    readonly accepted: boolean
    readonly ends_on: Day | null
  }>`
    select distinct on (g.npi) g.npi, h.ends_on, h.accepted_at is not null or h.ended_at is not null as accepted,
      h.practitioner_signed_at is not null and h.group_signed_at is not null and h.refused_at is null as confirmed
    from reassignment_handshake h join enrollee g on g.id = h.to_enrollee_id
    where h.application_id = ${permit.subjectId} or h.from_enrollment_id = ${enrollmentId ?? null}
    order by g.npi, h.proposed_at desc, h.id`.execute(open(db))
  return rows
    .filter((r) => r.ends_on !== null || !(r.accepted || r.confirmed))
    .map((r) => ({ toNpi: r.npi, endedOn: r.ends_on ?? undefined }))
}

/** Ids of the handshakes that came with the permit's application and are not over. */
export async function listApplicationHandshakes(
  db: Db,
  permit: Permit<'application.decide'>,
): Promise<readonly string[]> {
  const rows = await open(db)
    .selectFrom('reassignment_handshake')
    .select('id')
    .where('application_id', '=', permit.subjectId)
    .where('refused_at', 'is', null)
    .where('ended_at', 'is', null)
    .where('accepted_at', 'is', null)
    .where('expired_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map((r) => r.id)
}
