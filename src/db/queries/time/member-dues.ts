/** When the members of a group have to revalidate: those who reassign benefits to it on a day. Reads only. */
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { type TimedEnrollment, timed, withDues } from './due-facts.ts'

/** More members than this are looked up in the published list. */
const MOST = 2000

/** The permit's subject is the group's enrollment. The sooner due first; those without a date are left out. */
export async function listMemberDues(
  db: Db,
  permit: Permit<'roster.view'>,
  on: Day,
): Promise<readonly TimedEnrollment[]> {
  const members = open(db)
    .selectFrom('reassignment as r')
    .select('r.from_enrollment_id')
    .where('r.to_enrollment_id', '=', permit.subjectId)
    .where('r.known_to', 'is', null)
    .where('r.from_on', '<=', on)
    .where((e) => e.or([e('r.to_on', 'is', null), e('r.to_on', '>=', on)]))
  const rows = await timed(db)
    .where('n.id', 'in', members)
    .where('n.status', 'in', ['approved', 'stayed'])
    .orderBy('n.id')
    .limit(MOST)
    .execute()
  return (await withDues(db, rows)).filter((e) => e.due).sort((a, b) => (a.due! < b.due! ? -1 : 1))
}
