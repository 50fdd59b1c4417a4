/**
 * One eligibility question a request over HTTP on loopback, beside a bare node:http hello, the same in Fastify, and Fastify
 * with one indexed select. Each server has a thread of its own and is counted by its processor; a thousand different NPIs.
 */
import { dice } from '#demo/national/national-snapshot.ts'
import { requests } from '../load.ts'
import { bestRatio, interleave, type Measured, saidMedian } from '../rounds.ts'
import type { BenchRow } from '../row.ts'
import { type Server, start } from '../servers.ts'
import type { World } from '../world.ts'
import { type Size, sizes } from './scales.ts'
import { npiAt, standingTable } from './standing-table.ts'

const ROUNDS = 9
const ADDRESSES = 1_000

export async function overHttp(program: URL, world: World): Promise<readonly BenchRow[]> {
  const table = await standingTable(world.url)
  const hello = await start(program, { kind: 'hello' })
  const fastify = await start(program, { kind: 'fastify' })
  const select = await start(program, { kind: 'select', url: world.url })
  try {
    const found: BenchRow[] = []
    for (const size of sizes()) {
      await table.growTo(size.enrollments)
      const portal = await start(program, { kind: 'portal', world, nation: size.scale })
      try {
        found.push(...(await atSize(size, { hello, fastify, select, portal })))
      } finally {
        await portal.stop()
      }
    }
    return found
  } finally {
    await Promise.all([hello, fastify, select].map((s) => s.stop()))
    await table.drop()
  }
}

async function atSize(
  { name, said, enrollments }: Size,
  { hello, fastify, select, portal }: Readonly<Record<'hello' | 'fastify' | 'select' | 'portal', Server>>,
): Promise<readonly BenchRow[]> {
  const chance = dice(5)
  const npis = Array.from({ length: ADDRESSES }, () => npiAt(Math.trunc(chance() * enrollments * 1.1)))
  const asked = npis.map((npi, i) => `/api/v1/eligibility?npi=${npi}&on=20${10 + (i % 10)}-03-${10 + (i % 20)}`)
  const [bare, framework, selected, ours, again] = (await interleave(
    ROUNDS,
    requests({ server: hello, path: '/' }),
    requests({ server: fastify, path: '/' }),
    requests({ server: select, path: npis.map((npi) => `/?npi=${npi}`) }),
    requests({ server: portal, path: asked }),
    requests({ server: portal, path: asked[0]! }),
  )) as [Measured, Measured, Measured, Measured, Measured]
  const row = (what: string, it: Measured, base: Measured, of: string, target: string): BenchRow => ({
    name: `${what} (${said})`,
    figure: it.best,
    unit: 'a core second',
    ratio: bestRatio(it, base),
    against: `${of}, ${Math.round(base.best).toLocaleString('en-US')}/s; ${saidMedian(it, base)}`,
    target,
  })
  const job = 'eligibility over HTTP'
  return [
    { ...row(job, ours, bare, 'node:http hello', '>= 0.80 x'), growth: { job, scale: name, each: 1e6 / ours.best } },
    row(`${job}, one address again and again`, again, bare, 'node:http hello', '(watched)'),
    row(job, ours, framework, 'Fastify hello', '(watched)'),
    row(job, ours, selected, 'Fastify and one select by pg, without the work of PostgreSQL', '(watched)'),
    row('Fastify hello', framework, bare, 'node:http hello', '(watched)'),
    row('Fastify and one select by pg', selected, bare, 'node:http hello', '(watched)'),
  ]
}
