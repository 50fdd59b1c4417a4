/** Keeps explanations of differences. Only use-cases call this, with the application's row held. */
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

/** The last words count. `key` is `noteKey` of the finding. */
export async function savePreflightNote(
  tx: Db,
  permit: Permit<'application.edit'>,
  key: string,
  explanation: string,
  at: Date,
): Promise<void> {
  const noted = { explanation, noted_by: permit.actor.userId, noted_at: at }
  await open(tx)
    .insertInto('preflight_note')
    .values({ application_id: permit.subjectId, finding_id: key, ...noted })
    .onConflict((c) => c.columns(['application_id', 'finding_id']).doUpdateSet(noted))
    .execute()
}
