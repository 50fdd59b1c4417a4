/**
 * Counts tries before they are checked. Each function is one statement, committed on its own: never call them
 * inside a transaction, whose rollback would give the try back.
 */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { counterForgotten, type Limit, levelForgotten } from '#domain/access/limits.ts'
import { after } from '#domain/access/session.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export interface Reservation {
  readonly id: string
  /** May this try be evaluated? */
  readonly allowed: boolean
  /** Tries left after this one, should it be wrong. */
  readonly left: number
  /** Locked until then, unless this try turns out right. */
  readonly lockedUntil: Date | undefined
}

const FOR_GOOD = new Date('9999-12-31T00:00:00Z')
const UNCAPPED = 2_000_000_000
const seconds = (millis: number): number => millis / 1000

/** Takes one try of a key. Of any number at the same instant, no more than the limit are allowed. */
export async function reserve(db: Db, limit: Limit, key: string, now: Date): Promise<Reservation> {
  const id = randomUUID()
  const at = sql`cast(${now} as timestamptz)`
  const isOpen = sql`coalesce(c.locked_until <= ${at}, true)`
  const isNewWindow = sql`(c.locked_until is not null or c.window_from <= cast(${after(now, -limit.window)} as timestamptz))`
  const fails = sql`(case when ${isNewWindow} then 1 else c.fails + 1 end)`
  const level = sql`(case when greatest(c.last_at, coalesce(c.locked_until, c.last_at)) <= cast(${after(now, -levelForgotten)} as timestamptz) then 0 else c.level end)`
  const isCapped = sql`(${isOpen} and c.total + 1 >= ${limit.cap ?? UNCAPPED})`
  const locks = sql`(${isOpen} and ${fails} >= ${limit.tries})`
  const lock = sql`(least(${seconds(limit.longest)}, ${seconds(limit.lock)} * power(2, least(${level}, 20))) * interval '1 second')`
  const { rows } = await sql<{ reservation: string; fails: number; locked_until: Date | null }>`
    insert into counter as c (scope, key, fails, total, level, window_from, last_at, locked_until, reservation)
    values (${limit.scope}, ${key}, 1, 1, 0, ${now}, ${now}, null, ${id})
    on conflict (scope, key) do update set
      fails = case when ${isOpen} then ${fails} else c.fails end,
      total = case when ${isOpen} then c.total + 1 else c.total end,
      level = case when ${locks} then ${level} + 1 when ${isOpen} then ${level} else c.level end,
      window_from = case when ${isOpen} and ${isNewWindow} then ${at} else c.window_from end,
      last_at = case when ${isOpen} then ${at} else c.last_at end,
      locked_until = case
        when ${isCapped} then cast(${FOR_GOOD} as timestamptz)
        when ${locks} then ${at} + ${lock}
        when ${isOpen} then null
        else c.locked_until end,
      reservation = case when ${isOpen} then excluded.reservation else c.reservation end
    returning reservation, fails, locked_until`.execute(open(db))
  const row = rows[0]!
  return {
    id,
    allowed: row.reservation === id,
    left: Math.max(0, limit.tries - row.fails),
    lockedUntil: row.locked_until ?? undefined,
  }
}

/** A right answer: the key begins anew. */
export async function clearCounter(db: Db, limit: Limit, key: string): Promise<void> {
  await open(db).deleteFrom('counter').where('scope', '=', limit.scope).where('key', '=', key).execute()
}

/** Gives one try back that was not a guess (a right answer from a shared network, or one that could not be checked). */
export async function refund(db: Db, limit: Limit, key: string, reservation: Reservation): Promise<void> {
  const isLast = sql<boolean>`reservation = ${reservation.id} and locked_until is not null`
  await open(db)
    .updateTable('counter')
    .set({
      fails: sql<number>`greatest(fails - 1, 0)`,
      total: sql<number>`greatest(total - 1, 0)`,
      level: sql<number>`case when ${isLast} then greatest(level - 1, 0) else level end`,
      locked_until: sql<Date | null>`case when ${isLast} then null else locked_until end`,
    })
    .where('scope', '=', limit.scope)
    .where('key', '=', key)
    .execute()
}

/** Removes counters that nobody touched for a month and flows that are over. */
export async function sweepCounters(db: Db, now: Date): Promise<void> {
  const longAgo = after(now, -counterForgotten)
  await open(db)
    .deleteFrom('counter')
    .where('last_at', '<', longAgo)
    .where((e) => e.or([e('locked_until', 'is', null), e('locked_until', '<', longAgo)]))
    .execute()
}
