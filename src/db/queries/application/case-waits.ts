/** How much of a case waits for a look: its open tasks, and the notes that colleagues left. */
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import type { ApplicationPermit } from './applications.ts'

export interface CaseWaits {
  readonly openTasks: number
  readonly notes: number
}

/** Both counts by one look. */
export async function countWaits(db: Db, permit: ApplicationPermit): Promise<CaseWaits> {
  const row = await open(db)
    .selectNoFrom((e) => [
      e
        .selectFrom('case_task')
        .select((x) => x.fn.countAll<string>().as('n'))
        .where('application_id', '=', permit.subjectId)
        .where('state', '=', 'open')
        .as('tasks'),
      e
        .selectFrom('application_event')
        .select((x) => x.fn.countAll<string>().as('n'))
        .where('application_id', '=', permit.subjectId)
        .where('event', '=', 'note')
        .as('notes'),
    ])
    .executeTakeFirstOrThrow()
  return { openTasks: Number(row.tasks), notes: Number(row.notes) }
}
