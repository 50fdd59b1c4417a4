/** Rosters of people, programs and parties, and those that are due to be looked at. Reads only. */
import { sql } from 'kysely'
import { enrolleesFor, type Permit, type Subject } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export interface RosterHeader {
  readonly id: string
  readonly name: string
  readonly rows: number
  readonly checkedAt: Date
  /** When a difference was last noticed. */
  readonly changedAt?: Date
  /** Whose it is, when it is not the actor's own alone. */
  readonly partyId?: string
  /** Differences noticed since the actor was last shown it. */
  readonly unseen: number
}
export interface RosterChange {
  readonly id: string
  readonly at: Date
  readonly npi: string
  readonly field: string
  readonly was: string
  readonly now: string
}
/** A roster with a party is that party's; its program, if one made it, is an owner too. */
export async function rosterSubject(db: Db, id: string | undefined): Promise<Subject | undefined> {
  if (!id) return undefined
  const row = await open(db)
    .selectFrom('roster')
    .select(['owner_id', 'party_id'])
    // As text: what stands in an address may be anything.
    .where(sql<string>`id::text`, '=', id)
    .executeTakeFirst()
  return (
    row && { id, ...(row.owner_id && { ownerId: row.owner_id }), ...(row.party_id && { enrolleeId: row.party_id }) }
  )
}

/** Those of the permit's actor and of the parties whose rosters the actor may use, newest first. */
export async function listRosters(db: Db, permit: Permit<'roster.manage'>): Promise<readonly RosterHeader[]> {
  const parties = enrolleesFor(permit.actor, 'roster.manage')
  const rows = await open(db)
    .selectFrom('roster as r')
    .leftJoin('roster_look as l', (j) => j.onRef('l.roster_id', '=', 'r.id').on('l.user_id', '=', permit.actor.userId))
    .leftJoin('roster_change as c', 'c.roster_id', 'r.id')
    .select(['r.id', 'r.name', 'r.rows', 'r.checked_at', 'r.party_id'])
    .select((eb) => eb.fn.max('c.noticed_at').as('changedAt'))
    .select(sql<number>`count(c.id) filter (where l.seen_at is null or c.noticed_at > l.seen_at)::int`.as('unseen'))
    .where((e) =>
      e.or([
        e('r.owner_id', '=', permit.actor.userId),
        ...(parties.length > 0 ? [e('r.party_id', 'in', [...parties])] : []),
      ]),
    )
    .groupBy(['r.id', 'l.seen_at'])
    .orderBy('r.created_at', 'desc')
    .orderBy('r.name')
    .orderBy('r.id')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    name: r.name,
    rows: r.rows,
    checkedAt: r.checked_at,
    unseen: r.unseen,
    ...(r.changedAt && { changedAt: r.changedAt }),
    ...(r.party_id && { partyId: r.party_id }),
  }))
}

/** How many rosters one owner has: a party, or the actor alone (a program counts its own). */
export async function countRosters(
  db: Db,
  permit: Permit<'roster.manage'>,
  partyId: string | undefined,
): Promise<number> {
  const row = await open(db)
    .selectFrom('roster')
    .select((e) => e.fn.countAll<string>().as('n'))
    .$call((q) =>
      partyId === undefined
        ? q.where('owner_id', '=', permit.actor.userId)
        : q.where('party_id', '=', partyId).where('owner_id', 'is', null),
    )
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

export interface FoundRoster extends Omit<RosterHeader, 'unseen'> {
  readonly answers: string
  readonly changes: readonly RosterChange[]
}

/** The roster of the permit with its answers and the newest changes. */
export async function findRoster(db: Db, permit: Permit<'roster.manage'>): Promise<FoundRoster | undefined> {
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
    .orderBy('id')
    .limit(200)
    .execute()
  return {
    id: row.id,
    name: row.name,
    rows: row.rows,
    checkedAt: row.checked_at,
    ...(row.party_id && { partyId: row.party_id }),
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
    .orderBy('id')
    .limit(1_000)
    .execute()
  return rows.map((r) => r.id)
}
