/** Every job, in the order in which a demonstration runs them: what queues messages before what sends them. */
import { deliverMessages } from '#use-cases/deliver-messages.ts'
import type { Job } from './job.ts'

export const jobs: readonly Job[] = [
  {
    name: 'deliver-messages',
    cron: '* * * * *',
    run: async ({ db, carrier, clock }) => {
      await deliverMessages(db, carrier, clock)
    },
  },
]
