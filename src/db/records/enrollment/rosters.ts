/** Saves rosters, and what changed in them. */
import { randomUUID } from 'node:crypto'
import type { Permit } from '#domain/access/policy.ts'
import type { RosterDifference } from '#domain/roster/again.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export interface KeptRoster {
  readonly name: string
  readonly rows: number
  /** One line of CSV a row. */
  readonly answers: string
}

export async function insertRoster(
  tx: Db,
  permit: Permit<'roster.manage'>,
  roster: KeptRoster,
  at: Date,
): Promise<string> {
  const id = randomUUID()
  await open(tx)
    .insertInto('roster')
    .values({ id, owner_id: permit.actor.userId, ...roster, created_at: at, checked_at: at })
    .execute()
  return id
}

/** Keeps everybody else who would change it waiting until the transaction ends. */
export async function holdRoster(tx: Db, permit: Permit<'roster.manage'>): Promise<void> {
  await open(tx).selectFrom('roster').select('id').where('id', '=', permit.subjectId).forUpdate().execute()
}

export async function rewriteRoster(
  tx: Db,
  permit: Permit<'roster.manage'>,
  roster: KeptRoster,
  at: Date,
): Promise<void> {
  await open(tx)
    .updateTable('roster')
    .set({ ...roster, checked_at: at })
    .where('id', '=', permit.subjectId)
    .execute()
}

export async function removeRoster(tx: Db, permit: Permit<'roster.manage'>): Promise<void> {
  await open(tx).deleteFrom('roster').where('id', '=', permit.subjectId).execute()
}

export interface WatchedRoster {
  readonly id: string
  readonly name: string
  readonly answers: string
  /** Addresses of its owner who wants mail. */
  readonly addresses: readonly string[]
}

/** Locks a roster for one look; undefined when another node has it, or it is gone. */
export async function lockRoster(tx: Db, _: Permit<'system.run'>, id: string): Promise<WatchedRoster | undefined> {
  const k = open(tx)
  const row = await k
    .selectFrom('roster')
    .select(['id', 'name', 'answers', 'owner_id'])
    .where('id', '=', id)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!row) return undefined
  const addresses = await k
    .selectFrom('contact as c')
    .innerJoin('app_user as u', 'u.id', 'c.user_id')
    .select('c.value')
    .where('c.user_id', '=', row.owner_id)
    .where('u.status', '=', 'active')
    .where('c.kind', '=', 'email')
    .where('c.notify', '=', true)
    .orderBy('c.value')
    .execute()
  return { id: row.id, name: row.name, answers: row.answers, addresses: addresses.map((a) => a.value) }
}

export async function noteRosterCheck(
  tx: Db,
  _: Permit<'system.run'>,
  id: string,
  answers: string,
  differences: readonly RosterDifference[],
  at: Date,
): Promise<void> {
  const k = open(tx)
  await k.updateTable('roster').set({ answers, checked_at: at }).where('id', '=', id).execute()
  // A statement takes 65,535 values at most; a row of changes has seven.
  for (let i = 0; i < differences.length; i += 5_000)
    await k
      .insertInto('roster_change')
      .values(
        differences.slice(i, i + 5_000).map((d) => ({
          id: randomUUID(),
          roster_id: id,
          noticed_at: at,
          npi: d.npi,
          field: d.field,
          was: d.was,
          is_now: d.now,
        })),
      )
      .execute()
}
