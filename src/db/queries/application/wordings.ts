/** Wordings of a contractor with which information is asked for, each with all its versions. Reads only. */
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export interface StoredWording {
  readonly id: string
  readonly version: number
  readonly label: string
  readonly words: string
  readonly cite: string
  readonly retired: boolean
  readonly changedBy: string | undefined
  readonly changedAt: Date
}

/** Every version, oldest first. Reference data of the desk: no permit, as with the contractor itself. */
export async function listWordingVersions(db: Db, contractorId: string): Promise<readonly StoredWording[]> {
  const rows = await open(db)
    .selectFrom('development_wording as d')
    .leftJoin('app_user as u', 'u.id', 'd.changed_by')
    .select(['d.id', 'd.version', 'd.label', 'd.words', 'd.cite', 'd.retired', 'd.changed_at', 'u.display_name'])
    .where('d.contractor_id', '=', contractorId)
    .orderBy('d.id')
    .orderBy('d.version')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    version: r.version,
    label: r.label,
    words: r.words,
    cite: r.cite,
    retired: r.retired,
    changedBy: r.display_name ?? undefined,
    changedAt: r.changed_at,
  }))
}
