/** The batch endpoint's own work, JSON text in and JSON text out, against PostgreSQL's join with unnest of as many NPIs. */
import pg from 'pg'
import { eligibilityBatchRoute } from '#api/eligibility-batch.ts'
import { dice, nationalCounts, nationalKey, nationalSnapshot } from '#demo/national/national-snapshot.ts'
import { withCheckDigit } from '#domain/identifiers/npi.ts'
import { systemClock } from '#outside/clock.ts'
import { interleave, timed } from './rounds.ts'
import type { BenchRow } from './row.ts'
import type { World } from './world.ts'

const SIZE = 10_000
const SCALE = 0.1

export async function batches(world: World): Promise<readonly BenchRow[]> {
  const { snapshot } = nationalSnapshot(SCALE)
  const { enrollments } = nationalCounts(SCALE)
  const chance = dice(11)
  const npis = Array.from({ length: SIZE }, () =>
    withCheckDigit(String(nationalKey(Math.trunc(chance() * enrollments * 1.1)) + 100_000_000)),
  )
  const body = Buffer.from(
    JSON.stringify({ questions: npis.map((npi) => ({ npi, on: '2020-03-01', role: 'billing' })) }),
  )
  const parts = { keeper: { current: () => snapshot }, services: { clock: systemClock } } as unknown as Parameters<
    typeof eligibilityBatchRoute.handle
  >[1]
  const client = new pg.Client({ connectionString: world.url })
  await client.connect()
  try {
    await client.query('create unlogged table bench_standing (npi text primary key, from_on date, to_on date)')
    for (let from = 0; from < enrollments; from += 50_000)
      await client.query(`insert into bench_standing select unnest($1::text[]), '2010-01-01', null`, [
        Array.from({ length: Math.min(50_000, enrollments - from) }, (_, i) =>
          withCheckDigit(String(nationalKey(from + i) + 100_000_000)),
        ),
      ])
    await client.query('analyze bench_standing')
    const join = `select q.npi, s.npi is not null and s.from_on <= q.on_day and (s.to_on is null or q.on_day <= s.to_on) as yes
      from unnest($1::text[], $2::date[]) as q (npi, on_day) left join bench_standing s on s.npi = q.npi`
    const days = npis.map(() => '2020-03-01')
    const seconds = async (work: () => Promise<unknown>) => {
      const began = performance.now()
      await work()
      return SIZE / ((performance.now() - began) / 1000)
    }
    const [base, ours] = await interleave(
      7,
      () => seconds(() => client.query({ text: join, values: [npis, days], rowMode: 'array' })),
      timed(() => {
        const answer = eligibilityBatchRoute.handle(body, parts)
        if (!('body' in answer) || (answer.body as Uint8Array).length < SIZE * 50) throw new Error('no answers')
        return SIZE
      }),
    )
    return [
      {
        name: `batch of ${SIZE.toLocaleString('en-US')}, JSON in and out`,
        figure: ours!.perSecond,
        unit: 'verdicts/s a core',
        ratio: ours!.ratio,
        against: `PostgreSQL unnest join on the clock, ${Math.round(base!.perSecond).toLocaleString('en-US')}/s`,
        target: '>= 3 x and >= 0.8 M/s',
      },
    ]
  } finally {
    await client.query('drop table if exists bench_standing')
    await client.end()
  }
}
