/**
 * A roster of a million rows, bytes in and bytes out, against DuckDB (where bench/peers is installed), csv-parse with a
 * Map (at a tenth, scaled) and PostgreSQL's insert and join; by one thread and by two; with growth and memory. The
 * nation it is asked of is a tenth of the real one, with `--full` the whole.
 */
import { parse } from 'csv-parse/sync'
import { dayNumber } from '#domain/eligibility/packing.ts'
import type { Snapshot } from '#domain/eligibility/snapshot.ts'
import { scanRoster } from '#domain/roster/scan.ts'
import { checkRosterStream } from '#use-cases/roster/check-stream.ts'
import { interleave, type Measured, processorSeconds, timed } from '../rounds.ts'
import { type BenchRow, scales } from '../row.ts'
import { besideEachOther, twoThreadRows } from '../two-threads.ts'
import type { World } from '../world.ts'
import { bytesOf, inventedRoster, npiOf, ON } from './invented-roster.ts'
import { rosterByDuck } from './roster-by-duckdb.ts'
import { rosterByPostgres } from './roster-by-postgres.ts'

const ROWS = 1_000_000
const PIECE = 1 << 18
const ROUNDS = 5

/** Who may bill; reads and writes the whole roster in this thread. */
function answered(snapshot: Snapshot, roster: Buffer): number {
  const scan = scanRoster(snapshot, dayNumber(ON))
  let bytes = 0
  for (let at = 0; at < roster.length; at += PIECE) bytes += scan.feed(roster.subarray(at, at + PIECE)).length
  if (bytes + scan.end().length === 0) throw new Error('nothing was written')
  return scan.summary.yes
}

export async function rosters(world: World, whole: boolean): Promise<readonly BenchRow[]> {
  const roster = inventedRoster(whole ? 1 : 0.1, ROWS)
  const { snapshot, enrollments, lines, bytes } = roster
  const sizes = [ROWS / 100, ROWS / 10].map((rows) => ({ rows, part: Buffer.from(bytesOf(lines.slice(0, rows))) }))
  const yes = answered(snapshot, bytes)
  const before = memory()
  answered(snapshot, bytes)
  const grown = memory() - before
  const duck = await rosterByDuck(roster, 1, yes)
  const [ours, small, middle, ducks] = await interleave(
    ROUNDS,
    timed(() => rowsOf(ROWS, answered(snapshot, bytes))),
    ...sizes.map(({ rows, part }) => timed(() => rowsOf(rows, answered(snapshot, part)))),
    ...(duck ? [timed(async () => rowsOf(ROWS, await duck.run()))] : []),
  )
  await duck?.close()
  const two = await byTwoThreads(roster, yes)
  const enrolled = new Map(Array.from({ length: enrollments }, (_, i) => [npiOf(i), i]))
  const parsed = 10 * secondsOf(() => parsedAndLookedUp(sizes[1]!.part, enrolled))
  const joined = await rosterByPostgres(world, lines, enrolled)
  const alone = `roster of ${ROWS.toLocaleString('en-US')} rows, ${(bytes.length / 1e6).toFixed(0)} MB, one thread`
  const row = (against: string, ratio: number, target: string): BenchRow => ({
    name: alone,
    figure: ours!.perSecond,
    unit: 'rows/s',
    ratio,
    against,
    target,
  })
  return [
    ...(ducks ? [row(`DuckDB, one thread, ${ofRounds(ours!, ducks)}`, 1 / ducks.ratio, '>= 3.5 x')] : []),
    row(
      `csv-parse + Map, enrolled yes or no only, ${parsed.toFixed(1)} s`,
      (parsed * ours!.perSecond) / ROWS,
      '>= 10 x',
    ),
    row(
      `PostgreSQL insert + join, both tables there, enrolled yes or no only, ${joined.toFixed(1)} s`,
      (joined * ours!.perSecond) / ROWS,
      '>= 20 x',
    ),
    ...two,
    ...[small!, middle!, ours!].map(
      (size, i): BenchRow => ({
        name: `roster of ${(ROWS / 10 ** (2 - i)).toLocaleString('en-US')} rows`,
        figure: size.perSecond,
        unit: 'rows/s',
        ratio: size.ratio,
        against: 'the whole roster',
        target: '',
        growth: { job: 'row of a roster answered', scale: scales[i]!, each: 1e6 / size.perSecond },
      }),
    ),
    {
      name: 'roster read',
      figure: (ours!.perSecond * bytes.length) / ROWS / 1e6,
      unit: 'MB/s',
      ratio: Math.max(grown, 0) / bytes.length,
      against: 'memory kept for each byte of the roster',
      target: 'flat',
    },
  ]
}

/** How much was done, when it is done. */
const rowsOf = (rows: number, _: unknown): number => rows

const ofRounds = (ours: Measured, other: Measured): string =>
  `${(ROWS / other.perSecond).toFixed(2)} s (best rounds: ${(ours.best / other.best).toPrecision(3)} x)`

/** The way of the portal and the API, against one thread of it and against DuckDB on as many, on the clock. */
async function byTwoThreads(roster: ReturnType<typeof inventedRoster>, yes: number): Promise<readonly BenchRow[]> {
  const { snapshot, bytes } = roster
  const pieces = Array.from({ length: Math.ceil(bytes.length / PIECE) }, (_, i) =>
    bytes.subarray(i * PIECE, (i + 1) * PIECE),
  )
  const read = async (threads: number) => {
    for await (const _ of checkRosterStream(snapshot, pieces, ON, () => {}, { threads }));
  }
  const apart = await besideEachOther(ROUNDS, read)
  const duck = await rosterByDuck(roster, 2, yes)
  const rows = twoThreadRows('roster answered', ROWS, 'rows/s', apart)
  if (!duck) return rows
  const clock = (work: () => Promise<void>) => async () => {
    const began = performance.now()
    await work()
    return (ROWS / (performance.now() - began)) * 1000
  }
  const [ours, theirs] = await interleave(
    ROUNDS,
    clock(() => read(2)),
    clock(duck.run),
  )
  await duck.close()
  return [
    ...rows,
    {
      name: 'roster answered by two threads, on the clock',
      figure: ours!.perSecond,
      unit: 'rows/s',
      ratio: 1 / theirs!.ratio,
      against: `DuckDB, two threads, ${ofRounds(ours!, theirs!)}`,
      target: '>= 3.5 x',
    },
  ]
}

function parsedAndLookedUp(roster: Buffer, enrolled: ReadonlyMap<string, number>): void {
  const rows = parse(roster, { columns: true }) as readonly { npi: string }[]
  const text = rows.map(({ npi }) => `${npi},${enrolled.has(npi) ? 'yes' : 'no'}`).join('\n')
  if (text.length === 0) throw new Error('nothing was written')
}

const memory = (): number => process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed

function secondsOf(work: () => void): number {
  const began = processorSeconds()
  work()
  return processorSeconds() - began
}
