/** Explanations of differences, written before signing. Reads only. */
import { createHash } from 'node:crypto'
import type { ComparisonFinding } from '#domain/review/comparison/comparison.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import type { ApplicationPermit } from './applications.ts'

/** Under which an explanation is kept: the finding and both its values, so that it explains no other difference. */
export const noteKey = (f: ComparisonFinding): string =>
  `${f.id}~${createHash('sha256')
    .update(JSON.stringify([f.ours, f.theirs ?? null]))
    .digest('hex')
    .slice(0, 16)}`

/** Explanations by `noteKey`. */
export async function listPreflightNotes(db: Db, permit: ApplicationPermit): Promise<ReadonlyMap<string, string>> {
  const rows = await open(db)
    .selectFrom('preflight_note')
    .select(['finding_id', 'explanation'])
    .where('application_id', '=', permit.subjectId)
    .execute()
  return new Map(rows.map((r) => [r.finding_id, r.explanation]))
}
