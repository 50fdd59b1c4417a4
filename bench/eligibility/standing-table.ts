/** The table that a user of PostgreSQL would ask: who is enrolled from when to when, by NPI. As large as the nation is. */
import pg from 'pg'
import { nationalKey } from '#demo/national/national-snapshot.ts'
import { withCheckDigit } from '#domain/identifiers/npi.ts'

export const STANDING = 'bench_standing'
const PIECE = 100_000

export const npiAt = (i: number): string => withCheckDigit(String(nationalKey(i) + 100_000_000))

export interface StandingTable {
  readonly client: pg.Client
  /** Grows to so many enrollments. */
  growTo(enrollments: number): Promise<void>
  drop(): Promise<void>
}

export async function standingTable(url: string): Promise<StandingTable> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`create unlogged table if not exists ${STANDING} (npi text primary key, from_on date, to_on date)`)
  await client.query(`truncate ${STANDING}`)
  let size = 0
  return {
    client,
    async growTo(enrollments) {
      for (; size < enrollments; size = Math.min(enrollments, size + PIECE))
        await client.query(`insert into ${STANDING} select unnest($1::text[]), '2010-01-01', null`, [
          Array.from({ length: Math.min(PIECE, enrollments - size) }, (_, i) => npiAt(size + i)),
        ])
      await client.query(`vacuum analyze ${STANDING}`)
    },
    async drop() {
      await client.query(`drop table ${STANDING}`)
      await client.end()
    },
  }
}
