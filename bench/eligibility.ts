/**
 * Eligibility verdicts from the snapshot against a bare look-up in a JS Map with the same keys: interleaved
 * rounds, best of each. Synthetic rows; BENCH_ENROLLMENTS scales them (default 200,000).
 */

import { addDays, day } from '#domain/dates.ts'
import { buildSnapshot } from '#domain/eligibility/build-snapshot.ts'
import { type Asked, decide } from '#domain/eligibility/decide.ts'
import { npiKey } from '#domain/eligibility/packing.ts'
import type { Question } from '#domain/eligibility/question.ts'
import type { EnrollmentRow, ReassignmentRow, RegistryRow } from '#domain/eligibility/rows.ts'
import { memoryOf, type Snapshot } from '#domain/eligibility/snapshot.ts'
import { asked, check } from '#domain/eligibility/verdict.ts'
import { withCheckDigit } from '#domain/identifiers/npi.ts'
import type { BenchRow } from './row.ts'

const QUESTIONS = 200_000
const ROUNDS = 9
const known = { knownFrom: day('2015-01-02') }

/** A small generator of numbers, so that every run has the same rows. */
const numbers = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return seed / 4_294_967_296
}

const npiOf = (i: number): string => withCheckDigit(String(100_000_000 + ((i * 7_919) % 99_999_989)))
const idOf = (i: number, type: 'I' | 'O'): string =>
  `${type}2015${String(101 + Math.trunc(i / 1_000_000)).padStart(4, '0')}${String(i % 1_000_000).padStart(6, '0')}`
const isGroup = (i: number): boolean => i % 12 === 0

function* enrollments(count: number): Generator<EnrollmentRow> {
  const random = numbers(1)
  for (let i = 0; i < count; i++) {
    const from = addDays(day('2015-01-01'), Math.trunc(random() * 3000))
    const type = isGroup(i) ? 'O' : 'I'
    const gap = random() < 0.18
    yield {
      npi: npiOf(i),
      enrollmentId: idOf(i, type),
      specialty: `14-${String(i % 90).padStart(2, '0')}`,
      type,
      name: type === 'O' ? { organization: `Group ${i}` } : { last: `Name${i}`, first: 'Ann' },
      orderRefer: ['part-b'],
      periods: gap
        ? [
            { status: 'approved', from, to: addDays(from, 400), ...known },
            { status: 'approved', from: addDays(from, 500), ...known },
          ]
        : [{ status: 'approved', from, ...known }],
    }
  }
}

const groupOf = (i: number, count: number): number => Math.trunc(((i * 31) % count) / 12) * 12

function* reassignments(count: number): Generator<ReassignmentRow> {
  for (let i = 0; i < count; i++) {
    if (isGroup(i)) continue
    yield {
      fromEnrollmentId: idOf(i, 'I'),
      toEnrollmentId: idOf(groupOf(i, count), 'O'),
      from: day('2016-01-01'),
      ...known,
    }
  }
}

function* registry(count: number): Generator<RegistryRow> {
  for (let i = 0; i < count * 3.3; i++) yield { npi: npiOf(i), entityType: 1 }
}

/** A tenth are not enrolled, a tenth name another group. */
function questions(count: number, role: 'billing' | 'rendering'): readonly Question[] {
  const random = numbers(2)
  return Array.from({ length: QUESTIONS }, () => {
    const i = Math.trunc(random() * count * 1.1)
    const on = addDays(day('2020-01-01'), Math.trunc(random() * 2000))
    const payee = npiOf(groupOf(random() < 0.1 ? i + 1 : i, count))
    return role === 'billing' ? { npi: npiOf(i), on, role } : { npi: npiOf(i), on, role, payee }
  })
}

const verdicts = (s: Snapshot, list: readonly Asked[]): number =>
  list.reduce((yes, q) => yes + (decide(s, q).link === 'all-held' ? 1 : 0), 0)
const written = (s: Snapshot, list: readonly Question[]): number =>
  list.reduce((yes, q) => yes + (check(s, q).answer === 'yes' ? 1 : 0), 0)
const lookUps = (map: ReadonlyMap<number, number>, list: readonly Asked[]): number =>
  list.reduce((n, q) => n + (map.has(q.key) ? 1 : 0), 0)

/** Operations a second of each job: the best of interleaved rounds. The first round warms up and does not count. */
function best(jobs: readonly (() => number)[]): readonly number[] {
  const seconds = jobs.map(() => Number.POSITIVE_INFINITY)
  for (let round = 0; round <= ROUNDS; round++) {
    jobs.forEach((job, j) => {
      const start = performance.now()
      if (job() === 0) throw new Error('a benchmark whose every answer is no measures nothing')
      if (round > 0) seconds[j] = Math.min(seconds[j]!, (performance.now() - start) / 1000)
    })
  }
  return seconds.map((s) => QUESTIONS / s)
}

export async function eligibility(): Promise<readonly BenchRow[]> {
  const count = Number(process.env.BENCH_ENROLLMENTS ?? 200_000)
  const rowsIn = {
    enrollments: [...enrollments(count)],
    reassignments: [...reassignments(count)],
    registry: [...registry(count)],
  }
  const began = performance.now()
  const snapshot = buildSnapshot(
    {
      ...rowsIn,
      orderListLoaded: true,
    },
    { sequence: 1, asOf: day('2026-01-01') },
  )
  const built = (performance.now() - began) / 1000
  const billing = questions(count, 'billing')
  const rendering = questions(count, 'rendering')
  const [askedBilling, askedRendering] = [billing.map(asked), rendering.map(asked)]
  const map = new Map(Array.from({ length: count }, (_, i) => [npiKey(npiOf(i)), i]))
  const [mapped, plain, whole, texts] = best([
    () => lookUps(map, askedBilling),
    () => verdicts(snapshot, askedBilling),
    () => verdicts(snapshot, askedRendering),
    () => written(snapshot, rendering),
  ]) as [number, number, number, number]
  const memory = memoryOf(snapshot)
  const bytes = memory.enrollments / count
  const against = `Map.has over ${count} keys, ${(mapped / 1e6).toFixed(1)} M/s`
  const rows = (count * 1.18 + count * 0.92 + count * 4.3) / built
  return [
    {
      name: 'eligibility verdict, enrollment only',
      figure: plain,
      unit: 'verdicts/s',
      ratio: plain / mapped,
      against,
      target: '>= 5 M/s and >= 1.2 x',
    },
    {
      name: 'eligibility verdict with reassignment and payee',
      figure: whole,
      unit: 'verdicts/s',
      ratio: whole / mapped,
      against,
      target: '>= 3 M/s',
    },
    {
      name: 'the same, parsed from text and answered in full',
      figure: texts,
      unit: 'verdicts/s',
      ratio: texts / mapped,
      against,
      target: '>= 0.8 M/s',
    },
    {
      name: 'snapshot built',
      figure: rows,
      unit: 'rows/s',
      ratio: rows / 1_500_000,
      against: '1.5 M rows/s',
      target: '>= 1 x',
    },
    {
      name: 'memory an enrollment (id and name included)',
      figure: bytes,
      unit: 'bytes',
      ratio: bytes / 32,
      against: '32 bytes',
      target: '<= 1 x, id and name not counted',
    },
    {
      name: 'memory a registry NPI',
      figure: memory.registry / (count * 3.3),
      unit: 'bytes',
      ratio: memory.registry / (count * 3.3) / 1.4,
      against: '1.4 bytes at 9 M NPIs',
      target: '<= 1 x at full scale',
    },
  ]
}
