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
import type { Snapshot } from '#domain/eligibility/snapshot.ts'
import { openClaimCheck } from '#use-cases/claims/check-claims.ts'
import { interleave, type Measured, timed } from '../rounds.ts'
import { type BenchRow, scales } from '../row.ts'
import { besideEachOther, twoThreadRows } from '../two-threads.ts'
import { claimsFile, claimsRecord } from './claims-file.ts'

const CHUNK = 65_536
const ROUNDS = 7

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
  const snapshot = claimsRecord()
  const bytes = claimsFile(count)
  const few = Math.max(1_000, Math.trunc(count / 100))
  const part = claimsFile(few)
  const tenth = claimsFile(Math.trunc(count / 10))
  const one = claimsFile(5_000).toString('latin1')
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
  const row = (against: string, other: Measured, target: string): BenchRow => ({
    name: `claims checked, best round ${Math.round(ours!.best / 1000).toLocaleString('en-US')} k/s`,
    figure: ours!.perSecond,
    unit: 'claims/s',
    ratio: 1 / other.ratio,
    against: `${against}, ${Math.round(other.perSecond).toLocaleString('en-US')}/s (best rounds: ${(ours!.best / other.best).toPrecision(3)} x)`,
    target,
  })
  const sizes = [small!, middle!, ours!]
  return [
    row('node-x12 parse, which only parses', parse!, '>= 80 x'),
    row('node-x12 stream, which only parses', stream!, '>= 20 x'),
    row('x12-parser stream, which only parses', other!, ''),
    row('one native search a segment', floor!, '>= 0.1 x'),
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
