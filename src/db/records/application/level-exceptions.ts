/** Writes of exceptions from what the screening level asks for. Only use-cases call these, with the case locked. */
import { randomUUID } from 'node:crypto'
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import type { LevelException } from '../../queries/application/level-exceptions.ts'

export async function insertException(
  tx: Db,
  permit: Permit<'application.review'>,
  e: Pick<LevelException, 'kind' | 'ground' | 'reliedOn' | 'reason'>,
  at: Date,
): Promise<void> {
  await open(tx)
    .insertInto('level_exception')
    .values({
      id: randomUUID(),
      application_id: permit.subjectId,
      kind: e.kind,
      ground: e.ground,
      relied_on: e.reliedOn ?? null,
      reason: e.reason,
      state: 'asked',
      asked_by: permit.actor.userId,
      asked_at: at,
      answered_by: null,
      answered_at: null,
      answer: null,
    })
    .execute()
}

/** Writes the answer to what is still asked. */
export async function answerException(
  tx: Db,
  permit: Permit<'application.decide'>,
  id: string,
  said: { readonly state: 'granted' | 'refused'; readonly answer: string },
  at: Date,
): Promise<void> {
  await open(tx)
    .updateTable('level_exception')
    .set({ state: said.state, answer: said.answer, answered_by: permit.actor.userId, answered_at: at })
    .where('id', '=', id)
    .where('application_id', '=', permit.subjectId)
    .where('state', '=', 'asked')
    .execute()
}
