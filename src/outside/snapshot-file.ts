/**
 * An eligibility snapshot as one file: a line of JSON, the columns as they are in memory, so that loading is reading, and
 * a CRC-32 of all that, which finds damage at the speed of memory. For machines of one byte order (little-endian), checked. A file that is cut short, changed, or
 * of another layout is refused.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { endianness } from 'node:os'
import { crc32 } from 'node:zlib'
import { allocate } from '#domain/eligibility/columns.ts'
import type { Snapshot } from '#domain/eligibility/snapshot.ts'

/** Counts up when the columns, or what they mean, change: a file of another program is then not read. */
const FORMAT = 'openpecos-snapshot-3'
/** One write of more than two gigabytes is refused by the kernel; smaller ones let others of this process go on. */
const PIECE = 16 * 1024 * 1024
const HEAD = 1024 * 1024

interface Head {
  readonly format: string
  readonly endian: string
  /** What the writer wants to know when it reads the file again. */
  readonly note?: unknown
  /** The snapshot with `{ words: n }` where a column stands, in the order of the file. */
  readonly shape: unknown
}

/** Writes beside the file and renames, so that a reader sees the old file or the new one. Throws with changes laid over. */
export async function saveSnapshot(path: string, snapshot: Snapshot, note?: unknown): Promise<void> {
  const { changes, ...columns } = snapshot
  if (changes.size > 0) throw new RangeError('a snapshot with changes laid over it is not saved; build it anew')
  const found: Int32Array[] = []
  const shape = JSON.parse(
    JSON.stringify(columns, (_, value) =>
      value instanceof Int32Array ? { words: found.push(value) && value.length } : value,
    ),
  )
  const head: Head = { format: FORMAT, endian: endianness(), ...(note !== undefined && { note }), shape }
  // Two processes may write at once; the last to end wins, and neither writes into the other's.
  const part = `${path}.${process.pid}.part`
  try {
    const file = await open(part, 'w', 0o600)
    try {
      let sum = await writeAll(file, Buffer.from(`${JSON.stringify(head)}\n`), 0)
      for (const column of found) sum = await writeAll(file, bytesOf(column), sum)
      await writeAll(file, sumBytes(sum), 0)
    } finally {
      await file.close()
    }
    await rename(part, path)
  } catch (fault) {
    await rm(part, { force: true }).catch(() => {})
    throw fault
  }
}

export interface LoadedSnapshot {
  readonly snapshot: Snapshot
  /** What `saveSnapshot` was given. */
  readonly note: unknown
}

/** Reads a file of `saveSnapshot` into memory that threads may share. Throws RangeError for anything else. */
export function loadSnapshot(path: string): LoadedSnapshot {
  const file = openSync(path, 'r')
  try {
    const start = Buffer.alloc(Math.min(HEAD, fstatSync(file).size))
    readSync(file, start, 0, start.length, 0)
    const end = start.indexOf(10)
    const head = end < 0 ? undefined : headOf(start.toString('utf8', 0, end))
    if (head?.format !== FORMAT || head.endian !== endianness())
      throw new RangeError(`${path}: not a snapshot of this program`)
    let sum = crc32(start.subarray(0, end + 1))
    let at = end + 1
    const read = (bytes: Uint8Array): void => {
      for (let done = 0; done < bytes.length; ) {
        const n = readSync(file, bytes, done, Math.min(PIECE, bytes.length - done), at)
        if (n === 0) throw new RangeError(`${path}: the file is cut short`)
        done += n
        at += n
      }
    }
    const columnOf = (words: number): Int32Array => {
      const column = allocate(words, true)
      read(bytesOf(column))
      sum = crc32(bytesOf(column), sum)
      return column
    }
    const filled = fill(head.shape, columnOf) as Omit<Snapshot, 'changes'>
    const written = Buffer.alloc(4)
    read(written)
    if (!written.equals(sumBytes(sum))) throw new RangeError(`${path}: the file was changed or is damaged`)
    return { snapshot: { ...filled, changes: new Map() }, note: head.note }
  } finally {
    closeSync(file)
  }
}

function headOf(line: string): Head | undefined {
  try {
    return JSON.parse(line) as Head
  } catch {
    return undefined
  }
}

function fill(shape: unknown, columnOf: (words: number) => Int32Array): unknown {
  if (typeof shape !== 'object' || shape === null || Array.isArray(shape)) return shape
  if ('words' in shape && typeof shape.words === 'number') return columnOf(shape.words)
  return Object.fromEntries(Object.entries(shape).map(([name, value]) => [name, fill(value, columnOf)]))
}

const bytesOf = (column: Int32Array): Uint8Array => new Uint8Array(column.buffer, column.byteOffset, column.byteLength)

function sumBytes(sum: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(sum)
  return bytes
}

/** Gives the sum that goes on. */
async function writeAll(file: FileHandle, bytes: Uint8Array, sum: number): Promise<number> {
  let so = sum
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes.subarray(done, done + PIECE))
    so = crc32(bytes.subarray(done, done + bytesWritten), so)
    done += bytesWritten
  }
  return so
}
