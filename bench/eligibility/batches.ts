/**
 * The batch endpoint's own work, bytes of JSON in and bytes of JSON out, against PostgreSQL's join with unnest of as many
 * NPIs, and against reading and writing the same JSON without asking anything.
 */
import { eligibilityBatchRoute } from '#api/eligibility-batch.ts'
import { dice, nationalGroup, nationalSnapshot } from '#demo/national/national-snapshot.ts'
import { systemClock } from '#outside/clock.ts'
import { bestRatio, interleave, type Job, type Measured, saidMedian, timed } from '../rounds.ts'
import type { BenchRow } from '../row.ts'
import type { World } from '../world.ts'
import { type Size, sizes } from './scales.ts'
import { npiAt, STANDING, type StandingTable, standingTable } from './standing-table.ts'

const QUESTIONS = 10_000
const ROUNDS = 11
const SELECTS = 1_000

export async function batches(world: World): Promise<readonly BenchRow[]> {
  const table = await standingTable(world.url)
  try {
    const found: BenchRow[] = []
    for (const size of sizes()) {
      await table.growTo(size.enrollments)
      found.push(...(await atSize(size, table)))
    }
    return found
  } finally {
    await table.drop()
  }
}

type Parts = Parameters<typeof eligibilityBatchRoute.handle>[1]

async function atSize(size: Size, { client }: StandingTable): Promise<readonly BenchRow[]> {
  const { snapshot } = nationalSnapshot(size.scale)
  const chance = dice(11)
  const who = Array.from({ length: QUESTIONS }, () => Math.trunc(chance() * size.enrollments * 1.1))
  const npis = who.map(npiAt)
  const days = who.map((_, i) => `20${10 + (i % 12)}-0${1 + (i % 9)}-${10 + (i % 18)}`)
  const bodyOf = (more: (i: number) => object) =>
    Buffer.from(JSON.stringify({ questions: npis.map((npi, i) => ({ npi, on: days[i], ...more(i) })) }))
  const billing = bodyOf(() => ({ role: 'billing' }))
  const rendering = bodyOf((i) => ({
    role: 'rendering',
    payee: npiAt(nationalGroup(chance() < 0.1 ? who[i]! + 1 : who[i]!, size.enrollments)),
  }))
  const parts = { keeper: { current: () => snapshot }, services: { clock: systemClock } } as unknown as Parts
  const answered = (body: Buffer): Uint8Array => {
    const answer = eligibilityBatchRoute.handle(body, parts)
    if (!('body' in answer) || !(answer.body instanceof Uint8Array)) throw new Error('no answers')
    return answer.body
  }
  const inTurn = (body: Buffer): Job =>
    timed(() => {
      if (answered(body).length < QUESTIONS * 50) throw new Error('no answers')
      return QUESTIONS
    })
  const join = `select q.npi, s.npi is not null and s.from_on <= q.on_day and (s.to_on is null or q.on_day <= s.to_on) as yes
    from unnest($1::text[], $2::date[]) as q (npi, on_day) left join ${STANDING} s on s.npi = q.npi`
  const select = `select npi, from_on, to_on from ${STANDING} where npi = $1`
  const answers = Buffer.from(answered(billing))
  const [joined, selected, parsed, ours, whole] = (await interleave(
    ROUNDS,
    onTheClock(QUESTIONS, () => client.query({ text: join, values: [npis, days], rowMode: 'array' })),
    onTheClock(SELECTS, async () => {
      for (let i = 0; i < SELECTS; i++) await client.query({ name: 'one', text: select, values: [npis[i]] })
    }),
    timed(() => {
      if (JSON.parse(billing.toString()).questions.length !== QUESTIONS) throw new Error('no questions')
      JSON.stringify(JSON.parse(answers.toString()))
      return QUESTIONS
    }),
    inTurn(billing),
    inTurn(rendering),
  )) as [Measured, Measured, Measured, Measured, Measured]
  const row = (what: string, it: Measured, base: Measured, of: string, target: string): BenchRow => ({
    name: `${what} (${size.said})`,
    figure: it.best,
    unit: 'verdicts/s a core',
    ratio: bestRatio(it, base),
    against: `${of}, ${Math.round(base.best).toLocaleString('en-US')}/s; ${saidMedian(it, base)}`,
    target,
  })
  const job = `batch of ${QUESTIONS.toLocaleString('en-US')}, JSON in and out`
  const target = '>= 3 x and >= 0.8 M/s'
  return [
    {
      ...row(job, ours, joined, 'PostgreSQL unnest join on the clock', target),
      growth: { job, scale: size.name, each: 1e6 / ours.best },
    },
    row(`${job}, reassignment and payee`, whole, joined, 'PostgreSQL unnest join on the clock', target),
    row(job, ours, parsed, 'JSON.parse of questions, JSON.parse and stringify of answers', '(watched)'),
    row(job, ours, selected, 'PostgreSQL, one indexed select after another on the clock', '(watched)'),
  ]
}

/** What a database does is not work of this process. */
const onTheClock =
  (count: number, work: () => Promise<unknown>): Job =>
  async () => {
    const began = performance.now()
    await work()
    return count / ((performance.now() - began) / 1000)
  }
