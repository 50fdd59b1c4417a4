/**
 * A database of its own for a test file: cloned from a template that the first caller of the run migrates.
 * Cloning takes about 60 ms; the clone is dropped at close.
 */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { type Connection, connect } from '#db/kit/connect.ts'
import { migrate } from '#db/kit/migrate.ts'
import { openVault } from '#db/kit/vault.ts'

declare module 'vitest' {
  interface ProvidedContext {
    pgUrl: string
  }
}

export const migrations = new URL('../../sql/migrations', import.meta.url).pathname
export const testVault = openVault(new Uint8Array(32).fill(7))
const TEMPLATE = 'openpecos_template'

export interface TestDatabase extends Connection {
  readonly url: string
}

export async function testDatabase(): Promise<TestDatabase> {
  const admin = new pg.Client({ connectionString: inject('pgUrl') })
  await admin.connect()
  const name = `t_${randomUUID().replaceAll('-', '')}`
  try {
    await admin.query('create table if not exists template_lock (id int primary key)').catch(() => {})
    await admin.query('insert into template_lock values (1) on conflict do nothing')
    await admin.query('begin')
    await admin.query('select id from template_lock where id = 1 for update')
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [TEMPLATE])
    if (!rowCount) await prepareTemplate()
    await admin.query('commit')
    await admin.query(`create database ${name} template ${TEMPLATE}`)
  } finally {
    await admin.end()
  }
  const url = urlOf(name)
  const connection = connect(url, testVault, 6)
  return {
    ...connection,
    url,
    async close() {
      await connection.close()
      const last = new pg.Client({ connectionString: inject('pgUrl') })
      await last.connect()
      await last.query(`drop database if exists ${name} with (force)`).finally(() => last.end())
    },
  }
}

// On its own connection: "create database" refuses to run inside the lock's transaction.
async function prepareTemplate(): Promise<void> {
  const maker = new pg.Client({ connectionString: inject('pgUrl') })
  await maker.connect()
  await maker.query(`create database ${TEMPLATE}_making`)
  const pool = new pg.Pool({ connectionString: urlOf(`${TEMPLATE}_making`), max: 2 })
  try {
    await migrate(pool, migrations)
  } finally {
    await pool.end()
  }
  await maker.query(`alter database ${TEMPLATE}_making rename to ${TEMPLATE}`)
  await maker.end()
}

function urlOf(database: string): string {
  const url = new URL(inject('pgUrl'))
  url.pathname = `/${database}`
  return url.toString()
}
