/** Work that nobody asks for at the moment it is due. A job finds out by itself what is due, so running it twice does nothing twice. */
import type { Db } from '#db/db.ts'
import type { Snapshot } from '#domain/eligibility/snapshot.ts'
import type { Clock } from '#outside/clock.ts'
import type { Files } from '#outside/files/files.ts'
import type { Carrier } from '#outside/mail/carrier.ts'
import type { Scanner } from '#outside/malware/scanner.ts'
import type { Secrets } from '#outside/secrets.ts'
import type { Site } from '#outside/services.ts'

export interface JobContext {
  readonly db: Db
  readonly clock: Clock
  readonly carrier: Carrier
  readonly site: Site
  readonly secrets: Secrets
  /** Everything that decides eligibility, in memory. */
  readonly eligibility: () => Snapshot
  readonly files: Files
  readonly scanner?: Scanner
}

export interface Job {
  readonly name: string
  /** When it runs, in the five fields of cron, UTC. */
  readonly cron: string
  /** Also runs at once when a page wakes the worker. */
  readonly atOnce?: true
  run(context: JobContext): Promise<void>
}
