/** Writes of bars to enroll again: imposed with a decision, lifted with the one that takes it back. */
import type { Permit } from '#domain/access/policy.ts'
import type { Bar } from '#domain/decisions/plan.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

type Deciding = Permit<'enrollment.decide' | 'appeal.hear'>

export async function insertBar(tx: Db, _: Deciding, decisionId: string, enrolleeId: string, bar: Bar): Promise<void> {
  await open(tx)
    .insertInto('re_enrollment_bar')
    .values({
      decision_id: decisionId,
      enrollee_id: enrolleeId,
      from_on: bar.from,
      until_on: bar.until,
      lifted_at: null,
    })
    .execute()
}

export async function liftBar(tx: Db, _: Deciding, decisionId: string, at: Date): Promise<void> {
  await open(tx)
    .updateTable('re_enrollment_bar')
    .set({ lifted_at: at })
    .where('decision_id', '=', decisionId)
    .where('lifted_at', 'is', null)
    .execute()
}
