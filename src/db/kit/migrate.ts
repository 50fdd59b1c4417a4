/**
 * Applies sql/migrations in order, forward only. A row lock instead of an advisory lock, so that it
 * works through pgbouncer and on distributed engines; a second migrator waits and finds nothing to do.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'

/** Returns the names applied now. Throws, with everything rolled back, when one fails or a newer schema is present. */
export async function migrate(pool: pg.Pool, folder: string): Promise<readonly string[]> {
  await createIfMissing(pool, 'create table if not exists schema_lock (id int primary key)')
  await pool.query('insert into schema_lock values (1) on conflict do nothing')
  await createIfMissing(
    pool,
    'create table if not exists schema_migration (name text primary key, applied_at timestamptz not null default now())',
  )
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('select id from schema_lock where id = 1 for update')
    const files = (await readdir(folder)).filter((f) => f.endsWith('.sql')).sort()
    const { rows } = await client.query<{ name: string }>('select name from schema_migration order by name')
    const unknown = rows.filter((r) => !files.includes(r.name))
    if (unknown.length > 0)
      throw new Error(`the database is newer than this program: it has ${unknown.map((r) => r.name).join(', ')}`)
    const applied = new Set(rows.map((r) => r.name))
    const fresh = files.filter((f) => !applied.has(f))
    for (const file of fresh) {
      await client.query(await readFile(join(folder, file), 'utf8'))
      await client.query('insert into schema_migration (name) values ($1)', [file])
    }
    await client.query('commit')
    return fresh
  } catch (fault) {
    await client.query('rollback').catch(() => {})
    throw fault
  } finally {
    client.release()
  }
}

// "create if not exists" can still collide when two start at the same instant.
async function createIfMissing(pool: pg.Pool, statement: string): Promise<void> {
  await pool.query(statement).catch((fault: { code?: string }) => {
    if (fault.code !== '23505' && fault.code !== '42P07') throw fault
  })
}
