/** Words of the provider's portal. */
import { dashboard, start } from './portal/dashboard.ts'
import { section, tasks } from './portal/tasks.ts'
import { time } from './portal/time.ts'

export const portal = { dashboard, start, tasks, section, time }
