/**
 * A roster of a million rows, bytes in and bytes out, against csv-parse with a Map (at a tenth, scaled) and against
 * PostgreSQL's copy and join. DuckDB, the peer of the target, is not a package of this repository: its figure on the
 * machine of docs (1.6 s on one thread) stands in the row as what it is, a figure of another day.
 */
import { parse } from 'csv-parse/sync'
import pg from 'pg'
import { dice, nationalCounts, nationalKey, nationalSnapshot } from '#demo/national/national-snapshot.ts'
import { day } from '#domain/dates.ts'
import { dayNumber } from '#domain/eligibility/packing.ts'
import { withCheckDigit } from '#domain/identifiers/npi.ts'
import { scanRoster } from '#domain/roster/scan.ts'
import { checkRosterStream } from '#use-cases/roster/check-stream.ts'
import { processorSeconds } from './rounds.ts'
import { type BenchRow, scales } from './row.ts'
import { besideEachOther, twoThreadRows } from './two-threads.ts'
import type { World } from './world.ts'

/** Of the nation; the rows of the roster are a million whatever it is. */
const SCALE = 0.1
const ROWS = 1_000_000
const ON = day('2020-03-01')
const PIECE = 1 << 18

export async function rosters(world: World): Promise<readonly BenchRow[]> {
  const { enrollments } = nationalCounts(SCALE)
  const { snapshot } = nationalSnapshot(SCALE)
  const chance = dice(5)
  const lines = Array.from({ length: ROWS }, (_, i) => {
    const npi = withCheckDigit(String(nationalKey(Math.trunc(chance() * enrollments * 1.2)) + 100_000_000))
    return `${npi},Person ${i},Springfield`
  })
  const roster = Buffer.from(`npi,name,city\n${lines.join('\n')}\n`)
  const ours = secondsOf(3, () => {
    const scan = scanRoster(snapshot, dayNumber(ON))
    let bytes = 0
    for (let at = 0; at < roster.length; at += PIECE) bytes += scan.feed(roster.subarray(at, at + PIECE)).length
    bytes += scan.end().length
    if (scan.summary.rows !== ROWS || scan.summary.yes === 0) throw new Error('the roster was not read')
    return bytes
  })
  const pieces = Array.from({ length: Math.ceil(roster.length / PIECE) }, (_, i) =>
    roster.subarray(i * PIECE, (i + 1) * PIECE),
  )
  const apart = await besideEachOther(5, async (threads) => {
    let bytes = 0
    for await (const answers of checkRosterStream(snapshot, pieces, ON, () => {}, { threads }))
      bytes += (answers as Buffer).length
    return bytes
  })
  const growth = scales.map((scale, i) => {
    const rows = ROWS / 10 ** (2 - i)
    const part = roster.subarray(0, Math.trunc(roster.length / 10 ** (2 - i)))
    const each = secondsOf(3, () => {
      const scan = scanRoster(snapshot, dayNumber(ON))
      let bytes = 0
      for (let at = 0; at < part.length; at += PIECE) bytes += scan.feed(part.subarray(at, at + PIECE)).length
      return bytes + scan.end().length
    })
    return { scale, rows, each: (each / rows) * 1e6 }
  })
  const tenth = Buffer.from(`npi,name,city\n${lines.slice(0, ROWS / 10).join('\n')}\n`)
  const map = new Map<string, number>()
  for (let i = 0; i < enrollments; i++) map.set(withCheckDigit(String(nationalKey(i) + 100_000_000)), i)
  const parsed =
    10 *
    secondsOf(1, () => {
      const found = (parse(tenth, { columns: true }) as { npi: string }[]).map(
        ({ npi }) => `${npi},${map.has(npi) ? 'yes' : 'no'}`,
      )
      return found.join('\n').length
    })
  const joined = await copyAndJoin(world, lines, map)
  const row = (seconds: number, against: string, target: string): BenchRow => ({
    name: `roster of ${ROWS.toLocaleString('en-US')} rows, ${(roster.length / 1e6).toFixed(0)} MB, one thread`,
    figure: ROWS / ours,
    unit: 'rows/s',
    ratio: seconds / ours,
    against,
    target,
  })
  return [
    ...twoThreadRows('roster answered', ROWS, 'rows/s', apart),
    ...growth.map(
      ({ scale, rows, each }): BenchRow => ({
        name: `roster of ${rows.toLocaleString('en-US')} rows`,
        figure: 1e6 / each,
        unit: 'rows/s',
        ratio: growth[2]!.each / each,
        against: 'the whole roster',
        target: '',
        growth: { job: 'row of a roster answered', scale, each },
      }),
    ),
    row(parsed, `csv-parse + Map, enrolled yes or no only, ${parsed.toFixed(1)} s`, '>= 10 x'),
    row(
      joined,
      `PostgreSQL insert + join, both tables there, enrolled yes or no only, ${joined.toFixed(1)} s`,
      '>= 20 x',
    ),
    row(1.6, 'DuckDB, not run here: 1.6 s on one thread, 2.7 M enrollments, on another day', '>= 3.5 x'),
  ]
}

/** Of the processor: neighbors take our time on the clock. */
function secondsOf(times: number, work: () => number): number {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < times; i++) {
    const began = processorSeconds()
    if (work() === 0) throw new Error('nothing was written')
    least = Math.min(least, processorSeconds() - began)
  }
  return least
}

/** A roster into a table and joined with what is enrolled; filling the table of the enrolled does not count. */
async function copyAndJoin(
  { url }: World,
  lines: readonly string[],
  enrolled: ReadonlyMap<string, number>,
): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const load = async (table: string, npis: readonly string[]) => {
      for (let i = 0; i < npis.length; i += 200_000)
        await client.query(`insert into ${table} select unnest($1::text[])`, [npis.slice(i, i + 200_000)])
    }
    await client.query('create unlogged table bench_enrolled (npi text primary key)')
    await client.query('create unlogged table bench_roster (npi text)')
    await load('bench_enrolled', [...enrolled.keys()])
    await client.query('analyze bench_enrolled')
    const npis = lines.map((l) => l.slice(0, 10))
    const began = performance.now()
    await load('bench_roster', npis)
    const { rows } = await client.query({
      text: 'select r.npi, e.npi is not null as yes from bench_roster r left join bench_enrolled e using (npi)',
      rowMode: 'array',
    })
    if (rows.length !== npis.length) throw new Error('rows are missing')
    return (performance.now() - began) / 1000
  } finally {
    await client.query('drop table if exists bench_enrolled, bench_roster')
    await client.end()
  }
}
