/**
 * Keeps the eligibility snapshot of this process: taken from its file or built when it starts, brought up to date within
 * a second of a decision by polling the change feed, built anew when a list behind it is replaced. A poll that fails
 * leaves the last good snapshot; `status` says how old it is.
 */

import type { Db } from '#db/db.ts'
import { authorize, type Permit, systemActor } from '#domain/access/policy.ts'
import { siteZone } from '#domain/dates.ts'
import type { Snapshot } from '#domain/eligibility/snapshot.ts'
import type { Clock } from '#outside/clock.ts'
import { broughtUpToDate, build, type Held, type Reading, tagOf } from './held-snapshot.ts'
import { keepOnDisk, takeFromDisk } from './snapshot-on-disk.ts'

export interface EligibilityKeeper {
  current(): Snapshot
  status(): KeeperStatus
  /** Looks at the change feed now; resolves when `current` contains everything committed before the call. */
  refreshNow(): Promise<void>
  stop(): void
  /** Resolves when what was built last is on disk, or was found impossible to keep; at once without a file. */
  kept(): Promise<void>
}
export interface KeeperStatus {
  /** Changes whenever any answer may have changed: for ETags. */
  readonly tag: string
  readonly builtAt: Date
  /** When the database last confirmed that nothing is missing. */
  readonly checkedAt: Date
  /** What it started from. */
  readonly from: 'file' | 'database'
  /** Why the last look failed; absent when it did not. */
  readonly fault?: string
}
interface KeeperOptions {
  readonly pollMs?: number
  readonly zone?: string
  /** Where the snapshot is kept for the next start; without it every start builds. */
  readonly file?: string
  readonly log?: (line: string) => void
}

export async function createEligibilityKeeper(
  db: Db,
  clock: Clock,
  { pollMs = 500, zone = siteZone, file, log = () => {} }: KeeperOptions = {},
): Promise<EligibilityKeeper> {
  const reading: Reading = { db, permit: systemPermit(), clock, zone }
  let writing = Promise.resolve()
  /** After the other, so that the newer one stays. */
  const keep = (built: Held) => {
    if (file) writing = writing.then(() => keepOnDisk(reading, file, built, log))
  }
  const taken = file ? await takeFromDisk(reading, file, log) : undefined
  let held = taken ? await broughtUpToDate(reading, taken) : await build(reading)
  if (held.builtAt !== taken?.builtAt) keep(held)
  let checkedAt = clock.now()
  let fault: string | undefined
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined

  const look = async () => {
    if (stopped) return
    const before = held
    held = await broughtUpToDate(reading, before)
    if (held.builtAt !== before.builtAt) keep(held)
    checkedAt = clock.now()
    fault = undefined
  }
  /** One look at a time: a second caller waits for the first, then looks itself. */
  const once = async () => {
    await running?.catch(() => {})
    running ??= look().finally(() => {
      running = undefined
    })
    return running
  }
  const again = () => {
    timer = setTimeout(async () => {
      await once().catch((reason) => {
        fault = reason instanceof Error ? reason.message : String(reason)
      })
      if (!stopped) again()
    }, pollMs)
    timer.unref()
  }
  again()
  return {
    current: () => held.snapshot,
    status: () => ({
      tag: tagOf(held),
      builtAt: held.builtAt,
      checkedAt,
      from: taken ? 'file' : 'database',
      ...(fault && { fault }),
    }),
    refreshNow: once,
    stop() {
      stopped = true
      clearTimeout(timer)
    },
    kept: () => writing,
  }
}

function systemPermit(): Permit<'system.run'> {
  const permit = authorize(systemActor, 'system.run', { id: 'eligibility' })
  if (!permit.ok) throw new Error('the system may run its own work')
  return permit.value
}
