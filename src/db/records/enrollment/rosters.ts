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

/** A person alone, a party alone, or a program with the party whose it is. */
export interface RosterOwner {
  readonly ownerId?: string
  readonly partyId?: string
}

export async function insertRoster(
  tx: Db,
  _: Permit<'roster.manage'>,
  roster: KeptRoster,
  whose: RosterOwner,
  at: Date,
): Promise<string> {
  const id = randomUUID()
  await open(tx)
    .insertInto('roster')
    .values({
      id,
      owner_id: whose.ownerId ?? null,
      party_id: whose.partyId ?? null,
      ...roster,
      created_at: at,
      checked_at: at,
    })
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

/** From now on a party's: nobody owns it alone. */
export async function giveRoster(tx: Db, permit: Permit<'roster.manage'>, partyId: string): Promise<void> {
  await open(tx)
    .updateTable('roster')
    .set({ owner_id: null, party_id: partyId })
    .where('id', '=', permit.subjectId)
    .execute()
}

export interface WatchedRoster {
  readonly id: string
  readonly name: string
  readonly answers: string
  readonly ownerId?: string
  readonly partyId?: string
}

/** Locks a roster for one look; undefined when another node has it, or it is gone. */
export async function lockRoster(tx: Db, _: Permit<'system.run'>, id: string): Promise<WatchedRoster | undefined> {
  const row = await open(tx)
    .selectFrom('roster')
    .select(['id', 'name', 'answers', 'owner_id', 'party_id'])
    .where('id', '=', id)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!row) return undefined
  const { owner_id: ownerId, party_id: partyId, ...roster } = row
  return { ...roster, ...(ownerId && { ownerId }), ...(partyId && { partyId }) }
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
