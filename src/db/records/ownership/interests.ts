/**
 * Interests of the standing record. Facts are never changed: an interest that ends is a fresh row beside the old one,
 * which is only marked as no longer believed (known_to). Only approvals write them.
 */
import { randomUUID } from 'node:crypto'
import type { Permit } from '#domain/access/policy.ts'
import { addDays, type Day, later } from '#domain/dates.ts'
import type { OwnershipStructure } from '#domain/ownership/party.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { keepParties, type NamedOwner } from './parties.ts'

type Deciding = Permit<'application.decide'>

/** Brings the interests to what an approved filing says, from a day on: those who stay keep theirs, others end or begin. */
export async function replaceOwnership(
  tx: Db,
  permit: Deciding,
  filing: OwnershipStructure & {
    readonly parties: readonly NamedOwner[]
    readonly enrollmentId: string
    /** Undefined for what came into the record without one. */
    readonly applicationId: string | undefined
  },
  from: Day,
  at: Date,
): Promise<void> {
  const ids = await keepParties(tx, permit, filing, at)
  const party_id = ids.get(filing.root)!
  await open(tx)
    .insertInto('ownership_root')
    .values({ enrollment_id: filing.enrollmentId, party_id })
    .onConflict((c) => c.column('enrollment_id').doUpdateSet({ party_id }))
    .execute()
  const fresh = filing.interests.map(
    (i): Fresh => ({
      owner_id: ids.get(i.owner)!,
      owned_id: ids.get(i.owned)!,
      role: i.role,
      millionths: i.percent === undefined ? null : Math.round(i.percent * 10_000),
      since: i.from ?? null,
    }),
  )
  const current = await believed(tx, filing.enrollmentId, from).selectAll().execute()
  const keyOf = (r: Fresh) => [r.owner_id, r.owned_id, r.role, r.millionths ?? -1, r.since].join('|')
  const [kept, wanted] = [new Set(current.map(keyOf)), new Set(fresh.map(keyOf))]
  await endInterests(
    tx,
    current.filter((r) => !wanted.has(keyOf(r))),
    from,
    at,
  )
  const added = new Map(fresh.filter((r) => !kept.has(keyOf(r))).map((r) => [keyOf(r), r]))
  const rows = [...added.values()].map((r) => ({
    ...r,
    id: randomUUID(),
    enrollment_id: filing.enrollmentId,
    from_on: r.since ? later(r.since, from) : from,
    to_on: null,
    known_from: at,
    known_to: null,
    application_id: filing.applicationId ?? null,
  }))
  for (let i = 0; i < rows.length; i += 500)
    await open(tx)
      .insertInto('ownership_interest')
      .values(rows.slice(i, i + 500))
      .execute()
}

/** An enrollment that ends says nothing of owners from then on. */
export async function endOwnership(tx: Db, _: Deciding, enrollmentId: string, from: Day, at: Date): Promise<void> {
  await endInterests(tx, await believed(tx, enrollmentId, from).selectAll().execute(), from, at)
}

type Fresh = Pick<Row, 'owner_id' | 'owned_id' | 'role' | 'millionths' | 'since'>

const believed = (tx: Db, enrollmentId: string, from: Day) =>
  open(tx)
    .selectFrom('ownership_interest')
    .where('enrollment_id', '=', enrollmentId)
    .where('known_to', 'is', null)
    .where((e) => e.or([e('to_on', 'is', null), e('to_on', '>=', from)]))

type Row = Awaited<ReturnType<ReturnType<ReturnType<typeof believed>['selectAll']>['execute']>>[number]

async function endInterests(tx: Db, rows: readonly Row[], from: Day, at: Date): Promise<void> {
  const k = open(tx)
  for (const row of rows) {
    await k.updateTable('ownership_interest').set({ known_to: at }).where('id', '=', row.id).execute()
    if (row.from_on < from)
      await k
        .insertInto('ownership_interest')
        .values({ ...row, id: randomUUID(), to_on: addDays(from, -1), known_from: at, known_to: null })
        .execute()
  }
}
