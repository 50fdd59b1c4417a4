/** Requests of people who lost every way to verify. A status only goes forward; each step is one conditional update. */
import { randomUUID } from 'node:crypto'
import type { IdentityAnswers } from '#domain/access/identity-script.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import type { Tables } from '../../kit/tables.ts'

export type LostFactorsStatus = Tables['lost_factors']['status']

export interface NewLostFactors {
  readonly userId: string
  readonly reason: string
  readonly answers: IdentityAnswers
  readonly resetsPassword: boolean
  readonly askedBy: string
}

/** Undefined when one is open for the account already. */
export async function insertLostFactors(tx: Db, r: NewLostFactors, at: Date): Promise<string | undefined> {
  const row = await open(tx)
    .insertInto('lost_factors')
    .values({
      id: randomUUID(),
      user_id: r.userId,
      status: 'asked',
      reason: r.reason,
      answers: JSON.stringify(r.answers),
      resets_password: r.resetsPassword,
      asked_by: r.askedBy,
      asked_at: at,
    })
    .onConflict((c) => c.column('user_id').where('status', 'in', ['asked', 'waiting', 'open']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** The request that is open for an account, held until the transaction ends. */
export async function lockOpenRequest(tx: Db, userId: string) {
  return open(tx)
    .selectFrom('lost_factors')
    .selectAll()
    .where('user_id', '=', userId)
    .where('status', 'in', ['asked', 'waiting', 'open'])
    .forUpdate()
    .executeTakeFirst()
}

export async function confirmRequest(tx: Db, id: string, by: string, at: Date, opensAt: Date): Promise<void> {
  await open(tx)
    .updateTable('lost_factors')
    .set({ status: 'waiting', confirmed_by: by, confirmed_at: at, opens_at: opensAt })
    .where('id', '=', id)
    .execute()
}

/** Ends a request that is still open; false when it was over. */
export async function endRequest(
  tx: Db,
  id: string,
  status: 'done' | 'refused' | 'canceled',
  at: Date,
): Promise<boolean> {
  const done = await open(tx)
    .updateTable('lost_factors')
    .set({ status, ended_at: at })
    .where('id', '=', id)
    .where('status', 'in', ['asked', 'waiting', 'open'])
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Opens the oldest request whose wait is over, held until the transaction ends. */
export async function openNextRequest(
  tx: Db,
  now: Date,
): Promise<{ readonly id: string; readonly userId: string; readonly resetsPassword: boolean } | undefined> {
  const row = await open(tx)
    .selectFrom('lost_factors')
    .select(['id', 'user_id', 'resets_password'])
    .where('status', '=', 'waiting')
    .where('opens_at', '<=', now)
    .orderBy('opens_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!row) return undefined
  await open(tx).updateTable('lost_factors').set({ status: 'open' }).where('id', '=', row.id).execute()
  return { id: row.id, userId: row.user_id, resetsPassword: row.resets_password }
}
