/** Documents in a local folder (default), two levels deep; written beside and renamed, so that a crash leaves no half file. */
import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { checkedName, type RestorableFiles } from './files.ts'

export function folderFiles(root: string): RestorableFiles {
  const pathOf = (name: string): string => join(root, checkedName(name).slice(0, 2), name)
  const keep = async (name: string, bytes: Uint8Array) => {
    const path = pathOf(name)
    await mkdir(join(path, '..'), { recursive: true, mode: 0o700 })
    // Of its own: two that keep the same file at once must not write into one another's.
    const part = `${path}.${randomUUID()}.part`
    try {
      const file = await open(part, 'wx', 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(part, path)
    } catch (fault) {
      await rm(part, { force: true })
      throw fault
    }
  }
  return {
    async put(bytes) {
      const name = randomUUID()
      await keep(name, bytes)
      return name
    },
    keep,
    get: (name) => readFile(pathOf(name)),
    remove: (name) => rm(pathOf(name), { force: true }),
  }
}
