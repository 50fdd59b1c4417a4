/** Words of the commands that keep an installation: backup and restore. */
const n = new Intl.NumberFormat('en-US')

export const backup = {
  about:
    'Writes every table as it stands at one moment, and every stored file, still sealed, into a new folder. The portal may run meanwhile. The master key is not in it: keep it elsewhere',
  folder: 'a folder that does not exist yet, or is empty',
  inUse: (folder: string) => `${folder} is not empty: a backup needs a folder of its own.`,
  table: (name: string, rows: number) => `${name}: ${n.format(rows)} rows`,
  done: (tables: number, rows: number, files: number, mib: string, folder: string) =>
    `${n.format(rows)} rows of ${tables} tables (${mib} MiB) and ${n.format(files)} stored files written to ${folder}`,
  missing: (names: readonly string[]) =>
    `${n.format(names.length)} stored files could not be read and are not in it: ${names.slice(0, 10).join(', ')}`,
}

export const restore = {
  about:
    'Puts a backup into an empty database and its files into the document store; stop the portal first. Refuses a database that is in use',
  folder: 'a folder that "backup" wrote',
  verify:
    'only try it: into a database that is made for it and dropped; checks hashes, rows, that every sealed value opens, and the audit log',
  refused: {
    'no-backup': (folder: string) => `${folder} has no manifest.json of a backup: nothing was restored.`,
    'other-key': () =>
      'The backup was made with another master key. Set MASTER_KEY to that key (or MASTER_KEY_PREVIOUS, after a rotation). Nothing was restored.',
    'in-use': (table: string) =>
      `The database is in use: ${table} has rows. A backup is restored only into an empty database. Nothing was restored.`,
    'other-version': (backupHas: string, here: string) =>
      `The backup is of another version: it ends at ${backupHas}, this program at ${here}. Restore with the version that wrote it, then upgrade. Nothing was restored.`,
    damaged: (parts: readonly string[]) =>
      `The backup is damaged: ${parts.slice(0, 10).join(', ')} ${parts.length === 1 ? 'is' : 'are'} missing or altered. Nothing was restored.`,
  },
  done: (at: string, rows: number, files: number) =>
    `Restored as of ${at}: ${n.format(rows)} rows, ${n.format(files)} stored files.`,
  differing: (tables: readonly string[]) => `Not as many rows as the backup says: ${tables.join(', ')}`,
  badAudit: (row: number) => `The audit log is not as it was written, from row ${n.format(row)}.`,
  good: (at: string, rows: number, values: number, audit: number) =>
    `The backup of ${at} can be restored: ${n.format(rows)} rows, ${n.format(values)} sealed values open, ${n.format(audit)} rows of the audit log verify.`,
  missing: (count: number) => `${n.format(count)} stored files were missing already when the backup was made.`,
}
