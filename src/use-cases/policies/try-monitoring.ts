/** Tries dry whom another policy of monitoring would open a case about for not billing. Nothing is written. */
import type { Db } from '#db/db.ts'
import { lastBilledFile, listBilled } from '#db/queries/lists/last-billed.ts'
import { policyOn } from '#db/queries/policies/desk-policies.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import { EVERYBODY } from '#domain/policies/desk-policy.ts'
import type { MonitoringPolicy } from '#domain/screening/monitoring.ts'
import { type BillingFacts, type BillingFile, isNonBilling, unbilled } from '#domain/screening/non-billing.ts'

export interface MonitoringTrial {
  readonly enrollments: number
  readonly asOf: Day
  readonly before: number
  readonly after: number
  readonly months: { readonly before: number; readonly after: number }
  /** Those that come or go; of a long list the first ones. */
  readonly differences: readonly {
    readonly enrollmentId: string
    readonly enrolleeName: string
    readonly months: number
    readonly comes: boolean
  }[]
}

const PAGE = 5_000
const MOST_SHOWN = 200

/** `unavailable` when no file of claims may be asked: then nobody can be told from it. */
export async function tryMonitoring(
  db: Db,
  permit: Permit<'rules.try'>,
  value: MonitoringPolicy,
  today: Day,
): Promise<MonitoringTrial | 'unavailable'> {
  const file = await lastBilledFile(db, today)
  if (!file) return 'unavailable'
  const now = await policyOn(db, 'monitoring', EVERYBODY, today)
  let [after, enrollments, count] = ['', 0, { before: 0, after: 0 }]
  const differences: MonitoringTrial['differences'][number][] = []
  for (;;) {
    const page = await listBilled(db, permit, file, { after, limit: PAGE, on: today })
    for (const e of page) {
      const [was, is] = [opens(e, file, now), opens(e, file, value)]
      count = { before: count.before + Number(was !== undefined), after: count.after + Number(is !== undefined) }
      if ((was === undefined) !== (is === undefined) && differences.length < MOST_SHOWN)
        differences.push({
          enrollmentId: e.id,
          enrolleeName: e.enrolleeName,
          months: (was ?? is)!,
          comes: is !== undefined,
        })
    }
    enrollments += page.length
    if (page.length < PAGE) break
    after = page.at(-1)!.id
  }
  const months = { before: now.nonBillingMonths, after: value.nonBillingMonths }
  return { enrollments, asOf: file.asOf, ...count, months, differences }
}

/** The months without a claim, when the policy would open a case; whoever has one counts as well. */
function opens(facts: BillingFacts, file: BillingFile, p: MonitoringPolicy): number | undefined {
  if (!p.sources.includes('last-billed') || !p.statuses.includes(facts.status)) return undefined
  const found = unbilled(facts, file, p.nonBillingMonths)
  return found && isNonBilling(found, p.nonBillingMonths) ? found.months : undefined
}
