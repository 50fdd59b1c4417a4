/**
 * An eligibility snapshot as one file: a line of JSON, then the columns as they are in memory, so that loading
 * is reading. For machines of one byte order (little-endian), checked. A file that is cut short is refused.
 */
import { closeSync, fstatSync, openSync, readSync, renameSync, writeSync } from 'node:fs'
import { endianness } from 'node:os'
import { allocate } from '#domain/eligibility/columns.ts'
import type { Snapshot } from '#domain/eligibility/snapshot.ts'

const FORMAT = 'openpecos-snapshot-1'
/** One write of more than two gigabytes is refused by the kernel. */
const PIECE = 256 * 1024 * 1024

interface Head {
  readonly format: string
  readonly endian: string
  /** The snapshot with `{ words: n }` where a column stands, in the order of the file. */
  readonly shape: unknown
}

/** Writes beside the file and renames, so that a reader sees the old file or the new one. Throws with changes laid over. */
export function saveSnapshot(path: string, snapshot: Snapshot): void {
  const { changes, ...columns } = snapshot
  if (changes.size > 0) throw new RangeError('a snapshot with changes laid over it is not saved; build it anew')
  const found: Int32Array[] = []
  const shape = JSON.parse(
    JSON.stringify(columns, (_, value) =>
      value instanceof Int32Array ? { words: found.push(value) && value.length } : value,
    ),
  )
  const head: Head = { format: FORMAT, endian: endianness(), shape }
  const file = openSync(`${path}.part`, 'w', 0o600)
  try {
    writeAll(file, Buffer.from(`${JSON.stringify(head)}\n`))
    for (const column of found) writeAll(file, bytesOf(column))
  } finally {
    closeSync(file)
  }
  renameSync(`${path}.part`, path)
}

/** Reads a file of `saveSnapshot` into memory that threads may share. Throws RangeError for anything else. */
export function loadSnapshot(path: string): Snapshot {
  const file = openSync(path, 'r')
  try {
    const start = Buffer.alloc(Math.min(65_536, fstatSync(file).size))
    readSync(file, start, 0, start.length, 0)
    const end = start.indexOf(10)
    const head = end < 0 ? undefined : headOf(start.toString('utf8', 0, end))
    if (head?.format !== FORMAT || head.endian !== endianness())
      throw new RangeError(`${path}: not a snapshot of this program`)
    let at = end + 1
    const columnOf = (words: number): Int32Array => {
      const column = allocate(words, true)
      const bytes = bytesOf(column)
      for (let done = 0; done < bytes.length; ) {
        const read = readSync(file, bytes, done, Math.min(PIECE, bytes.length - done), at)
        if (read === 0) throw new RangeError(`${path}: the file is cut short`)
        done += read
        at += read
      }
      return column
    }
    const filled = fill(head.shape, columnOf) as Omit<Snapshot, 'changes'>
    return { ...filled, changes: new Map() }
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

function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, Math.min(PIECE, bytes.length - done))
}
