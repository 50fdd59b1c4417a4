/**
 * The snapshot of a process on disk, from which the next one starts: only when it is whole, of this program's layout and
 * of the very history that the database has; what happened since then comes from the change feed. Everything else is
 * said in a line of the log and built from the database. The file is a copy: deleting it costs a start, no data.
 */
import * as z from 'zod'
import { feedMark } from '#db/queries/enrollment/feed-mark.ts'
import { loadSnapshot, saveSnapshot } from '#outside/snapshot-file.ts'
import type { Held, Reading } from './held-snapshot.ts'

const noted = z.strictObject({
  /** Of the database and its history up to the last change that the file contains. */
  mark: z.string(),
  zone: z.string(),
  builtAt: z.iso.datetime(),
  lists: z.string(),
  seen: z.array(z.int()),
})
type Log = (line: string) => void

/** Never throws: a disk that is full or read-only must not stop a node. */
export async function keepOnDisk({ db, permit, zone }: Reading, path: string, held: Held, log: Log): Promise<void> {
  try {
    const mark = await feedMark(db, permit, held.snapshot.version.sequence)
    const note: z.infer<typeof noted> = {
      mark,
      zone,
      builtAt: held.builtAt.toISOString(),
      lists: held.lists,
      seen: [...held.seen],
    }
    await saveSnapshot(path, held.snapshot, note)
  } catch (fault) {
    log(`eligibility: ${path} was not written: ${saying(fault)}`)
  }
}

/** Undefined, with a line of the log, for a file that does not fit; without one when there is none yet. */
export async function takeFromDisk({ db, permit, zone }: Reading, path: string, log: Log): Promise<Held | undefined> {
  const began = performance.now()
  const instead = (why: string) => {
    log(`eligibility: ${why}; built from the database`)
    return undefined
  }
  try {
    const { snapshot, note } = loadSnapshot(path)
    const read = noted.safeParse(note)
    if (!read.success) return instead(`${path} was not kept by a node`)
    const { mark, builtAt, lists, seen } = read.data
    if (read.data.zone !== zone || mark !== (await feedMark(db, permit, snapshot.version.sequence)))
      return instead(`${path} is of another database, version or history`)
    const seconds = ((performance.now() - began) / 1000).toFixed(2)
    log(
      `eligibility: ${snapshot.enrollments} enrollments from ${path}, up to change ${snapshot.version.sequence}, ${seconds} s`,
    )
    return { snapshot, builtAt: new Date(builtAt), lists, revision: 0, seen: new Set(seen) }
  } catch (fault) {
    if ((fault as { code?: string }).code === 'ENOENT') return undefined
    return instead(saying(fault))
  }
}

const saying = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault))
