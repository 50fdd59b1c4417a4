/**
 * One import of a file, in a process of its own, so that its memory is that of the import and so that it can be killed.
 * Says what it does in lines of JSON.
 */
import { connect } from '#db/kit/connect.ts'
import { openVault } from '#db/kit/vault.ts'
import { authorize, systemActor } from '#domain/access/policy.ts'
import { systemClock } from '#outside/clock.ts'
import { keepMemoryFlat } from '#outside/flat-memory.ts'
import { openSourceFile } from '#outside/sources/source-file.ts'
import { importSource } from '#use-cases/sources/import-source.ts'

export interface ImportOrder {
  /** Of a migrated database. */
  readonly url: string
  readonly file: string
  readonly increment: boolean
}

export interface ImportReport {
  readonly rows: number
  /** The byte at which it went on; 0 when it began. */
  readonly resumedAt: number
  readonly seconds: {
    /** The file is read once for its digest. */
    readonly digest: number
    readonly rows: number
    /** Words, indexes, the switch, and taking the old list away. */
    readonly rest: number
  }
  readonly processorSeconds: number
  /** Resident memory before, and the most while it imported; MB. */
  readonly memory: { readonly before: number; readonly most: number }
}

/** What the child says, a line each. */
export type Said = { readonly rows: number } | { readonly done: ImportReport }

const megabytes = (): number => Math.round(process.memoryUsage.rss() / 1e6)
const say = (what: Said): void => {
  process.stdout.write(`${JSON.stringify(what)}\n`)
}

export async function importOnce({ url, file: path, increment }: ImportOrder): Promise<void> {
  const { db, close } = connect(url, openVault(new Uint8Array(32).fill(9)))
  const permit = authorize(systemActor, 'registry.manage', { id: 'registry' })
  if (!permit.ok) throw new Error(permit.problem.code)
  keepMemoryFlat()
  const before = megabytes()
  let most = before
  const watching = setInterval(() => {
    most = Math.max(most, megabytes())
  }, 50)
  const processor = process.cpuUsage()
  const began = performance.now()
  const file = await openSourceFile(path)
  if (!file.ok) throw new Error(file.problem.code)
  const opened = performance.now()
  let staged = opened
  const done = await importSource(
    db,
    permit.value,
    file.value,
    { increment },
    {
      clock: systemClock,
      onProgress({ rows }) {
        staged = performance.now()
        say({ rows })
      },
    },
  )
  const ended = performance.now()
  clearInterval(watching)
  if (!done.ok) throw new Error(done.problem.code)
  const { user, system } = process.cpuUsage(processor)
  say({
    done: {
      rows: done.value.rows,
      resumedAt: done.value.resumedAt,
      seconds: { digest: (opened - began) / 1000, rows: (staged - opened) / 1000, rest: (ended - staged) / 1000 },
      processorSeconds: (user + system) / 1e6,
      memory: { before, most: Math.max(most, megabytes()) },
    },
  })
  await close()
}
