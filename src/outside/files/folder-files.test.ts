/** A file in a folder is whole at every moment, also when two replace it at once, as two rotations of the key do. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { folderFiles } from './folder-files.ts'

const root = mkdtempSync(join(tmpdir(), 'folder-files-'))
afterAll(() => rmSync(root, { recursive: true }))

test('two that replace a file at once leave one of both, whole, and nothing beside it', async () => {
  const files = folderFiles(root)
  const name = await files.put(Buffer.from('first'))
  const [a, b] = [Buffer.alloc(2_000_000, 'a'), Buffer.alloc(2_000_000, 'b')]
  for (let i = 0; i < 10; i++) {
    await Promise.all([files.keep(name, a), files.keep(name, b)])
    const kept = Buffer.from(await files.get(name))
    expect(kept.equals(a) || kept.equals(b)).toBe(true)
  }
  expect(readdirSync(join(root, name.slice(0, 2)))).toEqual([name])
})
