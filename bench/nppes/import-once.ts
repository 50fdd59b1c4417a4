/**
 * One import of a file into an embedded database, in a process of its own, so that its memory is that of the import and
 * so that it can be killed. Says what it does in lines of JSON; the database outlives a kill and is found again.
 */
import { connect } from '#db/kit/connect.ts'
import { migrate } from '#db/kit/migrate.ts'
import { openVault } from '#db/kit/vault.ts'
import { authorize, systemActor } from '#domain/access/policy.ts'
import { systemClock } from '#outside/clock.ts'
import { ensureDatabase, repositoryRoot, startEmbeddedPostgres } from '#outside/embedded-postgres/embedded-postgres.ts'
import { openSourceFile } from '#outside/sources/source-file.ts'
import { importSource } from '#use-cases/sources/import-source.ts'

export interface ImportOrder {
  /** Of the database. */
  readonly folder: string
  readonly file: string
  readonly increment?: boolean
  /** The database ends with the process. */
  readonly last?: boolean
}

export interface ImportReport {
  readonly rows: number
  readonly quarantined: number
  readonly resumedAt: number
  readonly seconds: {
    /** The file is read once for its digest. */
    readonly digest: number
    readonly rows: number
    readonly indexes: number
  }
  readonly processorSeconds: number
  /** Resident memory before, and the most while it imported; MB. */
  readonly memory: { readonly before: number; readonly most: number }
  /** Of the whole database afterwards. */
  readonly databaseBytes: number
  readonly counts: Readonly<Record<string, number>>
}

const megabytes = () => Math.round(process.memoryUsage.rss() / 1e6)
const say = (what: object) => process.stdout.write(`${JSON.stringify(what)}\n`)

export async function importOnce({ folder, file: path, increment, last }: ImportOrder): Promise<void> {
  const postgres = await startEmbeddedPostgres(folder)
  await ensureDatabase(postgres.url('postgres'), 'registry')
  const { db, pool, close } = connect(postgres.url('registry'), openVault(new Uint8Array(32).fill(9)))
  await migrate(pool, `${repositoryRoot()}/sql/migrations`)
  const permit = authorize(systemActor, 'registry.manage', { id: 'registry' })
  if (!permit.ok) throw new Error(permit.problem.code)

  const before = megabytes()
  let most = before
  const watching = setInterval(() => (most = Math.max(most, megabytes())), 50)
  const processor = process.cpuUsage()
  const began = performance.now()
  const file = await openSourceFile(path)
  if (!file.ok) throw new Error(file.problem.code)
  const opened = performance.now()
  let staged = opened
  const done = await importSource(db, permit.value, file.value, increment ? { increment } : {}, {
    clock: systemClock,
    onProgress({ rows, bytes }) {
      staged = performance.now()
      say({ rows, bytes, seconds: (staged - opened) / 1000, memory: megabytes(), ...process.memoryUsage() })
    },
  })
  const ended = performance.now()
  clearInterval(watching)
  if (!done.ok) throw new Error(done.problem.code)
  const { user, system } = process.cpuUsage(processor)
  const { rows: sizes } = await pool.query<{ bytes: string }>('select pg_database_size(current_database()) as bytes')
  const { rows: counts } = await pool.query<Record<string, string>>(`
    select (select count(*) from registry_provider) as providers, (select count(*) from registry_search) as searchable,
      (select count(*) from registry_near_word) as words, (select count(*) from pg_class where relkind = 'r'
        and relname ~ '^registry_provider_[0-9a-f]{32}$') as loads`)
  const report: ImportReport = {
    rows: done.value.rows,
    quarantined: done.value.quarantined,
    resumedAt: done.value.resumedAt,
    seconds: {
      digest: (opened - began) / 1000,
      rows: (staged - opened) / 1000,
      indexes: (ended - staged) / 1000,
    },
    processorSeconds: (user + system) / 1e6,
    memory: { before, most: Math.max(most, megabytes()) },
    databaseBytes: Number(sizes[0]!.bytes),
    counts: Object.fromEntries(Object.entries(counts[0]!).map(([k, v]) => [k, Number(v)])),
  }
  say({ done: report })
  await close()
  if (last) await postgres.stop()
  // A database that is to outlive the process must not be waited for.
  process.exit(0)
}
