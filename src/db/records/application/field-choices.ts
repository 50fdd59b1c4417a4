/** Writes of what is settled between an application and a record that changed after it was begun. */
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export interface NewFieldChoice {
  readonly sectionId: string
  readonly itemId: string
  readonly question: string
  readonly keep: 'record' | 'mine'
}

/** Settled again, the newer choice holds. */
export async function saveFieldChoices(
  tx: Db,
  permit: Permit<'application.review'>,
  recordOrdinal: number,
  choices: readonly NewFieldChoice[],
  because: string,
  at: Date,
): Promise<void> {
  const said = { because, chosen_by: permit.actor.userId, chosen_at: at }
  for (const c of choices)
    await open(tx)
      .insertInto('field_choice')
      .values({
        application_id: permit.subjectId,
        record_ordinal: recordOrdinal,
        section_id: c.sectionId,
        item_id: c.itemId,
        question: c.question,
        keep: c.keep,
        ...said,
      })
      .onConflict((o) =>
        o
          .columns(['application_id', 'record_ordinal', 'section_id', 'item_id', 'question'])
          .doUpdateSet({ keep: c.keep, ...said }),
      )
      .execute()
}

/** The application goes on from this version of the record: what the record changed meanwhile is in its answers now. */
export async function setBasis(tx: Db, permit: Permit<'application.edit'>, ordinal: number, at: Date): Promise<void> {
  await open(tx)
    .updateTable('application')
    .set((e) => ({ basis_ordinal: ordinal, updated_at: at, version: e('version', '+', 1) }))
    .where('id', '=', permit.subjectId)
    .execute()
}
