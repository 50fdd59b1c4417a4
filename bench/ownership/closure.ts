/** Owners of 5 % and more of every party there is, at three sizes, and of the largest by DuckDB, when it is there. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ShareReader } from '#domain/ownership/effective-shares.ts'
import { ownershipGraph, type Shares } from '#domain/ownership/graph.ts'
import { duckDb } from '../beside/duckdb.ts'
import { median, processorSeconds } from '../rounds.ts'
import { type BenchRow, type Scale, scales } from '../row.ts'
import { inventedShares, PARTIES } from './invented-shares.ts'

const ROUNDS = 3

/**
 * Owners of everybody, one question after the other, at the finer cut, and the same of graphs of a tenth and a hundredth.
 * DuckDB, when it is there, finds the same pairs by a recursive query over the whole at once.
 */
export async function closures(): Promise<readonly BenchRow[]> {
  const found: BenchRow[] = []
  for (const [scale, part] of scales.map((s, i) => [s, 100 / 10 ** i] as const))
    found.push(await closure(scale, inventedShares(part), PARTIES / part))
  return found
}

async function closure(scale: Scale, shares: Shares, parties: number): Promise<BenchRow> {
  const reader = new ShareReader(ownershipGraph(parties, shares))
  const everybody = () => {
    let pairs = 0
    for (let v = 0; v < parties; v++) pairs += reader.of(v).parties.length
    return pairs
  }
  // A small graph so often that as much is asked as of the whole, so that what is measured is not the warming up.
  const often = PARTIES / parties
  let pairs = 0
  const times = Array.from({ length: ROUNDS + 1 }, () => {
    const began = processorSeconds()
    for (let i = 0; i < often; i++) pairs = everybody()
    return (processorSeconds() - began) / often
  })
  const seconds = median(times.slice(1))
  const theirs = scale === 'whole' ? await duckClosure(shares, pairs) : undefined
  return {
    name: `owners of 5 % of all ${parties.toLocaleString('en-US')} parties, ${pairs.toLocaleString('en-US')} pairs`,
    figure: seconds,
    unit: 'core seconds',
    ratio: theirs ? seconds / theirs : 1,
    against: theirs
      ? `DuckDB, one thread, the same cut and the same pairs, ${theirs.toFixed(1)} core seconds`
      : scale === 'whole'
        ? 'DuckDB, which is not installed'
        : 'itself: see the growth',
    target: theirs ? '<= 0.5 x' : '(watched)',
    growth: { job: 'owners of 5 % of a party', scale, each: (seconds / parties) * 1e6 },
  }
}

/** Seconds of the processor; undefined without DuckDB. Without a limit of depth, which would be wrong on long chains. */
async function duckClosure({ owner, owned, share }: Shares, wanted: number): Promise<number | undefined> {
  const duck = await duckDb()
  if (!duck) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'openpecos-bench-'))
  try {
    const file = join(folder, 'shares.csv')
    writeFileSync(file, Array.from(owner, (o, i) => `${o},${owned[i]},${share[i]}\n`).join(''))
    await duck.run(`create table s as select * from
      read_csv('${file}', header = false, columns = {'owner': 'INT', 'owned': 'INT', 'share': 'DOUBLE'})`)
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const began = processorSeconds()
      const pairs = await duck.number(`with recursive up(node, owner, share) as (
          select owned, owner, share from s where share >= 0.005
          union all
          select up.node, s.owner, up.share * s.share from up join s on s.owned = up.owner
          where up.share * s.share >= 0.005)
        select count(*) from (
          select node, owner from up where owner <> node group by node, owner having sum(share) >= 0.05)`)
      times.push(processorSeconds() - began)
      if (Math.abs(pairs - wanted) > wanted * 0.01) throw new Error(`${wanted} pairs found, DuckDB has ${pairs}`)
    }
    return median(times)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
