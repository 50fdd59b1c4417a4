/** Whether the files of a backup are as they were written, by their hashes. Reads the folder and nothing else. */
import { linesOf } from '#db/queries/backup/copy-lines.ts'
import {
  FILE_LIST,
  keptFile,
  type Manifest,
  measurePart,
  readPart,
  sha256Of,
  tablePart,
} from '#outside/backup-folder.ts'

/** Names of parts and files that are missing or altered; empty when all is well. */
export async function damagedParts(folder: string, m: Manifest): Promise<readonly string[]> {
  const damaged: string[] = []
  const parts = [...m.tables.map((t) => [tablePart(t.name), t.sha256] as const), [FILE_LIST, m.files.sha256] as const]
  for (const [file, sha256] of parts) if ((await measurePart(folder, file))?.sha256 !== sha256) damaged.push(file)
  if (damaged.includes(FILE_LIST)) return damaged
  for await (const { name, sha256 } of listedFiles(folder)) {
    const bytes = await keptFile(folder, name).catch(() => undefined)
    if (!bytes || sha256Of(bytes) !== sha256) damaged.push(`files/${name}`)
  }
  return damaged
}

/** The stored files of a backup with the hashes they had. */
export async function* listedFiles(folder: string): AsyncGenerator<{ readonly name: string; readonly sha256: string }> {
  for await (const line of linesOf(readPart(folder, FILE_LIST)))
    yield { sha256: line.slice(0, 64), name: line.slice(66) }
}
