/**
 * Judges a bundle of evidence with nothing but the file, and the key of the installation when the reader has it: the
 * signature, then every file by its hash. Reads as a stream; nothing of the archive is written to disk.
 */
import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'
import { type Entry, open, type ZipFile } from 'yauzl'
import { MANIFEST, type Manifest, PUBLIC_KEY, readManifest, SIGNATURE } from '#domain/bundle/manifest.ts'
import { type BadFile, badFile, badNames, type FoundFile } from '#domain/bundle/verdict.ts'
import { keyIdOf } from '../audit-signer.ts'

export type BundleVerdict =
  | { readonly ok: true; readonly manifest: Manifest; readonly keyId: string }
  | { readonly ok: false; readonly bad: BadFile }

/** What cannot be listed in the table of contents is small; anything larger is not ours. */
const MOST = 16 << 20

/** `trusted` is the PEM of the key that the reader got elsewhere; without it the bundle only vouches for itself. */
export async function verifyBundle(path: string, trusted?: string): Promise<BundleVerdict> {
  const bad = (file: string, fault: BadFile['fault']): BundleVerdict => ({ ok: false, bad: { file, fault } })
  const read = await readAll(path)
  if ('bad' in read) return { ok: false, bad: read.bad }
  const names = badNames(read.found.map((f) => f.path))
  if (names) return { ok: false, bad: names }
  const text = (name: string) => read.kept.get(name)?.toString('utf8') ?? ''
  const key = publicKey(text(PUBLIC_KEY))
  if (!key) return bad(PUBLIC_KEY, 'malformed')
  const manifest = readManifest(text(MANIFEST))
  if (!manifest) return bad(MANIFEST, 'malformed')
  if (trusted !== undefined) {
    const held = publicKey(trusted)
    if (!held || keyIdOf(held) !== keyIdOf(key)) return bad(PUBLIC_KEY, 'not-trusted')
  }
  if (manifest.keyId !== keyIdOf(key)) return bad(PUBLIC_KEY, 'key-differs')
  const said = text(SIGNATURE)
  if (!/^[\w-]{86}\n$/.test(said)) return bad(SIGNATURE, 'malformed')
  const signed = verify(null, read.kept.get(MANIFEST)!, key, Buffer.from(said.trim(), 'base64url'))
  if (!signed) return bad(MANIFEST, 'signature')
  const first = badFile(manifest.files, read.found)
  return first ? { ok: false, bad: first } : { ok: true, manifest: manifest, keyId: keyIdOf(key) }
}

function publicKey(pem: string): KeyObject | undefined {
  try {
    const key = createPublicKey(pem)
    return key.asymmetricKeyType === 'ed25519' ? key : undefined
  } catch {
    return undefined
  }
}

type Read =
  | { readonly found: readonly FoundFile[]; readonly kept: ReadonlyMap<string, Buffer> }
  | { readonly bad: BadFile }

const keep: readonly string[] = [MANIFEST, SIGNATURE, PUBLIC_KEY]

async function readAll(path: string): Promise<Read> {
  const found: FoundFile[] = []
  const kept = new Map<string, Buffer>()
  let at = path
  try {
    const zip = await opened(path)
    try {
      for await (const entry of entries(zip)) {
        at = entry.fileName
        const { sha256, bytes, content } = await hashed(zip, entry, keep.includes(at))
        found.push({ path: at, sha256, bytes })
        if (content) kept.set(at, content)
      }
    } finally {
      zip.close()
    }
  } catch {
    return { bad: { file: at, fault: 'unreadable' } }
  }
  return { found, kept }
}

const opened = (path: string): Promise<ZipFile> =>
  new Promise((done, fail) =>
    open(path, { lazyEntries: true, autoClose: false, strictFileNames: true }, (fault, zip) =>
      fault || !zip ? fail(fault ?? new Error('no archive')) : done(zip),
    ),
  )

async function* entries(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const next = await new Promise<Entry | undefined>((done, fail) => {
      for (const event of ['entry', 'end', 'error'] as const) zip.removeAllListeners(event)
      zip.once('entry', done)
      zip.once('end', () => done(undefined))
      zip.once('error', fail)
      zip.readEntry()
    })
    if (!next) return
    yield next
  }
}

async function hashed(zip: ZipFile, entry: Entry, whole: boolean) {
  const stream = await new Promise<NodeJS.ReadableStream>((done, fail) =>
    zip.openReadStream(entry, (fault, s) => (fault || !s ? fail(fault ?? new Error('no stream')) : done(s))),
  )
  const hash = createHash('sha256')
  const parts: Buffer[] = []
  let bytes = 0
  for await (const chunk of stream) {
    const part = Buffer.from(chunk)
    hash.update(part)
    bytes += part.length
    if (whole && bytes <= MOST) parts.push(part)
  }
  return { sha256: hash.digest('hex'), bytes, content: whole ? Buffer.concat(parts) : undefined }
}
