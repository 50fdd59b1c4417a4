/** Where documents lie: a local folder (default). What is stored is already encrypted by the caller. */
import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

export interface Files {
  /** Stores bytes durably (on disk before it resolves) and returns the name to fetch them by. */
  put(bytes: Uint8Array): Promise<string>
  /** Throws when nothing is stored under the name. */
  get(name: string): Promise<Buffer>
  remove(name: string): Promise<void>
}

/** Files in a folder, two levels deep; written beside and renamed, so that a crash leaves no half file. */
export function folderFiles(root: string): Files {
  const pathOf = (name: string): string => {
    if (!/^[0-9a-f-]{36}$/.test(name)) throw new Error('not a stored name')
    return join(root, name.slice(0, 2), name)
  }
  return {
    async put(bytes) {
      const name = randomUUID()
      const path = pathOf(name)
      await mkdir(join(path, '..'), { recursive: true, mode: 0o700 })
      const file = await open(`${path}.part`, 'wx', 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(`${path}.part`, path)
      return name
    },
    get: (name) => readFile(pathOf(name)),
    remove: (name) => rm(pathOf(name), { force: true }),
  }
}
