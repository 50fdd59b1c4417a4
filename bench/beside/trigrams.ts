/** The same people looked for by trigrams in PostgreSQL, with an index, when the server has them. */
import pg from 'pg'
import type { MatchParty } from '#domain/matching/match-party.ts'
import { at, STRIDE } from '#domain/matching/packed-people.ts'
import type { PackedParties } from '#domain/matching/party-index.ts'
import type { Job } from '../rounds.ts'
import type { World } from '../world.ts'

const SAMPLE = 40

/** Asks for the next `SAMPLE` people, and gives people a second on the clock; undefined without pg_trgm. */
export async function trigramJob(
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
