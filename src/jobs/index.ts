/** Every job, in the order in which a demonstration runs them: what queues messages before what sends them. */
import { deliveries } from './deliveries.ts'
import type { Job } from './job.ts'
import { reminders } from './reminders.ts'
import { upkeep } from './upkeep.ts'

export const jobs: readonly Job[] = [...reminders, ...upkeep, ...deliveries]
