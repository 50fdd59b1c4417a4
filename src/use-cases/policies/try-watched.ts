/** Tries dry whom another policy of monitoring would watch, and what would not have been seen without a list. Nothing is written. */
import type { Db } from '#db/db.ts'
import {
  countWatched,
  listOpenedBy,
  listWatchedDifferences,
  type OpenedCase,
  type Watch,
  type WatchedDifference,
} from '#db/queries/lists/watched-enrollments.ts'
import { policyOn } from '#db/queries/policies/desk-policies.ts'
import type { Permit } from '#domain/access/policy.ts'
import { addDays, dayIn, siteZone } from '#domain/dates.ts'
import { EVERYBODY } from '#domain/policies/desk-policy.ts'
import { type MonitoredSource, type MonitoringPolicy, orderOnlyForms } from '#domain/screening/monitoring.ts'
import { DAYS_TRIED } from './try-policy.ts'

/** More than anybody reads. */
const MOST = 200

export interface WatchTrial {
  readonly before: number
  readonly after: number
  readonly differences: readonly WatchedDifference[]
  /** Lists that are watched now and would not be, or the other way round. */
  readonly listsGone: readonly MonitoredSource[]
  readonly listsNew: readonly MonitoredSource[]
  /** What the lists that go have opened lately. */
  readonly unseen: readonly OpenedCase[]
  readonly everyMonths: { readonly before: number; readonly after: number }
}

export async function tryWatched(
  db: Db,
  permit: Permit<'rules.try'>,
  value: MonitoringPolicy,
  now: Date,
): Promise<WatchTrial> {
  const today = dayIn(siteZone, now)
  const old = await policyOn(db, 'monitoring', EVERYBODY, today)
  const [before, after] = [watchOf(old), watchOf(value)]
  const listsGone = old.sources.filter((s) => !value.sources.includes(s))
  const since = new Date(`${addDays(today, -DAYS_TRIED)}T00:00:00Z`)
  return {
    ...(await countWatched(db, permit, before, after)),
    differences: await listWatchedDifferences(db, permit, before, after, MOST),
    listsGone,
    listsNew: value.sources.filter((s) => !old.sources.includes(s)),
    unseen: await listOpenedBy(db, permit, listsGone, since, MOST),
    everyMonths: { before: old.everyMonths, after: value.everyMonths },
  }
}

const watchOf = ({ statuses, orderOnly }: MonitoringPolicy): Watch => ({
  statuses,
  withoutForms: orderOnly ? [] : orderOnlyForms,
})
