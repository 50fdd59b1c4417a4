/** Words of the provider's portal. */
import { dashboard, start } from './portal/dashboard.ts'
import { change, enrollment, inbox } from './portal/enrollment.ts'
import { section, tasks } from './portal/tasks.ts'
import { time } from './portal/time.ts'
import { submitted, tracking, withdrawal } from './portal/tracking.ts'

export const portal = {
  dashboard,
  start,
  tasks,
  section,
  time,
  tracking,
  withdrawal,
  submitted,
  enrollment,
  change,
  inbox,
}
