/**
 * The same roster through DuckDB: CSV in, joined with a table of who is enrolled, CSV out with the columns that we
 * write. Filling the table does not count, and it has one row an NPI with the period that decides on the day, found
 * beforehand: less work than ours. That it finds as many who may bill is checked.
 */

import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nationalKey } from '#demo/national/national-snapshot.ts'
import { dayNumber, dayOfNumber, OPEN_DAY } from '#domain/eligibility/packing.ts'
import { statusOfCode } from '#domain/eligibility/snapshot.ts'
import { rosterStanding } from '#domain/roster/standing.ts'
import { orderText } from '#domain/roster/write-row.ts'
import { duckDb } from '../beside/duckdb.ts'
import { type InventedRoster, npiOf, ON } from './invented-roster.ts'

export interface RosterByDuck {
  /** Reads the roster and writes the answers. */
  run(): Promise<void>
  close(): Promise<void>
}

const REASON = `case when e.npi is null then 'not-enrolled' when e.link = 'npi-deactivated' then e.link
  when date '${ON}' < e.start then 'before-effective-date' when date '${ON}' > e.stop then e.link else 'all-held' end`

/** Undefined without DuckDB. */
export async function rosterByDuck(
  roster: InventedRoster,
  threads: number,
  yes: number,
): Promise<RosterByDuck | undefined> {
  const duck = await duckDb(threads)
  if (!duck) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'openpecos-bench-'))
  const [given, record, answers] = ['roster.csv', 'record.csv', 'answers.csv'].map((name) => join(folder, name))
  await writeFile(given!, roster.bytes)
  await writeRecord(record!, roster)
  const columns = `{npi: 'VARCHAR', link: 'VARCHAR', status: 'VARCHAR', start: 'DATE', stop: 'DATE', due: 'DATE', orders: 'VARCHAR'}`
  await duck.run(`create table enrolled as select * from read_csv('${record}', header = false, columns = ${columns})`)
  const asked = `read_csv('${given}', header = true, columns = {npi: 'VARCHAR', name: 'VARCHAR', city: 'VARCHAR'})`
  const found = await duck.number(
    `select count(*) from ${asked} r left join enrolled e using (npi) where ${REASON} = 'all-held'`,
  )
  if (found !== yes) throw new Error(`DuckDB finds ${found} who may bill, we find ${yes}`)
  return {
    async run() {
      await duck.run(`copy (select row_number() over () + 1 as line, r.npi,
        case when ${REASON} = 'all-held' then 'yes' else 'no' end as billing, ${REASON} as reason, e.status, e.start,
        e.stop, e.due, e.orders, null as excluded_since, null as problem
        from ${asked} r left join enrolled e using (npi)) to '${answers}' (header)`)
    },
    close: () => rm(folder, { recursive: true, force: true }),
  }
}

async function writeRecord(path: string, { snapshot, enrollments }: InventedRoster): Promise<void> {
  const out = createWriteStream(path)
  const on = dayNumber(ON)
  const text = (n: number): string => (n < 0 || n === OPEN_DAY ? '' : dayOfNumber(n))
  for (let i = 0; i < enrollments; i++) {
    const r = rosterStanding(snapshot, nationalKey(i), on)
    const cells = [
      npiOf(i),
      r.link,
      statusOfCode(r.status) ?? '',
      text(r.from),
      text(r.to),
      text(r.revalidation),
      orderText(r.orders),
    ]
    if (!out.write(`${cells.join(',')}\n`)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}
