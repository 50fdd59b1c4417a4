/** Reads of what was settled between an application and a record that changed after it was begun. */
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import type { ApplicationPermit } from './applications.ts'

/** By "section/item/question", what was settled against this version of the record. */
export async function listFieldChoices(
  db: Db,
  permit: ApplicationPermit,
  recordOrdinal: number,
): Promise<ReadonlyMap<string, 'record' | 'mine'>> {
  const rows = await open(db)
    .selectFrom('field_choice')
    .select(['section_id', 'item_id', 'question', 'keep'])
    .where('application_id', '=', permit.subjectId)
    .where('record_ordinal', '=', recordOrdinal)
    .execute()
  return new Map(rows.map((r) => [`${r.section_id}/${r.item_id}/${r.question}`, r.keep]))
}
