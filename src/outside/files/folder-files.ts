/** Documents in a local folder (default), two levels deep; written beside and renamed, so that a crash leaves no half file. */
import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { checkedName, type Files } from './files.ts'

export function folderFiles(root: string): Files {
  const pathOf = (name: string): string => join(root, checkedName(name).slice(0, 2), name)
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
