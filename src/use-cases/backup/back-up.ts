/** Writes the database as it stands at one moment, and every stored file it names, into a folder. Changes nothing. */
import type { Db } from '#db/db.ts'
import { keyCheckOf } from '#db/queries/backup/sealed-values.ts'
import { openSnapshot } from '#db/queries/backup/snapshot.ts'
import type { Permit } from '#domain/access/policy.ts'
import {
  FILE_LIST,
  keepFile,
  type Manifest,
  type Part,
  sha256Of,
  startFolder,
  tablePart,
  writeManifest,
  writePart,
} from '#outside/backup-folder.ts'
import type { Files } from '#outside/files/files.ts'

/** `say` hears of every table that was written. undefined when the folder has something in it. */
export async function backUp(
  db: Db,
  permit: Permit<'registry.manage'>,
  files: Files,
  folder: string,
  now: Date,
  say: (table: string, part: Part) => void,
): Promise<Manifest | undefined> {
  if (!(await startFolder(folder))) return undefined
  const snapshot = await openSnapshot(db, permit)
  try {
    const tables: Manifest['tables'] = []
    for (const { name, columns } of snapshot.tables) {
      const part = await writePart(folder, tablePart(name), snapshot.copyOut({ name, columns }))
      tables.push({ name, columns: [...columns], ...part })
      say(name, part)
    }
    const missing: string[] = []
    const list = async function* () {
      for await (const name of snapshot.fileNames()) {
        const bytes = await files.get(name).catch(() => undefined)
        if (bytes) {
          await keepFile(folder, name, bytes)
          yield Buffer.from(`${sha256Of(bytes)}  ${name}\n`)
        } else missing.push(name)
      }
    }
    const part = await writePart(folder, FILE_LIST, list())
    const m: Manifest = {
      format: 'openpecos-backup-1',
      at: now.toISOString(),
      schema: snapshot.schema,
      keyCheck: keyCheckOf(db, permit),
      tables,
      partitions: [...snapshot.partitions],
      files: { ...part, missing },
    }
    await writeManifest(folder, m)
    return m
  } finally {
    await snapshot.close()
  }
}
