/**
 * Matching a list: everybody against a long list on one core, people already packed or read anew, and what is new in
 * a month against everybody. Beside it what one would pick instead: trigrams in PostgreSQL (pg_trgm, when the server
 * has it), and Jaro-Winkler of every pair; both on a sample and extrapolated; and DuckDB, when it is installed, which
 * finds candidates by five equal keys and gives no reasons. Invented people, all jobs in turn; BENCH_PEOPLE and BENCH_LISTED scale them (3,000,000 and 230,000).
 */
import { jaroWinkler } from '#domain/matching/alike-bytes.ts'
import type { MatchParty } from '#domain/matching/match-party.ts'
import { at, STRIDE } from '#domain/matching/packed-people.ts'
import { indexParties, PackedParties, type PartyIndex, probePeople } from '#domain/matching/party-index.ts'
import { monthlyBands } from '#domain/matching/weights.ts'
import { chance } from '../test/support/matching/chance.ts'
import { inventor } from '../test/support/matching/invented-people.ts'
import { duckCandidates } from './beside/duck-candidates.ts'
import { trigramJob } from './beside/trigrams.ts'
import { interleave, processorSeconds, timed } from './rounds.ts'
import { type BenchRow, scales } from './row.ts'
import type { World } from './world.ts'

const DELTA = 1_000
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
  const ducks = await duckCandidates(rows)
  // People are made in parts, so that only what is packed stays in memory.
  let packing = 0
  for (let from = 0; from < count; from += 100_000) {
    const part = Array.from({ length: Math.min(100_000, count - from) }, () => names.person(c))
    packing += (
      await took(() => {
        for (const [i, person] of part.entries()) people.add(person, from + i)
      })
    )[1]
    ducks?.add(part)
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
  const duck = await ducks?.found()
  // What a person costs does not depend on how many are asked about.
  const growth = scales.map((scale, i) => {
    const some = Math.trunc(count / 100) * 10 ** i
    const began = processorSeconds()
    probe(index, people, 0, some)
    return { scale, some, seconds: processorSeconds() - began }
  })
  const delta = indexParties(packRows(rows.slice(0, DELTA), new PackedParties(index.list.pool)), listed)
  const [, deltaSeconds] = await took(() => probe(delta, people, 0, count))
  return [
    {
      name: `list matching, ${count.toLocaleString('en-US')} people x ${listed.toLocaleString('en-US')} entries, ${told.toLocaleString('en-US')} alerts`,
      figure: probing,
      unit: 'core seconds',
      ratio: 1 / brute.ratio,
      against: `Jaro-Winkler of every pair, ${(count / brute.perSecond / 3600).toFixed(0)} h (extrapolated)`,
      target: '(watched)',
    },
    ...(duck === undefined
      ? []
      : [
          {
            name: 'the same, scored and explained',
            figure: probing,
            unit: 'core seconds',
            ratio: duck.seconds / probing,
            against: `DuckDB, five keys, one thread, ${duck.seconds.toFixed(1)} core seconds, ${duck.pairs.toLocaleString('en-US')} candidates without scores`,
            target: '>= 1.5 x',
          },
        ]),
    ...growth.map(({ scale, some, seconds }) => ({
      name: `list matching, ${some.toLocaleString('en-US')} people`,
      figure: seconds,
      unit: 'core seconds',
      ratio: seconds / some / (growth[1]!.seconds / growth[1]!.some),
      against: 'a person of a tenth',
      target: scale === 'whole' ? '<= 1.1 x' : '(watched)',
      growth: { job: 'list matching of a person', scale, each: (seconds / some) * 1e6 },
    })),
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
