/**
 * Eligibility verdicts of an invented nation against a bare look-up in a JS Map with the same keys: interleaved rounds,
 * best of each. At a hundredth, a tenth and the whole, so that growth is seen; BENCH_SCALE stops at a smaller one.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dice, nationalCounts, nationalGroup, nationalKey, nationalSnapshot } from '#demo/national/national-snapshot.ts'
import { day } from '#domain/dates.ts'
import { type Asked, decide } from '#domain/eligibility/decide.ts'
import { BLOCK, readAhead } from '#domain/eligibility/decide-many.ts'
import { dayNumber, dayOfNumber } from '#domain/eligibility/packing.ts'
import type { Question } from '#domain/eligibility/question.ts'
import { memoryOf, type Snapshot } from '#domain/eligibility/snapshot.ts'
import { asked } from '#domain/eligibility/verdict.ts'
import { withCheckDigit } from '#domain/identifiers/npi.ts'
import { loadSnapshot, saveSnapshot } from '#outside/snapshot-file.ts'
import { eligibilityText } from '#use-cases/eligibility/write-eligibility.ts'
import type { BenchRow } from './row.ts'

const QUESTIONS = 200_000
const ROUNDS = 9
const FIRST_DAY = dayNumber(day('2018-01-01'))

interface Asks {
  readonly keys: Int32Array
  readonly days: Int32Array
  readonly groups: Int32Array
}

/** A tenth are not enrolled, a tenth name another group. */
function asksOf(enrollments: number): Asks {
  const chance = dice(2)
  const who = Int32Array.from({ length: QUESTIONS }, () => Math.trunc(chance() * enrollments * 1.1))
  return {
    keys: who.map((i) => nationalKey(i)),
    days: who.map(() => FIRST_DAY + Math.trunc(chance() * 2000)),
    groups: who.map((i) => nationalKey(nationalGroup(chance() < 0.1 ? i + 1 : i, enrollments))),
  }
}

const blank = { ordering: false, name: -1, services: 0, state: 0, bills: undefined, knownOn: -1 }

/** One question after another, or a block's memory read ahead; with the group that is paid, or without. */
function verdicts(s: Snapshot, { keys, days, groups }: Asks, payee: boolean, ahead: boolean): number {
  const q: { -readonly [K in keyof Asked]: Asked[K] } = { ...blank, key: 0, on: 0, payee: -2 }
  let yes = 0
  let touched = 0
  for (let start = 0; start < QUESTIONS; start += BLOCK) {
    const end = Math.min(QUESTIONS, start + BLOCK)
    if (ahead) touched ^= readAhead(s, keys, payee ? groups : undefined, start, end)
    for (let i = start; i < end; i++) {
      q.key = keys[i]!
      q.on = days[i]!
      if (payee) q.payee = groups[i]!
      if (decide(s, q).link === 'all-held') yes++
    }
  }
  return yes + (touched & 0)
}

const npiOf = (key: number): string => withCheckDigit(String(key + 100_000_000))

/** Seconds of each job: the best of interleaved rounds. The first round warms up and does not count. */
function best(jobs: readonly (() => number)[]): readonly number[] {
  const seconds = jobs.map(() => Number.POSITIVE_INFINITY)
  for (let round = 0; round <= ROUNDS; round++) {
    jobs.forEach((job, j) => {
      const start = performance.now()
      if (job() === 0) throw new Error('a benchmark whose every answer is no measures nothing')
      if (round > 0) seconds[j] = Math.min(seconds[j]!, (performance.now() - start) / 1000)
    })
  }
  return seconds
}

export async function eligibility(): Promise<readonly BenchRow[]> {
  const most = Number(process.env.BENCH_SCALE ?? 1)
  const found: BenchRow[] = []
  for (const scale of [0.01, 0.1, 1]) if (scale <= most) found.push(...(await atScale(scale)))
  return found
}

