/**
 * Writes of practice locations and reassignments in the standing record. Facts are never changed: a span that
 * ends is a fresh row beside the old one, which is only marked as no longer believed (known_to).
 */
import { randomUUID } from 'node:crypto'
import type { Permit } from '#domain/access/policy.ts'
import { addDays, type Day, later } from '#domain/dates.ts'
import type { EnrolledLocation, EnrolledReassignment } from '#domain/enrollment/enrolled-facts.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { noteChange } from './enrollments.ts'

type Deciding = Permit<'application.decide'>

/** Brings the locations to what an approved file says, from a day on: unchanged ones stay, others end or begin. */
export async function replaceLocations(
  tx: Db,
  _: Deciding,
  enrollmentId: string,
  locations: readonly EnrolledLocation[],
  from: Day,
  at: Date,
): Promise<void> {
  const k = open(tx)
  const current = await k
    .selectFrom('enrollment_location')
    .selectAll()
    .where('enrollment_id', '=', enrollmentId)
    .where('known_to', 'is', null)
    .where((e) => e.or([e('to_on', 'is', null), e('to_on', '>=', from)]))
    .execute()
  const same = (row: (typeof current)[number], l: EnrolledLocation) =>
    row.item_id === l.itemId &&
    row.name === (l.name ?? null) &&
    row.public === l.public &&
    sorted(row.address) === sorted(l.address)
  for (const row of current.filter((r) => !locations.some((l) => same(r, l)))) {
    await k.updateTable('enrollment_location').set({ known_to: at }).where('id', '=', row.id).execute()
    if (row.from_on < from)
      await k
        .insertInto('enrollment_location')
        .values({
          ...row,
          id: randomUUID(),
          address: JSON.stringify(row.address),
          to_on: addDays(from, -1),
          known_from: at,
          known_to: null,
        })
        .execute()
  }
  for (const l of locations.filter((l) => !current.some((r) => same(r, l))))
    await k
      .insertInto('enrollment_location')
      .values({
        id: randomUUID(),
        enrollment_id: enrollmentId,
        item_id: l.itemId,
        name: l.name ?? null,
        address: JSON.stringify(l.address),
        public: l.public,
        from_on: later(l.from, from),
        to_on: null,
        known_from: at,
        known_to: null,
      })
      .execute()
  await noteChange(tx, enrollmentId, at)
}

/**
 * Brings the reassignments to what an approved file says; one that is gone from the file ends the day before. What both
 * sides confirmed apart from an application is no matter of the file: it stays, unless the enrollment ends (`endsAll`).
 */
export async function replaceReassignments(
  tx: Db,
  _: Deciding,
  enrollmentId: string,
  reassignments: readonly EnrolledReassignment[],
  from: Day,
  at: Date,
  endsAll = false,
): Promise<void> {
  const k = open(tx)
  const current = await k
    .selectFrom('reassignment')
    .selectAll()
    .where('from_enrollment_id', '=', enrollmentId)
    .where('known_to', 'is', null)
    .where((e) => e.or([e('to_on', 'is', null), e('to_on', '>=', from)]))
    .execute()
  const insert = (r: {
    npi: string | null
    name: string | null
    to_enrollment_id: string | null
    from: Day
    to: Day | null
    handshake_id?: string | null
  }) =>
    k
      .insertInto('reassignment')
      .values({
        id: randomUUID(),
        from_enrollment_id: enrollmentId,
        to_enrollment_id: r.to_enrollment_id,
        to_npi: r.npi,
        to_name: r.name,
        from_on: r.from,
        to_on: r.to,
        known_from: at,
        known_to: null,
        handshake_id: r.handshake_id ?? null,
      })
      .execute()
  const same = (row: (typeof current)[number], r: EnrolledReassignment) =>
    row.to_npi === r.toNpi && row.to_name === r.toName && row.to_on === (r.to ?? null)
  const isOfFile = (row: (typeof current)[number]) =>
    endsAll || row.handshake_id === null || reassignments.some((r) => r.toNpi === row.to_npi)
  for (const row of current.filter((c) => isOfFile(c) && !reassignments.some((r) => same(c, r)))) {
    await k.updateTable('reassignment').set({ known_to: at }).where('id', '=', row.id).execute()
    const next = reassignments.find((r) => r.toNpi === row.to_npi)
    const end = next ? (next.to ?? null) : addDays(from, -1)
    // A reassignment that goes on keeps the day it began; one that goes away ends.
    if (end === null || row.from_on <= end)
      await insert({
        npi: row.to_npi,
        name: next?.toName ?? row.to_name,
        to_enrollment_id: row.to_enrollment_id,
        from: row.from_on,
        to: end,
        handshake_id: row.handshake_id,
      })
  }
  for (const r of reassignments.filter((r) => !current.some((c) => c.to_npi === r.toNpi))) {
    const begins = later(r.from, from)
    // One that ended before this decision counts for no day of it.
    if (r.to !== undefined && r.to < begins) continue
    const to = await enrollmentOf(tx, r.toNpi)
    await insert({ npi: r.toNpi, name: r.toName, to_enrollment_id: to ?? null, from: begins, to: r.to ?? null })
  }
  await noteChange(tx, enrollmentId, at)
}

/** The standing enrollment of the party that is paid, when it has exactly one. */
async function enrollmentOf(tx: Db, npi: string): Promise<string | undefined> {
  const rows = await open(tx)
    .selectFrom('enrollment as n')
    .innerJoin('enrollee as e', 'e.id', 'n.enrollee_id')
    .select('n.id')
    .where('e.npi', '=', npi)
    .limit(2)
    .execute()
  return rows.length === 1 ? rows[0]!.id : undefined
}

/** jsonb keeps no order of keys. */
const sorted = (value: object): string => JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
