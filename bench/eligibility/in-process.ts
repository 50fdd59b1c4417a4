/**
 * Eligibility verdicts of an invented nation in this process, check digit and all, against a bare look-up in a JS Map with
 * the same keys: interleaved rounds, counted by the processor. At three sizes of the nation, so that growth is seen.
 */
import { dice, nationalGroup, nationalKey } from '#demo/national/national-snapshot.ts'
import { type Day, day } from '#domain/dates.ts'
import { decide, decideLink, newAsk } from '#domain/eligibility/decide.ts'
import { BLOCK, readAhead } from '#domain/eligibility/decide-many.ts'
import { dayNumber, dayOfNumber, keyOf } from '#domain/eligibility/packing.ts'
import type { Question } from '#domain/eligibility/question.ts'
import type { Snapshot } from '#domain/eligibility/snapshot.ts'
import { asked } from '#domain/eligibility/verdict.ts'
import { eligibilityText } from '#use-cases/eligibility/write-eligibility.ts'
import { bestRatio, interleave, type Measured, saidMedian, timed } from '../rounds.ts'
import type { BenchRow } from '../row.ts'
import { type Size, sizes } from './scales.ts'
import { built, snapshotRows } from './snapshots.ts'
import { npiAt } from './standing-table.ts'

const QUESTIONS = 200_000
const ROUNDS = 11
const FIRST_DAY = dayNumber(day('2018-01-01'))

/** As a file gives them: nine digits and the check digit, of the NPI and of the group. */
interface Asks {
  readonly nines: Int32Array
  readonly checks: Uint8Array
  readonly days: Int32Array
  readonly groupNines: Int32Array
  readonly groupChecks: Uint8Array
  readonly questions: readonly Question[]
}

/** A tenth are not enrolled, a tenth name another group. */
function asksOf(enrollments: number): Asks {
  const chance = dice(2)
  const who = Int32Array.from({ length: QUESTIONS }, () => Math.trunc(chance() * enrollments * 1.1))
  const days = who.map(() => FIRST_DAY + Math.trunc(chance() * 2000))
  const groups = who.map((i) => nationalGroup(chance() < 0.1 ? i + 1 : i, enrollments))
  const nineOf = (i: number) => nationalKey(i) + 100_000_000
  const checksOf = (list: Int32Array) => Uint8Array.from(list, (i) => Number(npiAt(i)[9]))
  return {
    nines: who.map(nineOf),
    checks: checksOf(who),
    days,
    groupNines: groups.map(nineOf),
    groupChecks: checksOf(groups),
    questions: Array.from(who.subarray(0, QUESTIONS / 4), (i, at) => ({
      npi: npiAt(i),
      on: dayOfNumber(days[at]!) as Day,
      role: 'rendering',
      payee: npiAt(groups[at]!),
    })),
  }
}

const ask = newAsk()
const keys = new Int32Array(BLOCK)
const payees = new Int32Array(BLOCK)

/** One question after another. */
function oneByOne(s: Snapshot, a: Asks, payee: boolean): number {
  let yes = 0
  for (let from = 0; from < QUESTIONS; from += BLOCK) yes += oneByOneOf(s, a, payee, from)
  return yes
}
function oneByOneOf(s: Snapshot, { nines, checks, days, groupNines, groupChecks }: Asks, payee: boolean, from: number) {
  let yes = 0
  for (let i = from; i < from + BLOCK; i++) {
    ask.key = keyOf(nines[i]!, checks[i]!)
    ask.on = days[i]!
    ask.payee = payee ? keyOf(groupNines[i]!, groupChecks[i]!) : -2
    if (decideLink(s, ask) === 'all-held') yes++
  }
  return yes
}

/** A block's memory read ahead; the link alone, or with the record and the period that were judged. */
function inBlocks(s: Snapshot, a: Asks, payee: boolean, inFull: boolean): number {
  let yes = 0
  for (let from = 0; from < QUESTIONS; from += BLOCK) yes += blockOf(s, a, payee, inFull, from)
  return yes
}
function blockOf(s: Snapshot, a: Asks, payee: boolean, inFull: boolean, from: number): number {
  for (let i = 0; i < BLOCK; i++) {
    keys[i] = keyOf(a.nines[from + i]!, a.checks[from + i]!)
    payees[i] = payee ? keyOf(a.groupNines[from + i]!, a.groupChecks[from + i]!) : -2
  }
  const touched = readAhead(s, keys, payee ? payees : undefined, 0, BLOCK)
  let yes = 0
  for (let i = 0; i < BLOCK; i++) {
    ask.key = keys[i]!
    ask.on = a.days[from + i]!
    ask.payee = payees[i]!
    if ((inFull ? decide(s, ask).link : decideLink(s, ask)) === 'all-held') yes++
  }
  return yes + (touched & 0)
}

export async function eligibility(): Promise<readonly BenchRow[]> {
  const found: BenchRow[] = []
  for (const size of sizes()) found.push(...(await atSize(size)))
  return found
}

async function atSize(size: Size): Promise<readonly BenchRow[]> {
  const made = built(size)
  const s = made.snapshot
  const asks = asksOf(size.enrollments)
  const map = new Map(Array.from({ length: size.enrollments }, (_, i) => [nationalKey(i) + 100_000_000, i]))
  const job = (count: number, work: () => number) =>
    timed(() => {
      if (work() === 0) throw new Error('a benchmark whose every answer is no measures nothing')
      return count
    })
  const measured = await interleave(
    ROUNDS,
    job(QUESTIONS, () => asks.nines.reduce((n, nine) => n + (map.has(nine) ? 1 : 0), 0)),
    job(QUESTIONS, () => oneByOne(s, asks, false)),
    job(QUESTIONS, () => inBlocks(s, asks, false, false)),
    job(QUESTIONS, () => oneByOne(s, asks, true)),
    job(QUESTIONS, () => inBlocks(s, asks, true, false)),
    job(QUESTIONS, () => inBlocks(s, asks, true, true)),
    job(asks.questions.length, () =>
      asks.questions.reduce((n, q) => n + eligibilityText(s, q, decide(s, asked(q))).length, 0),
    ),
  )
  const base = measured[0]!
  const what = [
    ['verdict, one at a time', '>= 5 M/s'],
    ['verdict, blocks read ahead', '>= 5 M/s'],
    ['verdict with reassignment and payee, one at a time', '>= 3 M/s'],
    ['verdict with reassignment and payee, blocks read ahead', '>= 3 M/s'],
    ['the same, with the record and the period', '(watched)'],
    ['the same, from text to JSON text, one at a time', '>= 0.8 M/s'],
  ] as const
  const rows = what.map(([name, target], i): BenchRow => {
    const ours: Measured = measured[i + 1]!
    return {
      name: `${name} (${size.said})`,
      figure: ours.best,
      unit: 'verdicts/s a core',
      ratio: bestRatio(ours, base),
      against: `Map.has, ${(base.best / 1e6).toFixed(1)} M/s; ${saidMedian(ours, base)}`,
      target,
      growth: { job: name, scale: size.name, each: 1e6 / ours.best },
    }
  })
  return [...rows, ...(await snapshotRows(size, made))]
}
