/**
 * npm run bench [-- name ... --full]: what the product reaches against what a user would pick instead, in the same minutes on the
 * same machine. Only loopback. The ratios are the facts; figures are their scale. Nothing here is a test.
 */
import { cpus, totalmem } from 'node:os'
import { isMainThread } from 'node:worker_threads'
import { claims } from './claims/claims.ts'
import { batches } from './eligibility/batches.ts'
import { eligibility } from './eligibility/in-process.ts'
import { overHttp } from './eligibility/over-http.ts'
import { matching } from './matching.ts'
import { fullSize } from './nppes/full-size.ts'
import { registryFile } from './nppes/registry-file.ts'
import { ownership } from './ownership/ownership.ts'
import { pages } from './pages.ts'
import { rosters } from './rosters/rosters.ts'
import { type BenchRow, met, scales } from './row.ts'
import { serve } from './servers.ts'
import { signIn } from './sign-in.ts'
import { type Made, makeWorld, type World } from './world.ts'

/** A bench that needs a database is given the one that all of them share. */
type Bench = (world: () => Promise<World>, whole: boolean) => Promise<readonly BenchRow[]>

const children = (): URL => new URL('bench-children.mjs', import.meta.url)

const benches: Readonly<Record<string, Bench>> = {
  pages: async (world) => pages(new URL(import.meta.url), await world()),
  'sign-in': async (world) => signIn(await world()),
  nppes: (_, whole) => registryFile(children(), whole),
  'nppes-import': (_, whole) => fullSize(children(), whole),
  eligibility,
  http: async (world) => overHttp(new URL(import.meta.url), await world()),
  batches: async (world) => batches(await world()),
  rosters: async (world, whole) => rosters(await world(), whole),
  claims,
  matching,
  ownership: async (world) => ownership(await world()),
}

/** With `--full` what has a size is also measured at that of the whole nation, which takes an hour and fifty gigabytes. */
export async function main(given: readonly string[]): Promise<void> {
  const whole = given.includes('--full')
  const argv = given.filter((name) => name !== '--full')
  const unknown = argv.filter((name) => !(name in benches))
  if (unknown.length > 0) {
    console.error(`There is no bench called ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`)
    process.exitCode = 1
    return
  }
  const began = performance.now()
  const rows: BenchRow[] = []
  let made: Promise<Made> | undefined
  const world = async () => {
    made ??= makeWorld()
    return (await made).world
  }
  try {
    for (const name of argv.length > 0 ? argv : Object.keys(benches)) {
      process.stderr.write(`measuring ${name} ...\n`)
      rows.push(...(await benches[name]!(world, whole)))
    }
  } finally {
    await (await made)?.stop()
  }
  console.log(machine())
  console.log(tableOf(rows))
  const growth = rows.flatMap((r) => (r.growth ? [r.growth] : []))
  if (growth.length > 0) console.log(growthOf(growth))
  console.log(
    `${((performance.now() - began) / 1000).toFixed(0)} s; ratios are medians of interleaved rounds; a core second is one of the processor, so neighbors do not count.`,
  )
}

const machine = (): string =>
  `Node ${process.version} on ${cpus().length} x ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}-${process.arch}`

function tableOf(rows: readonly BenchRow[]): string {
  return drawnTable(
    ['what', 'figure', 'ratio', 'against', 'target', ''],
    rows.map((r) => [r.name, `${said(r.figure)} ${r.unit}`, `${said(r.ratio)} x`, r.against, r.target, met(r)]),
  )
}

/** What each thing costs at a hundredth, a tenth and the whole; linear work costs the same. */
function growthOf(growth: readonly NonNullable<BenchRow['growth']>[]): string {
  const jobs = [...new Set(growth.map((g) => g.job))]
  const each = (job: string, scale: string) => growth.find((g) => g.job === job && g.scale === scale)?.each
  return drawnTable(
    ['growth: microseconds each at', ...scales, 'whole to 1/10'],
    jobs.map((job) => {
      const [tenth, whole] = [each(job, '1/10'), each(job, 'whole')]
      const costs = scales.map((scale) => each(job, scale)).map((n) => (n === undefined ? '' : said(n)))
      return [job, ...costs, tenth && whole ? `${said(whole / tenth)} x` : '']
    }),
  )
}

function drawnTable(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const widths = head.map((title, i) => Math.max(title.length, ...lines.map((line) => line[i]!.length)))
  const drawn = (line: readonly string[]) =>
    line
      .map((text, i) => text.padEnd(widths[i]!))
      .join('  ')
      .trimEnd()
  return ['', drawn(head), widths.map((w) => '-'.repeat(w)).join('  '), ...lines.map(drawn), ''].join('\n')
}

/** Three digits that matter, so that noise does not look like knowledge. */
const said = (n: number): string =>
  Math.abs(n) >= 1000
    ? Number(n.toPrecision(3)).toLocaleString('en-US')
    : Number(n.toPrecision(n < 0.01 ? 1 : 3)).toString()

if (!isMainThread) await serve()
