/**
 * The folders of one private PostgreSQL and the words it is started with.
 *
 * Promises: no TCP port and no password, only a Unix socket in a folder nobody else may enter;
 * sort order does not depend on the machine's libraries, so the data survives an upgrade of the system;
 * the server's log holds neither statements nor values.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type Account, databaseAccount, giveTo } from './account.ts'
import { runnableBinaries } from './binaries.ts'

export interface Cluster {
  readonly root: string
  readonly data: string
  readonly sockets: string
  readonly program: string
  readonly args: readonly string[]
  /** PostgreSQL writes it into the titles of its processes. */
  readonly name: string
  readonly account: Account | undefined
  readonly logFile: string
}

const superuser = 'openpecos'
export const databaseEnv = { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' }

export const dataFolder = (root: string): string => path.join(root, 'pg18')

export function prepareRoot(wanted: string): string {
  if (process.platform === 'win32') throw new Error('On Windows set DATABASE_URL to a PostgreSQL of your own.')
  fs.mkdirSync(wanted, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
  return fs.realpathSync(wanted)
}

/** Call it with the folder's lock held: it may create the data. */
export function prepareCluster(root: string, durable: boolean): Cluster {
  const data = dataFolder(root)
  const account = databaseAccount(data)
  checkReachable(root, account)
  const native = runnableBinaries(root, account)
  if (!fs.existsSync(path.join(data, 'PG_VERSION'))) initialize(native, data, account, durable)
  return describe(root, native, account, durable)
}

function describe(root: string, native: string, account: Account | undefined, durable: boolean): Cluster {
  const data = dataFolder(root)
  const name = `openpecos-${hash(data)}`
  const sockets = socketFolder(root, name, account)
  const settings = [
    'listen_addresses=',
    `cluster_name=${name}`,
    'max_connections=100',
    'jit=off',
    // Failing statements and the "Key (ssn)=(...)" of a violated constraint must not reach a log file.
    'log_min_error_statement=panic',
    'log_error_verbosity=terse',
    ...(durable ? [] : ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off']),
  ]
  return {
    root,
    data,
    sockets,
    name,
    account,
    program: fs.realpathSync(path.join(native, 'bin', 'postgres')),
    args: ['-D', data, '-k', sockets, ...settings.flatMap((setting) => ['-c', setting])],
    logFile: path.join(root, 'postgres.log'),
  }
}

export const urlOf = (sockets: string, database: string): string =>
  `postgresql://${superuser}@localhost/${encodeURIComponent(database)}?host=${encodeURIComponent(sockets)}`

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12)

function checkReachable(root: string, account: Account | undefined): void {
  if (!account) return
  if (spawnSync('/bin/sh', ['-c', 'cd "$0"', root], { ...account, cwd: '/' }).status === 0) return
  throw new Error(
    `The database runs as the unprivileged account with uid ${account.uid}, which cannot enter ${root}. ` +
      'Set DATA_DIR to a folder that is not below /root (its parents need the x permission for everybody).',
  )
}

function initialize(native: string, data: string, account: Account | undefined, durable: boolean): void {
  const draft = `${data}.init`
  fs.rmSync(draft, { recursive: true, force: true })
  fs.mkdirSync(draft, { mode: 0o700 })
  giveTo(account, draft)
  const how = ['-D', draft, '-U', superuser, '-A', 'trust', '-E', 'UTF8', '--data-checksums']
  const locale = ['--locale-provider=builtin', '--locale=C.UTF-8']
  const run = spawnSync(
    path.join(native, 'bin', 'initdb'),
    [...how, ...locale, ...(durable ? [] : ['--no-sync', '--no-instructions'])],
    { ...account, env: databaseEnv, cwd: '/', encoding: 'utf8' },
  )
  if (run.status !== 0) throw new Error(`initdb failed: ${run.error?.message ?? run.stderr}`)
  fs.renameSync(draft, data)
  // A draft is thrown away at the next start, so its new name must be on the disk before data is in it.
  const folder = fs.openSync(path.dirname(data), 'r')
  fs.fsyncSync(folder)
  fs.closeSync(folder)
}

/** The system limits a socket's path to 107 bytes; a deep data folder therefore gets one below the temp folder. */
function socketFolder(root: string, name: string, account: Account | undefined): string {
  const inside = path.join(root, 'run')
  const folder = Buffer.byteLength(inside) <= 85 ? inside : path.join(os.tmpdir(), name)
  try {
    fs.mkdirSync(folder, { mode: 0o700 })
    giveTo(account, folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  // In a shared temp folder somebody else may have been there first, to listen in our place.
  const found = fs.lstatSync(folder)
  const owner = account?.uid ?? process.getuid?.()
  if (!found.isDirectory() || found.uid !== owner || (found.mode & 0o077) !== 0) {
    throw new Error(`${folder} must be a folder of uid ${owner} with mode 0700. Remove it and start again.`)
  }
  return folder
}
