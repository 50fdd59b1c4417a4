/**
 * PostgreSQL's first process: find a running one, launch one, shut one down.
 *
 * Promises: launch() returns only when this very process accepts connections; shutDown() returns only when
 * it is gone; nothing is launched on data that processes of a dead predecessor still use.
 */
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { type Cluster, databaseEnv } from './cluster.ts'
import { commandLine, hasEntry, isRunning, pause, processesTitled, signal, waitUntilGone } from './processes.ts'

interface PidFile {
  readonly pid: number
  readonly sockets: string
  readonly status: string
}

export function readPidFile({ data }: Pick<Cluster, 'data'>): PidFile | undefined {
  try {
    const lines = fs.readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), sockets: lines[4] ?? '', status: (lines[7] ?? '').trim() }
  } catch {
    return undefined
  }
}

/** A file left by a crash also names a process, and the number may belong to somebody else by now. */
function isPostmasterOf(cluster: Cluster, pid: number): boolean {
  const line = commandLine(pid)
  return isRunning(pid) && (line === undefined || line.includes(` -D ${cluster.data} `))
}

/**
 * The server that a killed portal left running, if it is ready and runs as we would run it.
 * One with other settings or another version is shut down, so that the caller launches the right one.
 */
export async function findRunning(cluster: Cluster): Promise<number | undefined> {
  const found = readPidFile(cluster)
  if (!found || !isPostmasterOf(cluster, found.pid)) return undefined
  if (found.status !== 'stopping' && runsAsWanted(cluster)) {
    if (await becomesReady(cluster, found.pid, () => isRunning(found.pid))) return found.pid
    return undefined
  }
  await shutDown(found.pid)
  return undefined
}

function runsAsWanted(cluster: Cluster): boolean {
  try {
    const started = fs.readFileSync(path.join(cluster.data, 'postmaster.opts'), 'utf8').trim()
    return started === [cluster.program, ...cluster.args.map((arg) => `"${arg}"`)].join(' ')
  } catch {
    return false
  }
}

export async function launch(cluster: Cluster, stop?: AbortSignal): Promise<number> {
  await clearLeftovers(cluster)
  stop?.throwIfAborted()
  const log = openLog(cluster.logFile)
  // Detached: Ctrl-C in the terminal reaches only the portal, which then stops the database in order.
  const child = spawn(cluster.program, [...cluster.args], {
    ...cluster.account,
    env: databaseEnv,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
  })
  fs.closeSync(log)
  child.unref()
  let failure: string | undefined
  child.on('error', (error) => {
    failure = error.message
  })
  child.on('exit', (code, name) => {
    failure = `it ended with ${name ?? `code ${code}`}`
  })
  const abort = () => child.kill('SIGINT')
  stop?.addEventListener('abort', abort)
  try {
    const pid = child.pid ?? 0
    if (await becomesReady(cluster, pid, () => failure === undefined)) return pid
  } finally {
    stop?.removeEventListener('abort', abort)
  }
  throw new Error(
    `PostgreSQL did not start (${failure}). The end of ${cluster.logFile}:\n${lastLines(cluster.logFile)}`,
  )
}

/** Recovery after a crash takes as long as it takes, so there is no time limit while the process lives. */
async function becomesReady(cluster: Cluster, pid: number, lives: () => boolean): Promise<boolean> {
  for (; lives(); await pause(10)) {
    const file = readPidFile(cluster)
    // The old file of a crashed server says "ready" too, until the new one has written its own.
    if (file?.pid === pid && file.status === 'ready') return true
  }
  return false
}

export async function shutDown(pid: number): Promise<void> {
  // Fast shutdown ends the sessions and writes a checkpoint; the harder ways leave recovery to the next start.
  for (const [name, ms] of [
    ['SIGINT', 60_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 10_000],
  ] as const) {
    signal(pid, name)
    if (await waitUntilGone(pid, ms)) return
  }
  throw new Error(`PostgreSQL (process ${pid}) cannot be stopped`)
}

/** After kill -9 of the first process its children may still work on the data, and a new server refuses to start. */
async function clearLeftovers(cluster: Cluster): Promise<void> {
  const file = readPidFile(cluster)
  if (file && isPostmasterOf(cluster, file.pid) && commandLine(file.pid) !== undefined) {
    throw new Error(`PostgreSQL is already running on ${cluster.data} as process ${file.pid}`)
  }
  const children = () => processesTitled(`postgres: ${cluster.name}: `)
  for (const name of ['SIGQUIT', 'SIGKILL'] as const) {
    const left = children()
    for (const pid of left) signal(pid, name)
    for (const pid of left) await waitUntilGone(pid, 2_000)
  }
  if (children().length > 0) throw new Error(`processes of an earlier PostgreSQL still use ${cluster.data}`)
  // PostgreSQL takes whatever has the number in its files for a running server: a stranger who got it since,
  // or the dead one itself while it waits, as a zombie, to be reaped.
  for (const stale of [path.join(cluster.data, 'postmaster.pid'), path.join(cluster.sockets, '.s.PGSQL.5432.lock')]) {
    if (hasEntry(firstNumber(stale))) fs.rmSync(stale, { force: true })
  }
}

const firstNumber = (file: string) => (fs.existsSync(file) ? Number.parseInt(fs.readFileSync(file, 'utf8'), 10) : 0)

function openLog(file: string): number {
  const size = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > 10_000_000) fs.renameSync(file, `${file}.1`)
  return fs.openSync(file, 'a', 0o600)
}

const lastLines = (file: string) => fs.readFileSync(file, 'utf8').trim().split('\n').slice(-8).join('\n')
