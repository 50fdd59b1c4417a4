/**
 * Runs the jobs: by the clock through pg-boss (once across all nodes), and at once when somebody wakes it.
 * `runAll` runs every job in order, for demonstrations and tests with a moved clock.
 */
import { PgBoss } from 'pg-boss'
import { jobs } from './index.ts'
import type { JobContext } from './job.ts'

export interface Runner {
  runAll(): Promise<void>
  /** Writes and delivers what was just asked for without waiting for the next minute. */
  wake(): void
  stop(): Promise<void>
}

export async function startJobs(
  databaseUrl: string,
  context: JobContext,
  onFault: (fault: unknown, job: string) => void,
): Promise<Runner> {
  const boss = new PgBoss({ connectionString: databaseUrl, max: 3, application_name: 'openpecos jobs' })
  boss.on('error', (fault) => onFault(fault, 'queue'))
  await boss.start()
  for (const job of jobs) {
    await boss.createQueue(job.name)
    await boss.schedule(job.name, job.cron)
    await boss.work(job.name, { pollingIntervalSeconds: 5 }, async () => job.run(context))
  }
  const runAtOnce = async () => {
    for (const job of jobs) if (job.atOnce) await job.run(context)
  }
  let waiting: Promise<void> | undefined
  let again = false
  const wake = () => {
    if (waiting) {
      again = true
      return
    }
    waiting = runAtOnce()
      .catch((fault) => onFault(fault, 'at once'))
      .finally(() => {
        waiting = undefined
        if (again) {
          again = false
          wake()
        }
      })
  }
  return {
    wake,
    async runAll() {
      for (const job of jobs) await job.run(context)
    },
    async stop() {
      await waiting
      await boss.stop({ graceful: true, timeout: 5000 })
    },
  }
}
