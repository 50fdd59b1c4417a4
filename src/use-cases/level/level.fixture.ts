/** An analyst to whom everything that the screening level asks for comes, and passes. */
import type { Db } from '#db/db.ts'
import { listTasks } from '#db/queries/application/case-tasks.ts'
import type { Permit } from '#domain/access/policy.ts'
import { isLevelAsk } from '#domain/review/level/level-asks.ts'
import { office } from '../case/desk.fixture.ts'
import { finishTask } from '../tasks/finish-task.ts'

export async function bringAsked(db: Db, permit: Permit<'application.review'>, now: Date): Promise<void> {
  for (const task of await listTasks(db, permit)) {
    if (task.state !== 'open' || !isLevelAsk(task.kind)) continue
    const result = task.kind === 'site-visit' ? 'operational' : 'no-record'
    const done = await finishTask(db, permit, task.id, { result, report: {} }, office, now)
    if (!done.ok) throw new Error(done.problem.code)
  }
}