async function atScale(scale: number): Promise<readonly BenchRow[]> {
  const { enrollments, registry } = nationalCounts(scale)
  const began = performance.now()
  const { snapshot, rows } = nationalSnapshot(scale)
  const built = (performance.now() - began) / 1000
  const asks = asksOf(enrollments)
  const map = new Map(Array.from({ length: enrollments }, (_, i) => [nationalKey(i), i]))
  const texts: readonly Question[] = Array.from(asks.keys.subarray(0, QUESTIONS / 4), (key, i) => ({
    npi: npiOf(key),
    on: dayOfNumber(asks.days[i]!),
    role: 'rendering',
    payee: npiOf(asks.groups[i]!),
  }))
  const [mapped, plain, plainAhead, whole, wholeAhead, written] = best([
    () => asks.keys.reduce((n, key) => n + (map.has(key) ? 1 : 0), 0),
    () => verdicts(snapshot, asks, false, false),
    () => verdicts(snapshot, asks, false, true),
    () => verdicts(snapshot, asks, true, false),
    () => verdicts(snapshot, asks, true, true),
    () => texts.reduce((n, q) => n + eligibilityText(snapshot, q, decide(snapshot, asked(q))).length, 0),
  ]) as [number, number, number, number, number, number]
  const lookUps = QUESTIONS / mapped
  const at = `${scale === 1 ? 'whole' : `1/${1 / scale}`}, ${enrollments.toLocaleString('en-US')} enrollments`
  const verdictRow = (what: string, seconds: number, target: string, count = QUESTIONS): BenchRow => ({
    name: `${what} (${at})`,
    figure: count / seconds,
    unit: 'verdicts/s',
    ratio: count / seconds / lookUps,
    against: `Map.has, ${(lookUps / 1e6).toFixed(1)} M/s`,
    target,
    growth: {
      job: what,
      scale: scale === 1 ? 'whole' : scale === 0.1 ? '1/10' : '1/100',
      each: (seconds / count) * 1e6,
    },
  })
  const memory = memoryOf(snapshot)
  const bytesRow = (what: string, bytes: number, limit: number): BenchRow => ({
    name: `${what} (${at})`,
    figure: bytes,
    unit: 'bytes',
    ratio: bytes / limit,
    against: `${limit} bytes`,
    target: '<= 1 x',
  })
  const loaded = await loading(snapshot)
  return [
    verdictRow('verdict, one at a time', plain, '>= 5 M/s'),
    verdictRow('verdict, blocks read ahead', plainAhead, '>= 5 M/s'),
    verdictRow('verdict with reassignment and payee, one at a time', whole, '>= 3 M/s'),
    verdictRow('verdict with reassignment and payee, blocks read ahead', wholeAhead, '>= 3 M/s'),
    verdictRow('the same, from text to JSON text', written, '>= 0.8 M/s', texts.length),
    {
      name: `snapshot built (${at})`,
      figure: rows / built,
      unit: 'rows/s',
      ratio: rows / built / 1_500_000,
      against: '1.5 M rows/s',
      target: '>= 1 x',
    },
    {
      name: `snapshot loaded from its file (${at})`,
      figure: loaded * 1000,
      unit: 'ms',
      ratio: loaded / (0.1 * (enrollments / 1e6)),
      against: '0.1 s per 1 M enrollments',
      target: '<= 1 x',
    },
    bytesRow('memory an enrollment, id and name included', memory.enrollments / enrollments, 32),
    ...(scale === 1 ? [bytesRow('memory a registry NPI', memory.registry / registry, 1.4)] : []),
  ]
}

/** Seconds to load a saved snapshot, the best of three. */
async function loading(snapshot: Snapshot): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'openpecos-bench-'))
  const path = join(folder, 'national.snapshot')
  try {
    await saveSnapshot(path, snapshot)
    return Math.min(
      ...[1, 2, 3].map(() => {
        const began = performance.now()
        loadSnapshot(path)
        return (performance.now() - began) / 1000
      }),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
