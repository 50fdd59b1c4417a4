/**
 * Writes a bundle of evidence as a ZIP while it is sent: each file is fetched when its turn comes, hashed on its way,
 * and the table of contents with its signature (Ed25519) comes last. Only one file is in memory at a time.
 */
import { createHash } from 'node:crypto'
import { PassThrough, Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import {
  type BundledFile,
  MANIFEST,
  type Manifest,
  manifestText,
  PUBLIC_KEY,
  SIGNATURE,
} from '#domain/bundle/manifest.ts'
import type { AuditSigner } from '../audit-signer.ts'

export interface FileToBundle {
  readonly path: string
  /** Photos and PDFs are packed already. */
  readonly packed?: boolean
  load(): Promise<Uint8Array | string>
}

/** The stream breaks off with an error when a file cannot be fetched: a bundle is whole or there is none. */
export function writeBundle(
  files: readonly FileToBundle[],
  facts: Omit<Manifest, 'files' | 'keyId'>,
  signer: AuditSigner,
  made: Date,
): NodeJS.ReadableStream {
  const zip = new ZipFile()
  const listed: BundledFile[] = []
  const add = (path: string, packed: boolean, load: () => Promise<Uint8Array>) =>
    zip.addReadStreamLazy(path, { mtime: made, compress: !packed, forceDosTimestamp: true }, (give) => {
      load().then(
        (bytes) => give(null, Readable.from([bytes])),
        (fault) => give(fault, Readable.from([])),
      )
    })
  for (const { path, packed, load } of files)
    add(path, packed ?? false, async () => {
      const bytes = Buffer.from(await load())
      listed.push({ path, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length })
      return bytes
    })
  let text = ''
  add(MANIFEST, false, async () => {
    text = manifestText({ ...facts, files: listed, keyId: signer.keyId })
    return Buffer.from(text)
  })
  add(SIGNATURE, false, async () => Buffer.from(`${signer.sign(text)}\n`))
  add(PUBLIC_KEY, false, async () => Buffer.from(signer.publicKey))
  const out = new PassThrough()
  zip.on('error', (fault) => out.destroy(fault))
  zip.outputStream.on('error', (fault) => out.destroy(fault))
  zip.outputStream.pipe(out)
  zip.end()
  return out
}
