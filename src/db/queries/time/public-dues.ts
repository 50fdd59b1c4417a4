/** What anybody may know of revalidations: the enrollment, its state and its date. Reads only. */
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { timed, withDues } from './due-facts.ts'

export interface PublicDue {
  readonly id: string
  readonly form: string
  readonly state: string
  readonly due: Day
}

/** Approved or stayed enrollments of an NPI that have a date. */
export async function findPublicDues(db: Db, _: Permit<'public.view'>, npi: string): Promise<readonly PublicDue[]> {
  const enrollee = await open(db).selectFrom('enrollee').select('id').where('npi', '=', npi).executeTakeFirst()
  if (!enrollee) return []
  const rows = await timed(db)
    .where('n.enrollee_id', '=', enrollee.id)
    .where('n.status', 'in', ['approved', 'stayed'])
    .orderBy('n.id')
    .execute()
  return (await withDues(db, rows)).flatMap(({ id, form, state, due }) => (due ? [{ id, form, state, due }] : []))
}
