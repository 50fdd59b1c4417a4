/** Where in a case that is settled which keeps it from going on, as the path of a page, perhaps with a part. Pure. */
import { isCheckedTask } from '#domain/review/queues/case-tasks.ts'
import { casePath } from './loaded-case.ts'

/** `rule` is a kind of check, or a rule about the case itself; undefined for what nothing settles. */
export function whereSettled(applicationId: string, rule: string): string | undefined {
  if (rule === 'task' || isCheckedTask(rule)) return casePath(applicationId, '/tasks')
  if (rule === 'license-board') return casePath(applicationId, '/screening#license-by-hand')
  if (rule === 'development') return casePath(applicationId, '/history#requests')
  return rule === 'signature-age' ? undefined : casePath(applicationId, '/screening')
}
