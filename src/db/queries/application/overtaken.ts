/** Which drafts the record overtook: another version holds now than the one they were begun with. Reads only. */
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export async function listOvertaken(
  db: Db,
  permits: readonly Permit<'application.sign'>[],
): Promise<ReadonlySet<string>> {
  if (permits.length === 0) return new Set()
  const rows = await open(db)
    .selectFrom('application as a')
    .innerJoin('enrollment_version as v', (j) =>
      j.onRef('v.enrollment_id', '=', 'a.enrollment_id').onRef('v.ordinal', '>', 'a.basis_ordinal'),
    )
    .select('a.id')
    .distinct()
    .where(
      'a.id',
      'in',
      permits.map((p) => p.subjectId),
    )
    .where('v.known_to', 'is', null)
    .execute()
  return new Set(rows.map((r) => r.id))
}
