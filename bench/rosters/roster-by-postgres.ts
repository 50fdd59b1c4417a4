/** The same roster through PostgreSQL, as far as "enrolled, yes or no": into a table, and joined with who is enrolled. */
import pg from 'pg'
import type { World } from '../world.ts'

/** Seconds; filling the table of the enrolled does not count. */
export async function rosterByPostgres(
  { url }: World,
  lines: readonly string[],
  enrolled: ReadonlyMap<string, number>,
): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const load = async (table: string, npis: readonly string[]) => {
      for (let i = 0; i < npis.length; i += 200_000)
        await client.query(`insert into ${table} select unnest($1::text[])`, [npis.slice(i, i + 200_000)])
    }
    await client.query('create unlogged table bench_enrolled (npi text primary key)')
    await client.query('create unlogged table bench_roster (npi text)')
    await load('bench_enrolled', [...enrolled.keys()])
    await client.query('analyze bench_enrolled')
    const npis = lines.map((l) => l.slice(0, 10))
    const began = performance.now()
    await load('bench_roster', npis)
    const { rows } = await client.query({
      text: 'select r.npi, e.npi is not null as yes from bench_roster r left join bench_enrolled e using (npi)',
      rowMode: 'array',
    })
    if (rows.length !== npis.length) throw new Error('rows are missing')
    return (performance.now() - began) / 1000
  } finally {
    await client.query('drop table if exists bench_enrolled, bench_roster')
    await client.end()
  }
}
