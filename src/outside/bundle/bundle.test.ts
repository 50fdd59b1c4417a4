/** A bundle is verified from its file alone; every way to touch it is found, and names the file. */
import { createWriteStream, mkdtempSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { fromBuffer } from 'yauzl'
import { ZipFile } from 'yazl'
import type { Manifest } from '#domain/bundle/manifest.ts'
import { openAuditSigner } from '../audit-signer.ts'
import { verifyBundle } from './verify-bundle.ts'
import { writeBundle } from './write-bundle.ts'

const signer = openAuditSigner([new Uint8Array(32).fill(7)])
const stranger = openAuditSigner([new Uint8Array(32).fill(8)])
const made = new Date('2026-11-25T15:00:00Z')
const facts: Omit<Manifest, 'files' | 'keyId'> = {
  format: 'openpecos-evidence/1',
  applicationId: 'a',
  trackingNumber: 'T-1',
  form: 'CMS-855I',
  edition: '1',
  status: 'approved',
  decision: { kind: 'approve' },
  submissions: [],
  rules: [],
  lists: [],
  madeAt: made.toISOString(),
  madeBy: 'Ada',
  program: 'OpenPECOS',
}
const content: Readonly<Record<string, string>> = {
  'index.html': '<h1>Evidence</h1>',
  'checks/001-name.json': '{"outcome":"same"}',
  'documents/001-license.pdf': '%PDF-1.7 license',
}
const folder = mkdtempSync(join(tmpdir(), 'bundle-'))
let count = 0
const place = () => join(folder, `${count++}.zip`)

type Entries = readonly (readonly [name: string, bytes: Buffer])[]
async function pack(entries: Entries): Promise<string> {
  const zip = new ZipFile()
  for (const [name, bytes] of entries) zip.addBuffer(bytes, name, { mtime: made })
  zip.end()
  const path = place()
  await pipeline(zip.outputStream, createWriteStream(path))
  return path
}
async function unpack(path: string): Promise<Entries> {
  const bytes = await readFile(path)
  return new Promise((done, fail) =>
    fromBuffer(bytes, { lazyEntries: true }, (fault, zip) => {
      if (fault || !zip) return fail(fault)
      const all: [string, Buffer][] = []
      zip.on('end', () => done(all))
      zip.on('entry', (entry) =>
        zip.openReadStream(entry, async (_, stream) => {
          const parts: Buffer[] = []
          for await (const part of stream!) parts.push(part as Buffer)
          all.push([entry.fileName, Buffer.concat(parts)])
          zip.readEntry()
        }),
      )
      zip.readEntry()
    }),
  )
}

let good = ''
let entries: Entries = []
beforeAll(async () => {
  good = place()
  const files = Object.entries(content).map(([path, text]) => ({ path, load: async () => text }))
  await pipeline(writeBundle(files, facts, signer, made), createWriteStream(good))
  entries = await unpack(good)
})

const bad = async (path: string, key?: string) => {
  const verdict = await verifyBundle(path, key)
  return verdict.ok ? undefined : `${verdict.bad.file}: ${verdict.bad.fault}`
}
const changed = (name: string, change: (b: Buffer) => Buffer): Entries =>
  entries.map(([n, b]) => [n, n === name ? change(b) : b])
const flipped = (b: Buffer): Buffer => {
  const copy = Buffer.from(b)
  copy[Math.floor(copy.length / 2)]! ^= 1
  return copy
}

describe('a bundle', () => {
  test('is good by itself and with the key of the installation', async () => {
    expect((await verifyBundle(good)).ok).toBe(true)
    expect((await verifyBundle(good, signer.publicKey)).ok).toBe(true)
    expect(await bad(await pack(entries))).toBeUndefined()
  })
  test.each(Object.keys(content))('names %s when one bit of it is another, and when it is gone', async (name) => {
    expect(await bad(await pack(changed(name, flipped)))).toBe(`${name}: altered`)
    expect(await bad(await pack(entries.filter(([n]) => n !== name)))).toBe(`${name}: missing`)
  })
  test.each([
    ['manifest.json', (b: Buffer) => Buffer.from(b.toString().replace('Ada', 'Eve')), 'manifest.json: signature'],
    ['manifest.json', (b: Buffer) => Buffer.from(`${b} `), 'manifest.json: malformed'],
    ['manifest.json', () => Buffer.from('{'), 'manifest.json: malformed'],
    [
      'signature.txt',
      (b: Buffer) => Buffer.from(b.toString().replace(/^./, (c) => (c === 'A' ? 'B' : 'A'))),
      'manifest.json: signature',
    ],
    ['signature.txt', () => Buffer.from('none'), 'signature.txt: malformed'],
    ['public-key.pem', () => Buffer.from(stranger.publicKey), 'public-key.pem: key-differs'],
    ['public-key.pem', () => Buffer.from('no key'), 'public-key.pem: malformed'],
  ])('names %s when it was touched (%#)', async (name, change, expected) => {
    expect(await bad(await pack(changed(name, change)))).toBe(expected)
  })
  test.each(['manifest.json', 'signature.txt', 'public-key.pem'])('needs %s', async (name) => {
    expect(await bad(await pack(entries.filter(([n]) => n !== name)))).toBe(`${name}: missing`)
  })
  test('names a file that was put in, and one that is in there twice', async () => {
    expect(await bad(await pack([...entries, ['checks/002-sam.json', Buffer.from('{}')]]))).toBe(
      'checks/002-sam.json: added',
    )
    expect(await bad(await pack([...entries, ['index.html', Buffer.from('other')]]))).toBe('index.html: twice')
  })
  test('made anew by somebody else is good by itself, and not with the key of the installation', async () => {
    const path = place()
    const files = Object.keys(content).map((p) => ({ path: p, load: async () => 'forged' }))
    await pipeline(writeBundle(files, facts, stranger, made), createWriteStream(path))
    expect(await bad(path)).toBeUndefined()
    expect(await bad(path, signer.publicKey)).toBe('public-key.pem: not-trusted')
  })
  test('is whole or nothing: a file that cannot be fetched breaks it off', async () => {
    const files = [{ path: 'a', load: () => Promise.reject(new Error('the store is gone')) }]
    await expect(pipeline(writeBundle(files, facts, signer, made), createWriteStream(place()))).rejects.toThrow(
      'the store is gone',
    )
  })
  test('what is no archive is said to be unreadable', async () => {
    const path = place()
    writeFileSync(path, 'text')
    expect(await bad(path)).toBe(`${path}: unreadable`)
    const half = (await readFile(good)).subarray(0, 200)
    writeFileSync(path, half)
    expect(await bad(path)).toBe(`${path}: unreadable`)
  })
})
