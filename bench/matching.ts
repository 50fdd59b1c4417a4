/**
 * Matching a list: everybody against a long list on one core, people already packed or read anew, and what is new in
 * a month against everybody. Beside it what one would pick instead: trigrams in PostgreSQL (pg_trgm, when the server
 * has it), and Jaro-Winkler of every pair; both on a sample and extrapolated. DuckDB is not installed here and not
 * measured. Invented people, all jobs in turn; BENCH_PEOPLE and BENCH_LISTED scale them (3,000,000 and 230,000).
 */
import pg from 'pg'
import { jaroWinkler } from '#domain/matching/alike-bytes.ts'
import type { MatchParty } from '#domain/matching/match-party.ts'
import { at, STRIDE } from '#domain/matching/packed-people.ts'
import { indexParties, PackedParties, type PartyIndex, probePeople } from '#domain/matching/party-index.ts'
import { monthlyBands } from '#domain/matching/weights.ts'
import { chance } from '../test/support/matching/chance.ts'
import { inventor } from '../test/support/matching/invented-people.ts'
import { interleave, type Job, processorSeconds, timed } from './rounds.ts'
import type { BenchRow } from './row.ts'
import type { World } from './world.ts'

const DELTA = 1_000
const SAMPLE = 40
const ROUNDS = 5

const took = async <T>(work: () => T | Promise<T>): Promise<readonly [T, number]> => {
  const began = processorSeconds()
  const made = await work()
  return [made, processorSeconds() - began]
}

/** Probes the people `from` to `to`; gives how many pairs were worth telling. */
function probe(index: PartyIndex, { people }: PackedParties, from: number, to: number): number {
  let told = 0
  probePeople(index, people, from, to, monthlyBands.possible, () => {
    told++
  })
  return told
}

export async function matching(world: () => Promise<World>): Promise<readonly BenchRow[]> {
  const count = Number(process.env.BENCH_PEOPLE ?? 3_000_000)
  const listed = Number(process.env.BENCH_LISTED ?? 230_000)
  const names = inventor(chance(99))
  const c = chance(7)
  const rows = Array.from({ length: listed }, (): MatchParty => {
    const { bornOn, ...undated } = names.person(c)
    return c.happens(95 / 230) && bornOn ? { ...undated, bornOn } : undated
  })
  const packRows = (some: readonly MatchParty[], packed = new PackedParties()) => {
    for (const [i, row] of some.entries()) packed.add(row, i)
    return packed
  }
  const [index, indexing] = await took(() => indexParties(packRows(rows)))
  const people = new PackedParties(index.list.pool)
  // People are made in parts, so that only what is packed stays in memory.
  let packing = 0
  for (let from = 0; from < count; from += 100_000) {
    const part = Array.from({ length: Math.min(100_000, count - from) }, () => names.person(c))
    packing += (
      await took(() => {
        for (const [i, person] of part.entries()) people.add(person, from + i)
      })
    )[1]
  }
  // Everybody is asked about once, a part of them in each round, in turn with what one would pick instead.
  const part = Math.ceil(count / (ROUNDS + 1))
  let [told, asked] = [0, 0]
  const trigrams = await trigramJob(await world(), rows, people)
  const [ours, brute, trigram] = await interleave(
    ROUNDS,
    timed(() => {
      const to = Math.min(asked + part, count)
      told += probe(index, people, asked, to)
      const done = to - asked
      asked = to
      return done
    }),
    timed(() => bruteForce(index, people) / listed),
    ...(trigrams ? [trigrams.job] : []),
  )
  await trigrams?.close()
  if (!ours || !brute) throw new Error('two jobs give two figures')
  const probing = count / ours.perSecond
  const delta = indexParties(packRows(rows.slice(0, DELTA), new PackedParties(index.list.pool)), listed)
  const [, deltaSeconds] = await took(() => probe(delta, people, 0, count))
  return [
    {
      name: `list matching, ${count.toLocaleString('en-US')} people x ${listed.toLocaleString('en-US')} entries, ${told.toLocaleString('en-US')} alerts`,
      figure: probing,
      unit: 'core seconds',
      ratio: 1 / brute.ratio,
      against: `Jaro-Winkler of every pair, ${(count / brute.perSecond / 3600).toFixed(0)} h (extrapolated)`,
      target: 'seconds; DuckDB not installed, not compared',
    },
    ...(trigram === undefined
      ? []
      : [
          {
            name: 'the same, a person',
            figure: 1e6 / ours.perSecond,
            unit: 'core µs',
            ratio: 1 / trigram.ratio,
            against: `pg_trgm with an index, ${(1e3 / trigram.perSecond).toFixed(1)} ms on the clock (whole ${(count / trigram.perSecond / 3600).toFixed(1)} h)`,
            target: '>= 500 x',
          },
        ]),
    {
      name: 'list packed and indexed',
      figure: indexing,
      unit: 'core seconds',
      ratio: 1.3 / indexing,
      against: '1.3 s (design)',
      target: '>= 1 x at 230,000',
    },
    {
      name: 'people packed (once; names already in memory)',
      figure: count / packing,
      unit: 'people/s',
      ratio: probing / packing,
      against: 'matching them',
      target: '-',
    },
    {
      name: `what is new in a month (${DELTA.toLocaleString('en-US')} entries) x everybody, packed`,
      figure: deltaSeconds,
      unit: 'core seconds',
      ratio: 3 / deltaSeconds,
      against: '3 s (design)',
      target: '>= 1 x at 3,000,000',
    },
  ]
}

