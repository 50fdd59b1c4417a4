/**
 * A claim file through the whole check (reader, loops, verdicts, sums) against what only parses: node-x12, its
 * stream, x12-parser; and against one native search a segment, the floor of touching every segment at all. Synthetic
 * claims of about 500 bytes; BENCH_CLAIMS scales them (default 300,000); the parsers get a hundredth, their speed is the
 * same. Two threads are set against one (two-threads.ts).
 */
import { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { X12Parser } from 'node-x12'
import { X12parser } from 'x12-parser'
import { ClaimCheck } from '#domain/claims/claim-check.ts'
import {
  type PlannedBatch,
  type PlannedClaim,
  type PlannedProvider,
  writeClaims,
} from '#domain/claims/synthetic-837.ts'
import { addDays, type Day, day } from '#domain/dates.ts'
import { buildSnapshot } from '#domain/eligibility/build-snapshot.ts'
import type { EnrollmentRow, ReassignmentRow } from '#domain/eligibility/rows.ts'
import type { Snapshot } from '#domain/eligibility/snapshot.ts'
import { withCheckDigit } from '#domain/identifiers/npi.ts'
import { openClaimCheck } from '#use-cases/claims/check-claims.ts'
import { interleave, timed } from './rounds.ts'
import { type BenchRow, scales } from './row.ts'
import { besideEachOther, twoThreadRows } from './two-threads.ts'

const CHUNK = 65_536
const ROUNDS = 5
const PEOPLE = 100_000
const GROUPS = 5_000
const known = { knownFrom: day('2020-01-01') }

/** A small generator of numbers, so that every run has the same file. */
const numbers = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return seed / 4_294_967_296
}
const npiOf = (i: number): string => withCheckDigit(String(100_000_000 + i * 7))
const person = (i: number): PlannedProvider => ({ npi: npiOf(i), last: `NAME${i}`, first: 'ANN' })
const group = (i: number): PlannedProvider => ({ npi: npiOf(PEOPLE + i), last: `GROUP ${i}` })
const idOf = (type: 'I' | 'O', i: number): string => `${type}20200101${String(i).padStart(6, '0')}`

function record(): Snapshot {
  const enrollments: EnrollmentRow[] = []
  const reassignments: ReassignmentRow[] = []
  for (let i = 0; i < PEOPLE + GROUPS; i++) {
    const type = i < PEOPLE ? 'I' : 'O'
    enrollments.push({
      npi: npiOf(i),
      enrollmentId: idOf(type, i),
      specialty: '14-08',
      type,
      name: type === 'I' ? { last: `NAME${i}`, first: 'ANN' } : { organization: `GROUP ${i - PEOPLE}` },
      periods: [{ status: 'approved', from: addDays(day('2020-01-01'), i % 1_500), ...known }],
      orderRefer: ['part-b', 'dme'],
    })
    if (type === 'I')
      reassignments.push({
        fromEnrollmentId: idOf('I', i),
        toEnrollmentId: idOf('O', PEOPLE + (i % GROUPS)),
        from: day('2020-01-01'),
        ...known,
      })
  }
  const registry = enrollments.map((e) => ({ npi: e.npi }))
  return buildSnapshot(
    { enrollments, reassignments, registry, orderListLoaded: true },
    { sequence: 1, asOf: day('2026-01-01') },
    { history: false },
  )
}

/** What real claims carry besides: eight segments that say nothing of providers, so that a claim has about 500 bytes. */
const BESIDES =
  'REF*G1*AUTH1234567890~REF*D9*17312345600006351~AMT*F5*25.5~PWK*OZ*BM***AC*DMN0012~NTE*ADD*SAMPLE NOTE OF THE CLAIM~CR1*LB*140**A*DH*12~CRC*07*Y*01~K3*SAMPLE~'
const ADDED = BESIDES.split('~').length - 1

function withBesides(interchange: string): string {
  let claims = 0
  const text = interchange.replaceAll('~HI*', () => {
    claims++
    return `~${BESIDES}HI*`
  })
  return text.replace(/~SE\*(\d+)\*/, (_, count) => `~SE*${Number(count) + claims * ADDED}*`)
}

