/**
 * The promises of the private PostgreSQL, kept under kill -9: of the server, of a server that was adopted,
 * of the portal. On durable clusters of its own, because what it proves is that nothing is lost.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  borrowEmbeddedPostgres,
  DataFolderInUse,
  type EmbeddedPostgres,
  ensureDatabase,
  startEmbeddedPostgres,
} from './embedded-postgres.ts'
import { isRunning } from './processes.ts'

let root: string
let cleanUp: (() => Promise<unknown>)[]

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'openpecos-pg-'))
  fs.chmodSync(root, 0o711)
  cleanUp = []
})

afterEach(async () => {
  for (const act of cleanUp.reverse()) await act()
  fs.rmSync(root, { recursive: true, force: true })
})

async function start(): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres(root)
  cleanUp.push(() => server.stop())
  return server
}

/** A portal in a process of its own, so that it can be killed. */
async function startPortal(): Promise<{ process: ChildProcess; server: { pid: number; adopted: boolean } }> {
  const fixture = path.join(import.meta.dirname, 'start-and-wait.fixture.ts')
  const portal = spawn(process.execPath, [fixture, root], { stdio: ['ignore', 'pipe', 'inherit'] })
  cleanUp.push(async () => portal.kill('SIGKILL'))
  const [line] = (await once(portal.stdout, 'data')) as [Buffer]
  return { process: portal, server: JSON.parse(line.toString()) as { pid: number; adopted: boolean } }
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query({ text, rowMode: 'array' })).rows.flat()
  } finally {
    await client.end()
  }
}

async function killAndAwaitRestart(server: EmbeddedPostgres): Promise<number> {
  const restarted = new Promise((resolve) => server.onRestart(resolve))
  const began = performance.now()
  process.kill(server.pid, 'SIGKILL')
  await restarted
  return performance.now() - began
}

test('a killed server comes back within seconds, with what was committed', async () => {
  const server = await start()
  await ensureDatabase(server.url('postgres'), 'app')
  await ensureDatabase(server.url('postgres'), 'app')
  await query(server.url('app'), 'create table note (words text)')
  const first = server.pid
  const exits = vi.fn()
  server.onExit(exits)

  await query(server.url('app'), "insert into note values ('kept')")
  const took = await killAndAwaitRestart(server)

  expect(exits).toHaveBeenCalledExactlyOnceWith(first)
  expect(server.pid).not.toBe(first)
  expect(await query(server.url('app'), 'select words from note')).toEqual(['kept'])
  expect(await query(server.url('app'), 'show fsync')).toEqual(['on'])
  expect(took).toBeLessThan(5_000) // About 0.2 s on a quiet machine.
})

test('a session that outlives the killed server does not keep it from coming back', async () => {
  const server = await start()
  const busy = new pg.Client({ connectionString: server.url('postgres') })
  busy.on('error', () => {})
  await busy.connect()
  const { rows } = await busy.query<{ pid: number }>('select pg_backend_pid() as pid')
  const session = rows[0]?.pid ?? 0
  // It computes and never waits, so it does not notice by itself.
  const lost = busy.query('select count(*) from generate_series(1, 1000000000)').catch(() => 'lost')
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(isRunning(session)).toBe(true)

  await killAndAwaitRestart(server)

  expect(isRunning(session)).toBe(false)
  expect(await lost).toBe('lost')
  expect(await query(server.url('postgres'), 'select 1')).toEqual([1])
})

test('the server of a killed portal is adopted, and then watched like one of our own', async () => {
  const portal = await startPortal()
  await query(server(), 'create table note (words text)')
  portal.process.kill('SIGKILL')
  await once(portal.process, 'exit')
  expect(isRunning(portal.server.pid)).toBe(true)

  const heir = await start()
  expect(heir.adopted).toBe(true)
  expect(heir.pid).toBe(portal.server.pid)

  await killAndAwaitRestart(heir)
  expect(heir.pid).not.toBe(portal.server.pid)
  expect(await query(heir.url('postgres'), 'select count(*)::int from note')).toEqual([0])

  function server(): string {
    return `postgresql://openpecos@localhost/postgres?host=${encodeURIComponent(path.join(root, 'run'))}`
  }
})

test('a second portal on the same data folder is refused, and told who holds it', async () => {
  const portal = await startPortal()
  const refused = startEmbeddedPostgres(root)
  await expect(refused).rejects.toThrow(DataFolderInUse)
  await expect(refused).rejects.toThrow(`process ${portal.process.pid}`)

  const borrowed = await borrowEmbeddedPostgres(root)
  expect(await query(borrowed?.url('postgres') ?? '', 'select 1')).toEqual([1])

  portal.process.kill('SIGKILL')
  await once(portal.process, 'exit')
  expect(await borrowEmbeddedPostgres(root)).toBeUndefined()
  await start() // Leaves no server behind.
})

test('stop ends the server for good and frees the folder', async () => {
  const server = await startEmbeddedPostgres(root)
  const { pid } = server
  const restarts = vi.fn()
  server.onRestart(restarts)

  await Promise.all([server.stop(), server.stop()])
  expect(isRunning(pid)).toBe(false)
  await expect(query(server.url('postgres'), 'select 1')).rejects.toThrow(/ENOENT|ECONNREFUSED/)
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(restarts).not.toHaveBeenCalled()

  const next = await start()
  expect(next.adopted).toBe(false)
  await server.stop() // Once more must not take the lock from the next one.
  await expect(startEmbeddedPostgres(root)).rejects.toThrow(DataFolderInUse)
})

test('stop while the server is being brought back leaves nothing running', async () => {
  const server = await start()
  const lost = new Promise((resolve) => server.onExit(resolve))
  process.kill(server.pid, 'SIGKILL')
  await lost
  await server.stop()
  expect(fs.existsSync(path.join(root, 'portal.pid'))).toBe(false)

  await new Promise((resolve) => setTimeout(resolve, 1_000)) // Long enough for a launch that was not called off.
  expect(isRunning(server.pid)).toBe(false)
  const pidFile = path.join(root, 'pg18', 'postmaster.pid')
  const named = fs.existsSync(pidFile) ? Number.parseInt(fs.readFileSync(pidFile, 'utf8'), 10) : 0
  expect(isRunning(named)).toBe(false)
})
