import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLeakedPasswords } from './leaked-passwords.ts'
import { openPasswords, testCost } from './passwords.ts'

const sha1 = (text: string) => createHash('sha1').update(text).digest('hex').toUpperCase()
const folder = mkdtempSync(join(tmpdir(), 'leaked-'))
const list = (name: string, passwords: readonly string[], line: (hash: string, i: number) => string): string => {
  const path = join(folder, name)
  writeFileSync(path, passwords.map(sha1).sort().map(line).join(''))
  return path
}
const leaked = Array.from({ length: 500 }, (_, i) => `leaked password ${i}`)

test.each([
  ['counts', (h: string, i: number) => `${h}:${i ** 3}\r\n`],
  ['bare', (h: string) => `${h}\n`],
  ['lower case', (h: string) => `${h.toLowerCase()}\n`],
  ['no end of line', (h: string, i: number) => (i === 499 ? h : `${h}\n`)],
] as const)('finds every password of a list and no other: %s', async (name, line) => {
  const file = openLeakedPasswords(list(name, leaked, line))
  for (const p of leaked) expect(await file.has(p), p).toBe(true)
  for (let i = 0; i < 200; i++) expect(await file.has(`another password ${i}`)).toBe(false)
})

test('a list of one, and a file that is none', async () => {
  const one = openLeakedPasswords(list('one', ['only'], (h) => `${h}\n`))
  expect([await one.has('only'), await one.has('other')]).toEqual([true, false])
  const wrong = join(folder, 'wrong')
  writeFileSync(wrong, 'password\n')
  expect(() => openLeakedPasswords(wrong)).toThrow(/no list/)
  expect(() => openLeakedPasswords(join(folder, 'absent'))).toThrow()
})

test('after a rotation of the key the former pepper still opens, and says so; without it nothing does', async () => {
  const [before, now] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
  const hashed = await openPasswords(before, testCost).hash('tunnel lantern oyster')
  if (!hashed.ok) throw new Error('not hashed')
  const value = async (p: ReturnType<typeof openPasswords>, typed: string) => {
    const match = await p.verify(hashed.value, typed)
    return match.ok && match.value
  }
  const rotated = openPasswords(now, testCost, { earlier: [before] })
  expect(await value(rotated, 'tunnel lantern oyster')).toBe('previous')
  expect(await value(rotated, 'tunnel lantern pearl')).toBe(false)
  expect(await value(openPasswords(now, testCost), 'tunnel lantern oyster')).toBe(false)
  expect(await value(openPasswords(before, testCost), 'tunnel lantern oyster')).toBe('current')
})
