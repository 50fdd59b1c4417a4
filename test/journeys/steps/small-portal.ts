/** A portal with few invented people on a database of its own, which the test can also read. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { readConfig } from '../../../src/config.ts'
import { type Portal, startPortal } from '../../../src/main.ts'
import { freePort } from '../free-port.ts'

export interface SmallPortal {
  readonly origin: string
  readonly pool: pg.Pool
  readonly faults: readonly string[]
  now(): Promise<Date>
  /** Moves the portal's clock forward and answers what it says then. */
  forward(minutes: number): Promise<Date>
  /** Does what waits: letters are written and sent. */
  runJobs(): Promise<void>
  close(): Promise<void>
}

/** `settings` are those of an operator. */
export async function smallPortal(settings: Readonly<Record<string, string>> = {}): Promise<SmallPortal> {
  const port = await freePort()
  const name = `small_${port}_${Date.now()}`
  const admin = new pg.Client({ connectionString: inject('pgUrl') })
  await admin.connect()
  await admin.query(`create database ${name}`)
  const url = new URL(inject('pgUrl'))
  url.pathname = `/${name}`
  const faults: string[] = []
  const dataDir = mkdtempSync(join(tmpdir(), 'small-'))
  const config = readConfig({ PORT: String(port), DATABASE_URL: url.toString(), DATA_DIR: dataDir, ...settings })
  const log = (line: string) => void (line.startsWith('fault') && faults.push(line))
  const portal: Portal = await startPortal(config, { small: true, log })
  const pool = new pg.Pool({ connectionString: url.toString(), max: 2 })
  const { origin } = config.site
  const control = async (path: string, body: object): Promise<Record<string, unknown>> => {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
    return (await answer.json()) as Record<string, unknown>
  }
  const now = async () => new Date(String((await control('/test/jobs/run', {})).now))
  return {
    origin,
    pool,
    faults,
    now,
    async forward(minutes) {
      const to = new Date((await now()).getTime() + minutes * 60_000)
      await control('/test/clock', { now: to.toISOString() })
      return to
    },
    runJobs: async () => void (await control('/test/jobs/run', {})),
    async close() {
      await pool.end()
      await portal.stop()
      await admin.query(`drop database ${name} with (force)`)
      await admin.end()
    },
  }
}
