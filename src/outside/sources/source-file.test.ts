import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSourceFile } from './source-file.ts'

let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'source-file-'))
})
afterAll(() => rm(dir, { recursive: true }))

const text = Buffer.from('NPI,NAME\n' + '1,x\n'.repeat(50_000))
const put = async (name: string, bytes: Uint8Array) => {
  await writeFile(join(dir, name), bytes)
  return join(dir, name)
}

/** A ZIP archive; `wide` writes sizes as archives over 4 GiB do. */
function zip(files: readonly (readonly [name: string, bytes: Buffer])[], wide = false): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, bytes] of files) {
    const packed = deflateRawSync(bytes)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(wide ? 0xffffffff : packed.length, 20)
    entry.writeUInt32LE(wide ? 0xffffffff : bytes.length, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt16LE(wide ? 28 : 0, 30)
    entry.writeUInt32LE(wide ? 0xffffffff : at, 42)
    const extra = Buffer.alloc(wide ? 28 : 0)
    if (wide) {
      extra.writeUInt16LE(1, 0)
      extra.writeUInt16LE(24, 2)
      for (const [i, n] of [bytes.length, packed.length, at].entries()) extra.writeBigUInt64LE(BigInt(n), 4 + i * 8)
    }
    directory.push(entry, Buffer.from(name), extra)
    parts.push(local, Buffer.from(name), packed)
    at += 30 + name.length + packed.length
  }
  const table = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt32LE(table.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, table, end])
}

async function read(path: string, from = 0): Promise<Buffer> {
  const file = await openSourceFile(path)
  if (!file.ok) throw new Error(file.problem.code)
  const pieces: Uint8Array[] = []
  for await (const piece of file.value.from(from)) pieces.push(piece)
  return Buffer.concat(pieces)
}

describe('the same text, from any byte on, with the same digest', () => {
  const forms = {
    'plain.csv': text,
    'gzipped.csv.gz': gzipSync(text),
    'archive.zip': zip([
      ['readme.pdf', Buffer.from('pdf')],
      ['a/npidata_pfile_20250608.csv', text],
      ['npidata_pfile_fileheader.csv', Buffer.from('NPI\n')],
    ]),
    'archive64.zip': zip([['npidata_pfile_20250608.csv', text]], true),
  }
  test.each(Object.entries(forms))('%s', async (name, bytes) => {
    const path = await put(name, bytes)
    expect((await read(path)).equals(text)).toBe(true)
    for (const from of [1, 9, 100_000, text.length - 1, text.length])
      expect((await read(path, from)).equals(text.subarray(from)), `from ${from}`).toBe(true)
    const [file, plain] = await Promise.all([openSourceFile(path), openSourceFile(await put('p.csv', text))])
    expect(file).toMatchObject({ ok: true, value: { bytes: text.length, sha256: plain.ok && plain.value.sha256 } })
  })
  test('is called by what is inside', async () => {
    const file = await openSourceFile(await put('b.zip', forms['archive.zip']))
    expect(file.ok && file.value.name).toBe('npidata_pfile_20250608.csv')
  })
})

describe('refused', () => {
  const cut = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length * 0.7))
  const cases: readonly (readonly [name: string, bytes: Buffer, code: string])[] = [
    ['empty.csv', Buffer.alloc(0), 'source-empty'],
    ['empty.csv.gz', gzipSync(''), 'source-empty'],
    ['cut.csv.gz', cut(gzipSync(text)), 'source-truncated'],
    ['damaged.csv.gz', Buffer.concat([gzipSync(text).subarray(0, 50), Buffer.alloc(100, 7)]), 'source-truncated'],
    ['cut.zip', cut(zip([['a.csv', text]])), 'source-truncated'],
    ['no-list.zip', zip([['readme.pdf', text]]), 'source-wrong-file'],
  ]
  test.each(cases)('%s', async (name, bytes, code) => {
    expect(await openSourceFile(await put(name, bytes))).toMatchObject({ problem: { code } })
  })
  test('a folder', async () => expect(await openSourceFile(dir)).toMatchObject({ problem: { code: 'file-missing' } }))
})
