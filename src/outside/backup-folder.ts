/**
 * A backup as a folder: tables/<name>.gz, files/<two letters>/<name> (as they are in the document store, still sealed),
 * files.txt.gz with their hashes, and manifest.json, which is written last: without it the folder is no backup.
 */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { z } from 'zod'
import { checkedName } from './files/files.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const part = z.object({ sha256: hash, bytes: z.int(), rows: z.int() })
const name = z.string().regex(/^[a-z][a-z0-9_]*$/)
const manifest = z.object({
  format: z.literal('openpecos-backup-1'),
  at: z.iso.datetime(),
  schema: z.string(),
  keyCheck: z.string(),
  tables: z.array(part.extend({ name, columns: z.array(z.string()) })),
  partitions: z.array(name),
  files: part.extend({ missing: z.array(z.string()) }),
})

export type Manifest = z.infer<typeof manifest>
/** What was written: hash and size of the file as it lies there, and the line ends in its text. */
export type Part = z.infer<typeof part>

const MANIFEST = 'manifest.json'
export const tablePart = (table: string): string => `tables/${table}.gz`
export const FILE_LIST = 'files.txt.gz'
export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const pathOf = (file: string): string => `files/${checkedName(file).slice(0, 2)}/${file}`

/** Makes the folder. False, and nothing is changed, when something is in it already. */
export async function startFolder(folder: string): Promise<boolean> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if ((await readdir(folder)).length > 0) return false
  await mkdir(join(folder, 'tables'), { mode: 0o700 })
  return true
}

/** Writes text, compressed, as it comes. */
export async function writePart(folder: string, file: string, pieces: AsyncIterable<Buffer>): Promise<Part> {
  const digest = createHash('sha256')
  let [bytes, rows] = [0, 0]
  const counted = async function* () {
    for await (const piece of pieces) {
      for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) rows++
      yield piece
    }
  }
  const measured = new Transform({
    transform(piece: Buffer, _, done) {
      digest.update(piece)
      bytes += piece.length
      done(null, piece)
    },
  })
  const to = createWriteStream(join(folder, file), { mode: 0o600, flush: true })
  await pipeline(Readable.from(counted()), createGzip({ level: 6 }), measured, to)
  return { sha256: digest.digest('hex'), bytes, rows }
}

/** The text of a part. Throws when it is no gzip or was cut off. */
export const readPart = (folder: string, file: string): AsyncIterable<Buffer> => {
  const unzip = createGunzip()
  pipeline(createReadStream(join(folder, file)), unzip).catch((fault) => unzip.destroy(fault))
  return unzip
}

/** Hash and size of a part as it lies there; undefined when it is missing. */
export async function measurePart(folder: string, file: string): Promise<Omit<Part, 'rows'> | undefined> {
  const digest = createHash('sha256')
  let bytes = 0
  try {
    for await (const piece of createReadStream(join(folder, file))) {
      digest.update(piece)
      bytes += piece.length
    }
  } catch (fault) {
    if ((fault as { code?: string }).code === 'ENOENT') return undefined
    throw fault
  }
  return { sha256: digest.digest('hex'), bytes }
}

export async function keepFile(folder: string, file: string, bytes: Uint8Array): Promise<void> {
  const path = join(folder, pathOf(file))
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await writeFile(path, bytes, { mode: 0o600, flush: true })
}
/** Throws when it is not there. */
export const keptFile = (folder: string, file: string): Promise<Buffer> => readFile(join(folder, pathOf(file)))

export async function writeManifest(folder: string, m: Manifest): Promise<void> {
  const file = await open(join(folder, `${MANIFEST}.part`), 'w', 0o600)
  await file.writeFile(`${JSON.stringify(m, undefined, 1)}\n`)
  await file.sync()
  await file.close()
  await rename(join(folder, `${MANIFEST}.part`), join(folder, MANIFEST))
}
/** undefined when there is none, or it is not one of ours. */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => undefined)
  try {
    return text === undefined ? undefined : manifest.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}
