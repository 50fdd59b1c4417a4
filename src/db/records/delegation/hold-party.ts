/** Two people who change who acts for a party do it one after the other, so that each sees what the other did. */
import type { Action, Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { isRowId } from '../../queries/application/applications.ts'

/** Holds the permit's party until the transaction ends. Rows that only refer to it may be written meanwhile. */
export async function holdParty(tx: Db, { subjectId }: Permit<Action>): Promise<void> {
  const k = open(tx)
  await (isRowId(subjectId)
    ? k.selectFrom('enrollee').select('id').where('id', '=', subjectId).forNoKeyUpdate().execute()
    : k.selectFrom('organization').select('id').where('id', '=', subjectId).forNoKeyUpdate().execute())
}