/** Interchanges of twenty providers with fifty claims each; one rendering in twelve is of another group. */
function file(claims: number): Buffer {
  const random = numbers(7)
  const parts: string[] = []
  for (let made = 0; made < claims; ) {
    const batches: PlannedBatch[] = []
    for (let b = 0; b < 20 && made < claims; b++) {
      const g = Math.trunc(random() * GROUPS)
      const own: PlannedClaim[] = []
      for (let c = 0; c < 50 && made < claims; c++, made++) {
        const on: Day = addDays(day('2025-01-01'), Math.trunc(random() * 360))
        const who = Math.trunc((random() * PEOPLE) / GROUPS) * GROUPS + g + (random() < 1 / 12 ? 1 : 0)
        own.push({
          number: `C${made}`,
          cents: 5_000 + Math.trunc(random() * 90_000),
          days: random() < 0.3 ? [on, addDays(on, 1)] : [on],
          providers: {
            rendering: person(who % PEOPLE),
            ...(random() < 0.4 && { referring: person(Math.trunc(random() * PEOPLE)) }),
          },
        })
      }
      batches.push({ billing: group(g), claims: own })
    }
    parts.push(withBesides(writeClaims({ kind: 'professional', madeOn: day('2026-01-01'), batches, newline: false })))
  }
  return Buffer.from(parts.join(''), 'latin1')
}

function check(snapshot: Snapshot, bytes: Buffer): number {
  const run = new ClaimCheck(snapshot)
  for (let at = 0; at < bytes.length; at += CHUNK) run.feed(bytes.subarray(at, at + CHUNK))
  return run.finish().summary.claims.claims
}

/** The way of the portal, the API and the command line. */
async function checkBy(threads: number, snapshot: Snapshot, bytes: Buffer): Promise<void> {
  const intake = openClaimCheck(snapshot, {}, { threads })
  for (let at = 0; at < bytes.length; at += CHUNK * 4) await intake.feed(bytes.subarray(at, at + CHUNK * 4))
  await intake.finish()
}

/** One native search a segment: what touching each of them costs at least. */
function searchEach(bytes: Buffer): number {
  let segments = 0
  for (let at = bytes.indexOf(126); at >= 0; at = bytes.indexOf(126, at + 1)) segments++
  return segments
}

const discard = () => new Writable({ objectMode: true, write: (_, __, done) => done() })

export async function claims(): Promise<readonly BenchRow[]> {
  const count = Number(process.env.BENCH_CLAIMS ?? 300_000)
  const snapshot = record()
  const bytes = file(count)
  const few = Math.max(1_000, Math.trunc(count / 100))
  const part = file(few)
  const tenth = file(Math.trunc(count / 10))
  const one = file(5_000).toString('latin1')
  const before = process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed
  check(snapshot, bytes)
  const grown = (process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed - before) / 2 ** 20
  const [ours, parse, stream, other, floor, small, middle] = await interleave(
    ROUNDS,
    timed(() => check(snapshot, bytes)),
    timed(() => {
      new X12Parser(false).parse(one)
      return 5_000
    }),
    timed(async () => {
      await pipeline(Readable.from([part]), new X12Parser(false), discard())
      return few
    }),
    timed(async () => {
      await pipeline(Readable.from([part]), new X12parser(), discard())
      return few
    }),
    timed(() => {
      searchEach(bytes)
      return count
    }),
    timed(() => check(snapshot, part)),
    timed(() => check(snapshot, tenth)),
  )
  const apart = await besideEachOther(ROUNDS, (threads) => checkBy(threads, snapshot, bytes))
  const row = (against: string, ratio: number, target: string): BenchRow => ({
    name: 'claims checked',
    figure: ours!.perSecond,
    unit: 'claims/s',
    ratio: 1 / ratio,
    against,
    target,
  })
  const sizes = [small!, middle!, ours!]
  return [
    row('node-x12 parse, which only parses', parse!.ratio, '>= 80 x'),
    row('node-x12 stream, which only parses', stream!.ratio, '>= 20 x'),
    row('x12-parser stream, which only parses', other!.ratio, ''),
    row('one native search a segment', floor!.ratio, '>= 0.1 x'),
    ...twoThreadRows('claims checked', count, 'claims/s', apart),
    ...scales.map(
      (scale, i): BenchRow => ({
        name: `claims checked (${scale})`,
        figure: sizes[i]!.perSecond,
        unit: 'claims/s',
        ratio: sizes[i]!.ratio,
        against: 'the whole file',
        target: '',
        growth: { job: 'claim checked', scale, each: 1e6 / sizes[i]!.perSecond },
      }),
    ),
    {
      name: 'claim file read',
      figure: (ours!.perSecond * bytes.length) / count / 1e6,
      unit: 'MB/s',
      ratio: Math.max(grown, 0) / (bytes.length / 2 ** 20),
      against: 'memory kept for each byte of the file',
      target: 'flat',
    },
  ]
}
