/**
 * kill -9 of a process at a write: another connection holds the table of that write, so that the process stands exactly
 * there when it is killed. No line of the program knows of it.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import pg from 'pg'
import type { TestDatabase } from '#test/support/database.ts'
import { now } from './decisions.fixture.ts'
import type { Act } from './one-act.fixture.ts'

/** Begins the act and kills it where it waits for the table, or after its commit when no table is named. */
export async function killedAt(t: TestDatabase, table: string | undefined, act: Omit<Act, 'at'>): Promise<void> {
  const holder = new pg.Client({ connectionString: t.url })
  await holder.connect()
  await holder.query('begin')
  if (table) await holder.query(`lock table ${table} in share row exclusive mode`)
  const child = begin(t, { ...act, at: now.toISOString() })
  if (table) await waits(t, table, child)
  else await new Promise<void>((done) => child.stdout!.once('data', () => done()))
  const gone = new Promise((done) => child.once('exit', done))
  child.kill('SIGKILL')
  await gone
  await holder.query('rollback')
  await holder.end()
  // Its server process notices that nobody is there any more.
  await until(async () => (await t.pool.query(`${others} and state <> 'idle'`)).rowCount === 0)
}
const others =
  "select pid from pg_stat_activity where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()"

function begin(t: TestDatabase, act: Act): ChildProcess {
  const program = new URL('./one-act.fixture.ts', import.meta.url).pathname
  return spawn(process.execPath, [program, t.url, JSON.stringify(act)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}
const waits = (t: TestDatabase, table: string, child: ChildProcess) =>
  until(async () => {
    if (child.exitCode !== null) throw new Error('the process ended by itself')
    const { rowCount } = await t.pool.query('select 1 from pg_locks where not granted and relation = $1::regclass', [
      table,
    ])
    return (rowCount ?? 0) > 0
  })
async function until(is: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 1500; i++) {
    if (await is()) return
    await new Promise((r) => setTimeout(r, 10))
  }
  throw new Error('it did not come so far')
}