/** Compares 20 people with 50,000 of the list, both names, without any blocks; gives how many pairs. */
function bruteForce(index: PartyIndex, people: PackedParties): number {
  const { pool } = index.list
  const { records } = people.people
  const list = index.list.people
  let pairs = 0
  let close = 0
  const jw = (a: number, b: number) =>
    jaroWinkler(pool.bytes, pool.offsets[a]!, pool.lengths[a]!, pool.offsets[b]!, pool.lengths[b]!)
  for (let i = 0; i < 20; i++)
    for (let j = 0; j < Math.min(list.length, 50_000); j++) {
      pairs++
      if (
        jw(records[i * STRIDE]!, list.records[j * STRIDE]!) +
          jw(records[i * STRIDE + at.first]!, list.records[j * STRIDE + at.first]!) >
        1.84
      )
        close++
    }
  if (close === 0) throw new Error('a benchmark that finds nobody measures nothing')
  return pairs
}

/** Asks for the next `SAMPLE` people, and gives people a second on the clock; undefined without pg_trgm. */
async function trigramJob(
  { url }: World,
  rows: readonly MatchParty[],
  people: PackedParties,
): Promise<{ readonly job: Job; close(): Promise<void> } | undefined> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query('create extension if not exists pg_trgm')
    await client.query('create temporary table listed (name text not null)')
    const names = rows.map((r) => `${r.last} ${r.first}`)
    await client.query('insert into listed select * from unnest($1::text[])', [names])
    await client.query('create index on listed using gin (name gin_trgm_ops)')
    await client.query('analyze listed')
  } catch (fault) {
    process.stderr.write(`this PostgreSQL has no pg_trgm, not compared: ${String(fault)}\n`)
    await client.end()
    return undefined
  }
  const { pool } = people
  const nameOf = (i: number) =>
    `${pool.texts[people.people.records[i * STRIDE]!]} ${pool.texts[people.people.records[i * STRIDE + at.first]!]}`
  const asked = 'select name from listed where name % $1 order by similarity(name, $1) desc limit 20'
  let next = 0
  return {
    async job() {
      const began = performance.now()
      for (const end = next + SAMPLE; next < end; next++) await client.query(asked, [nameOf(next)])
      return (SAMPLE * 1000) / (performance.now() - began)
    },
    close: () => client.end(),
  }
}
