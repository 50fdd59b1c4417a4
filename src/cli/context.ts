/**
 * What a command gets: the database, the clock, the operator's permit, and where to print.
 * Opened only when a command needs it, so that `--help` starts nothing.
 */
import { join } from 'node:path'
import type { Db } from '#db/db.ts'
import { connect } from '#db/kit/connect.ts'
import { migrate } from '#db/kit/migrate.ts'
import { openVault, type Vault } from '#db/kit/vault.ts'
import type { Actor } from '#domain/access/policy.ts'
import { type Clock, systemClock } from '#outside/clock.ts'
import {
  borrowEmbeddedPostgres,
  ensureDatabase,
  repositoryRoot,
  startEmbeddedPostgres,
} from '#outside/embedded-postgres/embedded-postgres.ts'
import { bucketFiles } from '#outside/files/bucket-files.ts'
import type { Files, RestorableFiles } from '#outside/files/files.ts'
import { folderFiles } from '#outside/files/folder-files.ts'
import { createScratch } from '#outside/scratch-database.ts'
import { openSecrets, type Secrets } from '#outside/secrets.ts'
import { settleKeys } from '#use-cases/keys/settle-keys.ts'
import { readConfig } from '../config.ts'
import { masterKey } from '../master-key.ts'

export interface CliContext {
  readonly db: Db
  readonly clock: Clock
  /** Whoever runs the command is the operator: the machine let them in. */
  readonly actor: Actor
  readonly secrets: Secrets
  /** Results, to standard output. */
  readonly out: (line: string) => void
  /** Everything else, to standard error. */
  readonly err: (line: string) => void
  close(): Promise<void>
}

/** What a command that reads documents gets besides. */
export interface FilesContext extends CliContext {
  readonly files: Files
  /** How this installation calls itself. */
  readonly product: string
}

/** What a command that keeps the whole installation gets besides. */
export interface KeepingContext extends FilesContext {
  readonly files: RestorableFiles
  /** A migrated database beside this one, under the same keys; closing it drops it. */
  scratch(): Promise<{ readonly db: Db; close(): Promise<void> }>
}

/** How a command ends. */
export const exit = { ok: 0, failure: 1, usage: 2, notPermitted: 3 } as const

const DATABASE = 'openpecos'
const MIGRATIONS = join(repositoryRoot(), 'sql/migrations')

/** Opens DATABASE_URL, or the embedded database: the running one of a portal, else its own until the command ends. */
export async function openContext(env: NodeJS.ProcessEnv = process.env): Promise<KeepingContext> {
  const config = readConfig(env)
  const keys = masterKey(config)
  const running = config.databaseUrl ? undefined : await borrowEmbeddedPostgres(config.dataDir)
  const started = config.databaseUrl || running ? undefined : await startEmbeddedPostgres(config.dataDir)
  if (started) await ensureDatabase(started.url('postgres'), DATABASE)
  const url = config.databaseUrl ?? (running ?? started!).url(DATABASE)
  const vault = openVault(keys.current, keys.previous)
  const connection = connect(url, vault, 2)
  const close = async () => {
    await connection.close()
    await started?.stop()
  }
  let secrets: Secrets
  try {
    await migrate(connection.pool, MIGRATIONS)
    secrets = openSecrets(keys.current, await settleKeys(connection.db, keys, systemClock.now()))
  } catch (fault) {
    await close()
    throw fault
  }
  return {
    db: connection.db,
    clock: systemClock,
    secrets,
    files: config.bucket ? bucketFiles(config.bucket) : folderFiles(join(config.dataDir, 'files')),
    product: config.site.product,
    scratch: () => openScratch(url, vault),
    actor: { userId: 'command-line', memberships: [{ role: 'operator', partyId: 'system' }] },
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
    close,
  }
}

/** Throws when the account of `url` may not create databases. */
export async function openScratch(url: string, vault: Vault): ReturnType<KeepingContext['scratch']> {
  const scratch = await createScratch(url)
  const { db, pool, close } = connect(scratch.url, vault, 2)
  const end = () => close().finally(() => scratch.drop())
  try {
    await migrate(pool, MIGRATIONS)
  } catch (fault) {
    await end()
    throw fault
  }
  return { db, close: end }
}
