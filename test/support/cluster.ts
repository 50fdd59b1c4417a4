/**
 * One PostgreSQL for all tests of a run, without fsync and in a temporary folder; or the one of DATABASE_URL.
 *
 * Promises: `inject('pgUrl')` leads to its `postgres` database; nothing is left behind, not even by a killed run once the next has begun;
 * the projects that ask for it share one. Databases are made by `database.ts`.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/outside/embedded-postgres/embedded-postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    pgUrl: string
  }
}

const PREFIX = path.join(os.tmpdir(), 'openpecos-test-')

interface Shared {
  users: number
  readonly running: Promise<{ url: string; stop(): Promise<void> }>
}

// Each project loads this file for itself, but all in one process.
const shelf = globalThis as { openpecosTestCluster?: Shared | undefined }

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shelf.openpecosTestCluster ??= { users: 0, running: start() }
  const shared = shelf.openpecosTestCluster
  shared.users += 1
  project.provide('pgUrl', (await shared.running).url)
  return async () => {
    shared.users -= 1
    if (shared.users > 0) return
    shelf.openpecosTestCluster = undefined
    await (await shared.running).stop()
  }
}

async function start() {
  const given = process.env.DATABASE_URL
  if (given) return { url: given, stop: async () => {} }
  await sweep()
  const folder = fs.mkdtempSync(PREFIX)
  fs.chmodSync(folder, 0o711) // Started by root, the database runs as somebody else.
  const server = await startEmbeddedPostgres(folder, { durable: false })
  return { url: server.url('postgres'), stop: () => remove(server, folder) }
}

/** A run that was killed leaves its server running; the lock tells it from one that is in use. */
async function sweep(): Promise<void> {
  const siblings = fs.readdirSync(os.tmpdir()).map((name) => path.join(os.tmpdir(), name))
  for (const folder of siblings.filter((sibling) => sibling.startsWith(PREFIX))) {
    const young = Date.now() - fs.statSync(folder).mtimeMs < 60_000
    const server = young ? undefined : await startEmbeddedPostgres(folder, { durable: false }).catch(() => undefined)
    if (server) await remove(server, folder)
  }
}

async function remove(server: EmbeddedPostgres, folder: string): Promise<void> {
  await server.stop()
  fs.rmSync(folder, { recursive: true, force: true })
}
