import { describe, expect, test } from 'vitest'
import { withCheckDigit } from '#domain/identifiers/npi.ts'
import { copyCell, copyLine } from './copy-text.ts'
import { npiSet } from './npi-set.ts'
import { textBuffer } from './text-buffer.ts'

const cells: readonly (readonly [text: string, copied: string])[] = [
  ["O'HARA & SONS", "O'HARA & SONS"],
  ['', ''],
  ['A\tB', 'A\\tB'],
  ['A\r\nB', 'A\\r\\nB'],
  ['\\N', '\\\\N'],
  ['\\.', '\\\\.'],
]
test.each(cells)('a cell %j is copied as %j', (text, copied) => expect(copyCell(text)).toBe(copied))

test('a line has the load, then every column; what is missing is told from what is empty', () => {
  const columns = { a: 'text', b: 'smallint', c: 'date', d: 'jsonb' }
  expect(copyLine('id', columns, { a: '', b: 2, c: undefined, d: { n: 'A "B"\n' } })).toBe(
    'id\t\t2\t\\N\t{"n":"A \\\\"B\\\\"\\\\n"}\n',
  )
})

test('a text buffer grows, keeps what is in it, and is used again', () => {
  const buffer = textBuffer()
  const line = `${'é€x'.repeat(5_000)}\n`
  for (let i = 0; i < 20; i++) buffer.append(line)
  expect(buffer.bytes().toString()).toBe(line.repeat(20))
  buffer.clear()
  buffer.append('a')
  expect([buffer.length, buffer.bytes().toString()]).toEqual([1, 'a'])
})

describe('the set of NPIs', () => {
  const some = [100_000_000, 100_000_001, 100_000_007, 100_000_008, 199_999_999, 200_000_000, 299_999_999]
  test('tells each from its neighbors, once', () => {
    const npis = npiSet()
    for (const nine of some) expect(npis.add(withCheckDigit(String(nine))), `${nine}`).toBe(true)
    for (const nine of some) expect(npis.add(withCheckDigit(String(nine))), `${nine}`).toBe(false)
  })
})
