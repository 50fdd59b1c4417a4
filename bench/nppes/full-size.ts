/**
 * The registry at a hundredth, a tenth and (`--full`) the whole of its size, through the embedded database: rows a
 * second, memory, what a bare COPY of the same text takes, what a week takes, and an import that is killed half-way.
 */
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { connect } from '#db/kit/connect.ts'
import { migrate } from '#db/kit/migrate.ts'
import { openVault } from '#db/kit/vault.ts'
import { ensureDatabase, repositoryRoot, startEmbeddedPostgres } from '#outside/embedded-postgres/embedded-postgres.ts'
import type { BenchRow } from '../row.ts'
import { bareCopies } from './bare-copies.ts'
import type { ImportOrder, ImportReport, Said } from './import-once.ts'
import { lookUps } from './look-ups.ts'
import { NATION, writeNationalFile } from './national-file.ts'

/** Share of the registry that a weekly file names. */
const WEEK = 0.005
const ALLOWED = 128
/** File, database, its log and what COPY is compared with; bytes a row. */
const ROOM = 6_000

export async function fullSize(program: URL, whole: boolean): Promise<readonly BenchRow[]> {
  const found: BenchRow[] = []
  let before: { readonly rows: number; readonly perSecond: number } | undefined
  for (const rows of [NATION / 100, NATION / 10, ...(whole ? [NATION] : [])]) {
    const free = statfsSync(tmpdir())
    if (free.bavail * free.bsize < rows * ROOM) {
      process.stderr.write(`${count(rows)} rows need ${Math.ceil((rows * ROOM) / 1e9)} GB in ${tmpdir()}: left out\n`)
      continue
    }
    process.stderr.write(`measuring nppes with ${count(rows)} rows ...\n`)
    const one = await atSize(program, rows)
    found.push(...one.found)
    if (before) found.push(growth(before, { rows, perSecond: one.perSecond }))
    before = { rows, perSecond: one.perSecond }
  }
  return found
}

async function atSize(program: URL, rows: number): Promise<{ found: readonly BenchRow[]; perSecond: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'openpecos-bench-nppes-'))
  chmodSync(folder, 0o711)
  const postgres = await startEmbeddedPostgres(folder)
  try {
    const url = postgres.url('registry')
    await ensureDatabase(postgres.url('postgres'), 'registry')
    const connection = connect(url, openVault(new Uint8Array(32).fill(9)))
    await migrate(connection.pool, join(repositoryRoot(), 'sql/migrations'))
    const file = join(folder, 'npidata_pfile_20050523-20261108.csv')
    const bytes = await writeNationalFile(file, rows)
    const whole = (await run(program, { url, file, increment: false }))!
    const copied = rows < NATION ? await bareCopies(connection, file, folder) : undefined

    const weekFile = join(folder, 'npidata_pfile_20261109-20261115.csv')
    const inWeek = Math.round(rows * WEEK)
    await writeNationalFile(weekFile, rows, { skip: rows - inWeek, name: 'NEW' })
    const week = (await run(program, { url, file: weekFile, increment: true }))!

    // The same list a month later, killed when half of it is written.
    const later = join(folder, 'npidata_pfile_20050523-20261206.csv')
    await writeNationalFile(later, rows, { name: 'LATER' })
    await run(program, { url, file: later, increment: false }, rows / 2)
    const resumed = (await run(program, { url, file: later, increment: false }))!
    if (resumed.rows !== rows || resumed.resumedAt === 0) throw new Error('the killed import did not go on')
    const { rows: names } = await connection.pool.query<{ name: string }>(
      `select split_part(name_key, ' ', 1) as name from registry_provider order by npi desc limit 60`,
    )
    const looked = await lookUps(
      connection.db,
      names.map((n) => n.name),
      rows,
    )
    const { rows: sizes } = await connection.pool.query<{ bytes: string }>(
      'select pg_database_size(current_database()) as bytes',
    )
    await connection.close()

    const seconds = whole.seconds.rows + whole.seconds.rest
    const size = `${count(rows)} rows, ${(bytes / 1e9).toFixed(1)} GB`
    const found: BenchRow[] = [
      {
        name: `NPPES import, ${size}, searchable`,
        figure: rows / seconds,
        unit: 'rows/s',
        ratio: whole.seconds.rest / whole.seconds.rows,
        against: `its rows alone, ${whole.seconds.rows.toFixed(0)} s; then words and indexes; database ${(Number(sizes[0]!.bytes) / 1e9).toFixed(1)} GB`,
        target: '(watched)',
      },
      {
        name: `NPPES import, ${size}, memory of its process at the most`,
        figure: whole.memory.most,
        unit: 'MB',
        ratio: whole.memory.most / ALLOWED,
        against: `${ALLOWED} MB; ${whole.memory.before} MB of it before it began`,
        target: '<= 1 x',
      },
      {
        name: `NPPES week of ${count(inWeek)} rows over ${count(rows)}`,
        figure: week.seconds.rows + week.seconds.rest,
        unit: 's',
        ratio: (week.seconds.rows + week.seconds.rest) / (seconds * WEEK),
        against: 'its share of the whole import',
        target: '<= 3 x',
      },
      {
        name: `NPPES import killed half-way, ${size}: what was left`,
        figure: resumed.seconds.rows,
        unit: 's',
        ratio: resumed.seconds.rows / whole.seconds.rows,
        against: `all rows from the beginning; went on at byte ${count(resumed.resumedAt)}`,
        target: '~ 0.5 x',
      },
      ...looked,
    ]
    if (copied)
      found.push(
        {
          name: `NPPES rows written, ${size}`,
          figure: whole.seconds.rows,
          unit: 's',
          ratio: whole.seconds.rows / copied.extracted,
          against: `COPY of the same text made before, ${copied.extracted.toFixed(1)} s`,
          target: '<= 1.4 x',
        },
        {
          name: `NPPES rows written, ${size}`,
          figure: whole.seconds.rows,
          unit: 's',
          ratio: copied.allColumns / whole.seconds.rows,
          against: `COPY of all 330 columns and a select of 30, ${copied.allColumns.toFixed(1)} s`,
          target: '>= 5 x',
        },
      )
    return { found, perSecond: rows / whole.seconds.rows }
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const growth = (small: { rows: number; perSecond: number }, large: { rows: number; perSecond: number }): BenchRow => ({
  name: `NPPES growth, ${count(small.rows)} to ${count(large.rows)} rows`,
  figure: large.perSecond,
  unit: 'rows/s',
  ratio: large.perSecond / small.perSecond,
  against: `${count(Math.round(small.perSecond))} rows/s at a tenth of it`,
  target: '>= 0.9 x',
})

const count = (n: number): string => n.toLocaleString('en-US')

/** Undefined when it was killed, which it is once `killAt` rows are written. */
function run(program: URL, order: ImportOrder, killAt = Number.POSITIVE_INFINITY): Promise<ImportReport | undefined> {
  const code = 'import(process.argv[1]).then((bench) => bench.importOnce(JSON.parse(process.argv[2])))'
  const child = spawn(process.execPath, ['-e', code, program.href, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let report: ImportReport | undefined
  createInterface(child.stdout).on('line', (line) => {
    const said: Said = JSON.parse(line)
    if ('done' in said) report = said.done
    else if (said.rows >= killAt) child.kill('SIGKILL')
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) =>
      report || signal === 'SIGKILL' ? resolve(report) : reject(new Error(`the import ended with ${code}`)),
    )
  })
}
