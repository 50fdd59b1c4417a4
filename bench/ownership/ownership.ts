/**
 * Ownership of a nation: 600,000 parties and a million shares with circles and chains of fifty. All owners of 5 % and
 * everybody reached, in this process, against one recursive query of PostgreSQL over the same table for the same parties.
 * The shares into a party add up to no more than all of it, as filings that were looked at do.
 */
import pg from 'pg'
import { dice } from '#demo/national/national-snapshot.ts'
import { ShareReader } from '#domain/ownership/effective-shares.ts'
import { type OwnershipGraph, ownershipGraph, type Shares } from '#domain/ownership/graph.ts'
import { ReachReader } from '#domain/ownership/reach.ts'
import { median } from '../rounds.ts'
import type { BenchRow } from '../row.ts'
import type { World } from '../world.ts'
import { closures } from './closure.ts'
import { CHAINS, DEEP, inventedShares, PARTIES } from './invented-shares.ts'

const [ASKED, ROUNDS] = [300, 3]

export async function ownership(world: World): Promise<readonly BenchRow[]> {
  const shares = inventedShares()
  const began = performance.now()
  const graph = ownershipGraph(PARTIES, shares)
  const load = (performance.now() - began) / 1000
  const client = new pg.Client({ connectionString: world.url })
  await client.connect()
  try {
    const filling = performance.now()
    await fill(client, shares)
    const filled = (performance.now() - filling) / 1000
    const chance = dice(17)
    const asked = Array.from({ length: ASKED }, () => Math.trunc(chance() * PARTIES))
    const chains = Array.from({ length: ASKED }, () => Math.trunc(chance() * CHAINS) * DEEP)
    return [
      await owners(graph, client, asked, 'owners of 5 % and more of random parties'),
      await owners(graph, client, chains, 'the same at the foot of chains of fifty'),
      await reached(graph, client, asked.slice(0, 40), 'up', 'all ultimate owners of random parties'),
      await reached(graph, client, topOwners(graph), 'down', 'every facility below the largest owners'),
      ...(await closures()),
      {
        name: 'load: both lists and the circles',
        figure: load,
        unit: 's',
        ratio: filled / load,
        against: `PostgreSQL, insert and two indexes, ${filled.toFixed(1)} s`,
        target: '>= 2 x',
      },
    ]
  } finally {
    await client.query('drop table if exists bench_share')
    await client.end()
  }
}

const UP = `with recursive up(node, share) as (
    select $1::int, 1::float8
    union all
    select s.owner, up.share * s.share from up join bench_share s on s.owned = up.node where up.share * s.share >= $2)
  select node, sum(share) as share from up where node <> $1 group by node having sum(share) >= 0.05`

async function owners(
  graph: OwnershipGraph,
  client: pg.Client,
  asked: readonly number[],
  name: string,
): Promise<BenchRow> {
  const reader = new ShareReader(graph)
  const { ours, theirs } = await compare(
    () => {
      let found = 0
      for (const v of asked) found += reader.of(v).parties.length
      return found
    },
    async () => {
      let found = 0
      // The same cut: half a percent a way, summed. It is what the query can do without a limit of depth.
      for (const v of asked) found += (await client.query(UP, [v, 0.005])).rowCount ?? 0
      return found
    },
  )
  return row(name, asked.length, ours, theirs, '>= 15 x', 'recursive query, the same cut of ways')
}

async function reached(
  graph: OwnershipGraph,
  client: pg.Client,
  asked: readonly number[],
  way: 'up' | 'down',
  name: string,
): Promise<BenchRow> {
  const reader = new ReachReader(graph.nodes, graph[way])
  const [to, from] = way === 'up' ? ['owner', 'owned'] : ['owned', 'owner']
  const query = `with recursive seen(node) as (
      select $1::int union select s.${to} from seen join bench_share s on s.${from} = seen.node)
    select count(*)::int as n from seen`
  const { ours, theirs } = await compare(
    () => asked.reduce((sum, v) => sum + reader.from(v).length, 0),
    async () => {
      let found = 0
      for (const v of asked) found += (await client.query(query, [v])).rows[0].n
      return found
    },
  )
  return row(name, asked.length, ours, theirs, '>= 50 x', 'recursive query')
}

const row = (name: string, asked: number, ours: number, theirs: number, target: string, against: string): BenchRow => ({
  name,
  figure: (ours / asked) * 1e6,
  unit: 'us a question',
  ratio: theirs / ours,
  against: `PostgreSQL, ${against}, ${((theirs / asked) * 1e6).toFixed(0)} us`,
  target,
})

/** Seconds of each, as the median of rounds in turn; both must find the same. */
async function compare(ours: () => number, theirs: () => Promise<number>) {
  const times: { readonly ours: number; readonly theirs: number }[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    // A question takes microseconds: twenty times over is a figure.
    const a = performance.now()
    let found = 0
    for (let i = 0; i < 20; i++) found = ours()
    const b = performance.now()
    const wanted = await theirs()
    const c = performance.now()
    if (Math.abs(found - wanted) > wanted * 0.01) throw new Error(`${found} found, PostgreSQL has ${wanted}`)
    if (round > 0) times.push({ ours: (b - a) / 20_000, theirs: (c - b) / 1000 })
  }
  return { ours: median(times.map((x) => x.ours)), theirs: median(times.map((x) => x.theirs)) }
}

const topOwners = ({ nodes, down }: OwnershipGraph): readonly number[] =>
  Array.from({ length: nodes }, (_, v) => v)
    .sort((a, b) => down.start[b + 1]! - down.start[b]! - (down.start[a + 1]! - down.start[a]!))
    .slice(0, 10)

async function fill(client: pg.Client, { owner, owned, share }: Shares): Promise<void> {
  await client.query('create unlogged table bench_share (owner int, owned int, share float8)')
  for (let i = 0; i < owner.length; i += 100_000)
    await client.query('insert into bench_share select * from unnest($1::int[], $2::int[], $3::float8[])', [
      [...owner.subarray(i, i + 100_000)],
      [...owned.subarray(i, i + 100_000)],
      [...share.subarray(i, i + 100_000)],
    ])
  await client.query('create index on bench_share (owned) include (owner, share)')
  await client.query('create index on bench_share (owner) include (owned)')
  await client.query('vacuum analyze bench_share')
}
