/**
 * The table of contents of a ZIP archive, archives over 4 GiB (ZIP64) included. Reads the directory only.
 * Format: PKWARE APPNOTE 6.3, sections 4.3 and 4.5.3. Nothing is written to disk, so no path of an entry matters.
 */
import { type FileHandle, open } from 'node:fs/promises'

export interface ZipEntry {
  readonly name: string
  /** 0 stored, 8 deflated. */
  readonly method: number
  readonly packed: number
  readonly size: number
  /** Where the packed bytes begin. */
  readonly dataAt: number
}

const END = 0x06054b50
const END64_LOCATOR = 0x07064b50
const ENTRY = 0x02014b50
const FULL32 = 0xffffffff
const MAX_DIRECTORY = 16 << 20

/** Throws when the archive has no directory (it was cut off) or uses what is not read here (encryption, spanning). */
export async function listZip(path: string): Promise<readonly ZipEntry[]> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const { at, length } = await findDirectory(file, size)
    if (length > MAX_DIRECTORY) throw new Error('ZIP directory too large')
    const directory = await read(file, at, length)
    const entries: ZipEntry[] = []
    for (let p = 0; p + 46 <= directory.length && directory.readUInt32LE(p) === ENTRY; ) {
      const nameLength = directory.readUInt16LE(p + 28)
      const extraLength = directory.readUInt16LE(p + 30)
      const next = p + 46 + nameLength + extraLength + directory.readUInt16LE(p + 32)
      const name = directory.toString('utf8', p + 46, p + 46 + nameLength)
      const extra = directory.subarray(p + 46 + nameLength, p + 46 + nameLength + extraLength)
      const sizes = wide(extra, [
        directory.readUInt32LE(p + 24),
        directory.readUInt32LE(p + 20),
        directory.readUInt32LE(p + 42),
      ])
      const encrypted = (directory.readUInt16LE(p + 8) & 1) === 1
      const method = directory.readUInt16LE(p + 10)
      if (!encrypted && (method === 0 || method === 8)) {
        const [unpacked, packed, headerAt] = sizes as [number, number, number]
        const local = await read(file, headerAt, 30)
        const dataAt = headerAt + 30 + local.readUInt16LE(26) + local.readUInt16LE(28)
        entries.push({ name, method, packed, size: unpacked, dataAt })
      }
      p = next
    }
    return entries
  } finally {
    await file.close()
  }
}

async function findDirectory(file: FileHandle, size: number): Promise<{ at: number; length: number }> {
  const tail = await read(file, Math.max(0, size - 65_557), Math.min(size, 65_557))
  for (let p = tail.length - 22; p >= 0; p--) {
    if (tail.readUInt32LE(p) !== END) continue
    const length = tail.readUInt32LE(p + 12)
    const at = tail.readUInt32LE(p + 16)
    if (at !== FULL32 && length !== FULL32) return { at, length }
    if (p < 20 || tail.readUInt32LE(p - 20) !== END64_LOCATOR) break
    const end64 = await read(file, Number(tail.readBigUInt64LE(p - 20 + 8)), 56)
    return { at: Number(end64.readBigUInt64LE(48)), length: Number(end64.readBigUInt64LE(40)) }
  }
  throw new Error('no ZIP directory')
}

/** Sizes that do not fit in 32 bits stand in the extra field, in this order, only those that do not fit. */
function wide(extra: Buffer, values: readonly number[]): readonly number[] {
  if (!values.includes(FULL32)) return values
  for (let p = 0; p + 4 <= extra.length; p += 4 + extra.readUInt16LE(p + 2)) {
    if (extra.readUInt16LE(p) !== 1) continue
    let at = p + 4
    return values.map((v) => {
      if (v !== FULL32) return v
      at += 8
      return Number(extra.readBigUInt64LE(at - 8))
    })
  }
  return values
}

async function read(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at)
  if (bytesRead < length) throw new Error('the ZIP archive is cut off')
  return buffer
}
