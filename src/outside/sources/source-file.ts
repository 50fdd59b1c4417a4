/**
 * A source file on disk as a stream of its text, whether it came plain, gzipped or in a ZIP archive.
 * Always read in pieces: nothing here holds a file in memory.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { createGunzip, createInflateRaw } from 'node:zlib'
import type { NppesFileKind, SourceKind } from '#domain/party/registry-provider.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { deactivationReport } from './nppes-files/deactivation-report.ts'
import { listZip, type ZipEntry } from './zip.ts'

/** Bytes of one piece: enough for the disk to be read at its speed. */
const PIECE = 1 << 19

export interface SourceFile {
  /** The name of the file, or of the file inside the archive. */
  readonly name: string
  /** Length of the text in bytes. */
  readonly bytes: number
  /** SHA-256 of the text, so that the same list is recognized zipped or not. */
  readonly sha256: string
  /** The text from a byte on, each piece until the next is asked for. Throws SourceCut when a compressed file ends too early. */
  from(byte: number): AsyncIterable<Uint8Array>
}

/** A compressed file that ends in the middle. */
export class SourceCut extends Error {}

/**
 * Opens and reads the file once for its digest. An archive of several lists gives the one of the kind `as`, else its
 * main one. Refuses `file-missing`, `source-empty`, `source-truncated`.
 */
export async function openSourceFile(
  path: string,
  onBytes?: (read: number) => void,
  as?: SourceKind,
): Promise<Result<SourceFile>> {
  const kind = await magicOf(path)
  if (kind === undefined) return refuse({ code: 'file-missing' })
  const report = await deactivationReport(path, kind)
  if (report) return ok(inMemory(basename(path), report))
  let entry: ZipEntry | undefined
  if (kind === 'zip') {
    const entries = await listZip(path).catch(() => undefined)
    if (!entries) return refuse({ code: 'source-truncated' })
    entry = pick(entries, as)
    if (!entry) return refuse({ code: 'source-wrong-file', with: { kind: 'CSV', columns: basename(path) } })
  }
  const text = () => (entry ? inflateEntry(path, entry) : kind === 'gzip' ? gunzip(path) : plain(path, 0))
  const hash = createHash('sha256')
  let bytes = 0
  try {
    for await (const piece of text()) {
      hash.update(piece)
      bytes += piece.byteLength
      onBytes?.(bytes)
    }
  } catch (fault) {
    if (fault instanceof SourceCut) return refuse({ code: 'source-truncated' })
    throw fault
  }
  if (bytes === 0) return refuse({ code: 'source-empty' })
  return ok({
    name: entry ? basename(entry.name) : basename(path).replace(/\.gz$/i, ''),
    bytes,
    sha256: hash.digest('hex'),
    from: (byte) => (kind === 'plain' ? plain(path, byte) : skip(text(), byte)),
  })
}

async function magicOf(path: string): Promise<'plain' | 'gzip' | 'zip' | undefined> {
  const file = await open(path).catch(() => undefined)
  if (!file) return undefined
  try {
    if (!(await file.stat()).isFile()) return undefined
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    if (bytesRead >= 2 && buffer[0] === 0x1f && buffer[1] === 0x8b) return 'gzip'
    return bytesRead === 4 && buffer.readUInt32LE(0) === 0x04034b50 ? 'zip' : 'plain'
  } finally {
    await file.close()
  }
}

/** The list in an archive: the largest CSV that is no header sample (NPPES puts "..._fileheader.csv" beside it). */
const pick = (entries: readonly ZipEntry[], as: SourceKind | undefined): ZipEntry | undefined => {
  const wanted = nppesFileNames[as as NppesFileKind]
  return entries
    .filter((e) => /\.(csv|txt)$/i.test(e.name) && !/fileheader/i.test(e.name) && (!wanted || wanted.test(e.name)))
    .toSorted((a, b) => Number(isMain(b)) - Number(isMain(a)) || b.size - a.size)[0]
}
const isMain = (e: ZipEntry): boolean => /npidata_pfile/i.test(e.name)
/** How NPPES calls the files that it puts into one archive with the main one. */
const nppesFileNames: Readonly<Record<NppesFileKind, RegExp>> = {
  'nppes-other-names': /othername_pfile/i,
  'nppes-locations': /(^|\/)pl_pfile/i,
  'nppes-endpoints': /endpoint_pfile/i,
}

function inMemory(name: string, text: Buffer): SourceFile {
  return {
    name,
    bytes: text.byteLength,
    sha256: createHash('sha256').update(text).digest('hex'),
    async *from(byte) {
      for (let at = byte; at < text.byteLength; at += PIECE) yield text.subarray(at, at + PIECE)
    },
  }
}

/** A piece is there until the next one is asked for: two buffers take turns, one being filled while one is read. */
async function* plain(path: string, start: number): AsyncGenerator<Uint8Array> {
  const file = await open(path)
  let ahead: Promise<Uint8Array> | undefined
  try {
    let [room, other] = [Buffer.allocUnsafeSlow(PIECE), Buffer.allocUnsafeSlow(PIECE)]
    const fill = async (at: number) => {
      const { bytesRead } = await file.read(room, 0, PIECE, at)
      return room.subarray(0, bytesRead)
    }
    ahead = fill(start)
    for (let at = start; ; ) {
      const piece = await ahead
      if (piece.byteLength === 0) return
      at += piece.byteLength
      ;[room, other] = [other, room]
      ahead = fill(at)
      ahead.catch(() => {})
      yield piece
    }
  } finally {
    await ahead?.catch(() => {})
    await file.close()
  }
}

const gunzip = (path: string): AsyncIterable<Uint8Array> =>
  inflated(createReadStream(path, { highWaterMark: PIECE }), createGunzip({ chunkSize: PIECE }))

function inflateEntry(path: string, entry: ZipEntry): AsyncIterable<Uint8Array> {
  const packed = createReadStream(path, {
    start: entry.dataAt,
    end: entry.dataAt + Math.max(entry.packed, 1) - 1,
    highWaterMark: PIECE,
  })
  return entry.method === 0 ? packed : inflated(packed, createInflateRaw({ chunkSize: PIECE }))
}

async function* inflated(
  packed: ReturnType<typeof createReadStream>,
  unpack: ReturnType<typeof createGunzip>,
): AsyncIterable<Uint8Array> {
  packed.on('error', (fault) => unpack.destroy(fault))
  try {
    for await (const piece of packed.pipe(unpack)) yield piece as Uint8Array
  } catch (fault) {
    // Z_BUF_ERROR: unexpected end; Z_DATA_ERROR: damaged. Either way the text is not whole.
    if ((fault as { code?: string }).code?.startsWith('Z_')) throw new SourceCut()
    throw fault
  } finally {
    packed.destroy()
  }
}

async function* skip(text: AsyncIterable<Uint8Array>, bytes: number): AsyncIterable<Uint8Array> {
  let left = bytes
  for await (const piece of text) {
    if (left >= piece.byteLength) left -= piece.byteLength
    else {
      yield left > 0 ? piece.subarray(left) : piece
      left = 0
    }
  }
}
