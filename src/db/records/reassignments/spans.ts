/**
 * Writes of confirmed reassignments in the standing record, each with its line in the feed of changes. A span that ends is
 * a fresh row beside the old one, which is only marked as no longer believed.
 */
import { randomUUID } from 'node:crypto'
import type { Day } from '#domain/dates.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { noteChange } from '../enrollment/enrollments.ts'

export interface NewSpan {
  readonly handshakeId: string
  readonly fromEnrollmentId: string
  readonly toEnrollmentId: string
  readonly toNpi: string
  readonly toName: string
  readonly from: Day
}

export async function insertSpans(tx: Db, spans: readonly NewSpan[], at: Date): Promise<void> {
  const k = open(tx)
  for (let i = 0; i < spans.length; i += 200) {
    const part = spans.slice(i, i + 200)
    await k
      .insertInto('reassignment')
      .values(
        part.map((s) => ({
          id: randomUUID(),
          from_enrollment_id: s.fromEnrollmentId,
          to_enrollment_id: s.toEnrollmentId,
          to_npi: s.toNpi,
          to_name: s.toName,
          from_on: s.from,
          to_on: null,
          known_from: at,
          known_to: null,
          handshake_id: s.handshakeId,
        })),
      )
      .execute()
    await k
      .insertInto('enrollment_change')
      .values(part.map((s) => ({ enrollment_id: s.fromEnrollmentId, at })))
      .execute()
  }
}

/** Ends a span on a day; false when somebody else changed it meanwhile. */
export async function endSpan(tx: Db, id: string, to: Day, handshakeId: string, at: Date): Promise<boolean> {
  const k = open(tx)
  const row = await k
    .updateTable('reassignment')
    .set({ known_to: at })
    .where('id', '=', id)
    .where('known_to', 'is', null)
    .returningAll()
    .executeTakeFirst()
  if (!row?.from_enrollment_id) return false
  await k
    .insertInto('reassignment')
    .values({ ...row, id: randomUUID(), to_on: to, known_from: at, known_to: null, handshake_id: handshakeId })
    .execute()
  await noteChange(tx, row.from_enrollment_id, at)
  return true
}

/** Of the span that an approval wrote for an application: it is the one of the handshake. Returns its first day. */
export async function adoptSpan(
  tx: Db,
  fromEnrollmentId: string,
  toNpi: string,
  handshakeId: string,
): Promise<Day | undefined> {
  const row = await open(tx)
    .updateTable('reassignment')
    .set({ handshake_id: handshakeId })
    .where('from_enrollment_id', '=', fromEnrollmentId)
    .where('to_npi', '=', toNpi)
    .where('known_to', 'is', null)
    .where('to_on', 'is', null)
    .returning('from_on')
    .executeTakeFirst()
  return row?.from_on
}

/** Which of these enrollments have a reassignment to an NPI that goes on: "enrollment|NPI". */
export async function openSpans(tx: Db, fromEnrollmentIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (fromEnrollmentIds.length === 0) return new Set()
  const rows = await open(tx)
    .selectFrom('reassignment')
    .select(['from_enrollment_id', 'to_npi'])
    .where('from_enrollment_id', 'in', [...new Set(fromEnrollmentIds)])
    .where('known_to', 'is', null)
    .where('to_on', 'is', null)
    .execute()
  return new Set(rows.map((r) => `${r.from_enrollment_id}|${r.to_npi}`))
}
