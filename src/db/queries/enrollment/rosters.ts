/** Rosters of their owners, and those that are due to be looked at. Reads only. */
import { sql } from 'kysely'
import type { Permit, Subject } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export interface RosterHeader {
  readonly id: string
  readonly name: string
  readonly rows: number
  readonly checkedAt: Date
  /** When a difference was last noticed. */
  readonly changedAt?: Date
}
export interface RosterChange {
  readonly id: string
  readonly at: Date
  readonly npi: string
  readonly field: string
  readonly was: string
  readonly now: string
}
export interface RosterSubject extends Subject {
  readonly ownerId: string
}

export async function rosterSubject(db: Db, id: string | undefined): Promise<RosterSubject | undefined> {
  if (!id) return undefined
  const row = await open(db)
    .selectFrom('roster')
    .select('owner_id')
    // As text: what stands in an address may be anything.
    .where(sql<string>`id::text`, '=', id)
    .executeTakeFirst()
  return row && { id, ownerId: row.owner_id }
}

/** Those of the permit's actor, newest first. */
export async function listRosters(db: Db, permit: Permit<'roster.manage'>): Promise<readonly RosterHeader[]> {
  const rows = await open(db)
    .selectFrom('roster as r')
    .leftJoin('roster_change as c', 'c.roster_id', 'r.id')
    .select(['r.id', 'r.name', 'r.rows', 'r.checked_at'])
    .select((eb) => eb.fn.max('c.noticed_at').as('changedAt'))
    .where('r.owner_id', '=', permit.actor.userId)
    .groupBy('r.id')
    .orderBy('r.created_at', 'desc')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    name: r.name,
    rows: r.rows,
    checkedAt: r.checked_at,
    ...(r.changedAt && { changedAt: r.changedAt }),
  }))
}

/** The roster of the permit with its answers and the newest changes. */
export async function findRoster(
  db: Db,
  permit: Permit<'roster.manage'>,
): Promise<(RosterHeader & { readonly answers: string; readonly changes: readonly RosterChange[] }) | undefined> {
  const k = open(db)
  const row = await k.selectFrom('roster').selectAll().where('id', '=', permit.subjectId).executeTakeFirst()
  if (!row) return undefined
  const changes = await k
    .selectFrom('roster_change')
    .selectAll()
    .where('roster_id', '=', row.id)
    .orderBy('noticed_at', 'desc')
    .orderBy('npi')
    .orderBy('field')
    .limit(200)
    .execute()
  return {
    id: row.id,
    name: row.name,
    rows: row.rows,
    checkedAt: row.checked_at,
    answers: row.answers,
    changes: changes.map((c) => ({
      id: c.id,
      at: c.noticed_at,
      npi: c.npi,
      field: c.field,
      was: c.was,
      now: c.is_now,
    })),
  }
}

/** Ids of all rosters that were last checked before a moment, oldest first. */
export async function rostersCheckedBefore(db: Db, _: Permit<'system.run'>, at: Date): Promise<readonly string[]> {
  const rows = await open(db)
    .selectFrom('roster')
    .select('id')
    .where('checked_at', '<', at)
    .orderBy('checked_at')
    .limit(1_000)
    .execute()
  return rows.map((r) => r.id)
}
