/**
 * One portal per data folder: a file `portal.pid` in it names the process that holds it.
 *
 * Promises: a second live holder is refused with words, also from within the same process;
 * what a killed holder left behind is taken over without anybody having to delete it.
 * Limit: process numbers mean nothing across containers, so two containers must not share a data folder.
 */
import fs from 'node:fs'
import path from 'node:path'
import { fingerprint, isRunning } from './processes.ts'

export class DataFolderInUse extends Error {
  override readonly name = 'DataFolderInUse'
  readonly holder: number
  constructor(root: string, holder: number) {
    super(
      `The data folder ${root} is in use by the running process ${holder}. ` +
        'Stop that one first, or choose another folder with DATA_DIR.',
    )
    this.holder = holder
  }
}

export interface FolderLock {
  release(): void
}

interface Holder {
  readonly pid: number
  readonly fingerprint: string
}

function parse(text: string): Holder | undefined {
  try {
    const holder = JSON.parse(text) as Partial<Holder>
    return typeof holder.pid === 'number' && typeof holder.fingerprint === 'string' ? (holder as Holder) : undefined
  } catch {
    return undefined
  }
}

function read(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/** A second release must not remove the lock of the next holder. */
function once(act: () => void): () => void {
  let done = false
  return () => {
    if (!done) act()
    done = true
  }
}

const lives = (holder: Holder) => isRunning(holder.pid) && fingerprint(holder.pid) === holder.fingerprint

/** The live process that holds the folder, if any. */
export function holderOf(root: string): number | undefined {
  const holder = parse(read(path.join(root, 'portal.pid')) ?? '')
  return holder && lives(holder) ? holder.pid : undefined
}

export function lockFolder(root: string): FolderLock {
  const file = path.join(root, 'portal.pid')
  const mine = JSON.stringify({ pid: process.pid, fingerprint: fingerprint(process.pid) } satisfies Holder)
  const draft = `${file}.${process.pid}`
  fs.writeFileSync(draft, mine)
  try {
    for (let attempt = 0; attempt < 10; attempt++) {
      try {
        // A link either appears with its whole content or not at all; nobody can read half a lock.
        fs.linkSync(draft, file)
        return { release: once(() => fs.rmSync(file, { force: true })) }
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      }
      removeStale(root, file)
    }
    throw new Error(`could not lock the data folder ${root}`)
  } finally {
    fs.rmSync(draft, { force: true })
  }
}

function removeStale(root: string, file: string): void {
  const text = read(file)
  if (text === undefined) return
  const holder = parse(text)
  if (holder && lives(holder)) throw new DataFolderInUse(root, holder.pid)
  const aside = `${file}.stale.${process.pid}`
  try {
    fs.renameSync(file, aside)
  } catch {
    return // Another starter was quicker; the next attempt judges its lock.
  }
  // Between reading and moving, another starter may have put its own lock there: give that one back.
  if (read(aside) !== text) fs.linkSync(aside, file)
  fs.rmSync(aside, { force: true })
}
