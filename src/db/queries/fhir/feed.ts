/** What the job that publishes the directory follows: enrollees in order, the change feed, contractors. Reads only. */
import type { Permit } from '#domain/access/policy.ts'
import type { DirectoryContractor } from '#domain/fhir/party.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

/** NPIs of enrollees after one, in order. */
export async function enrolleeNpis(
  db: Db,
  _: Permit<'system.run'>,
  after: string,
  limit: number,
): Promise<readonly string[]> {
  const rows = await open(db)
    .selectFrom('enrollee')
    .select('npi')
    .where('npi', '>', after)
    .orderBy('npi')
    .limit(limit)
    .execute()
  return rows.map((r) => r.npi)
}

/** The highest numbers of the change feed, the highest first. */
export async function latestChanges(db: Db, _: Permit<'system.run'>, count: number): Promise<readonly number[]> {
  const rows = await open(db)
    .selectFrom('enrollment_change')
    .select('sequence')
    .orderBy('sequence', 'desc')
    .limit(count)
    .execute()
  return rows.map((r) => r.sequence)
}

export const directoryContractors = async (db: Db): Promise<readonly DirectoryContractor[]> =>
  open(db).selectFrom('contractor').select(['id', 'name', 'phone', 'email', 'address']).orderBy('id').execute()
