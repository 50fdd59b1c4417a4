/**
 * The account that PostgreSQL runs as. PostgreSQL refuses to run as root, and so do we.
 *
 * Promises: no account is created; an existing data folder keeps the owner it has;
 * who is not root runs the database as himself.
 */
import fs from 'node:fs'

export interface Account {
  readonly uid: number
  readonly gid: number
}

/** Undefined: as whoever we are. */
export function databaseAccount(dataFolder: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  // PostgreSQL wants to own its data, and a better account may have appeared since the first start.
  const existing = fs.statSync(dataFolder, { throwIfNoEntry: false })
  if (existing && existing.uid !== 0) return { uid: existing.uid, gid: existing.gid }

  const accounts = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  for (const name of ['openpecos', 'postgres', 'nobody']) {
    const found = accounts.find(([account]) => account === name)
    if (found) return { uid: Number(found[2]), gid: Number(found[3]) }
  }
  throw new Error(
    'Running as root, and there is no account openpecos, postgres or nobody to run the database as. ' +
      'Create one of them, start as an ordinary user, or set DATABASE_URL.',
  )
}

export function giveTo(account: Account | undefined, file: string): void {
  if (account) fs.chownSync(file, account.uid, account.gid)
}
