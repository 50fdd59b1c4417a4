/**
 * Compares everybody who is enrolled, with their owners and managers, with what came new into a list, and once a month
 * with all of it. A hit opens a case and tells the contractor. Goes on where it was interrupted, and never opens a
 * case twice; what a person cleared stays cleared while the entry says the same.
 */
import type { Db } from '#db/db.ts'
import { listClearedMatches } from '#db/queries/lists/cleared-matches.ts'
import { lastBilledFile } from '#db/queries/lists/last-billed.ts'
import { type MonitoredEnrollment, monitoredEnrollments } from '#db/queries/lists/monitored-enrollments.ts'
import { type DuePass, listDuePasses } from '#db/queries/lists/monitoring.ts'
import { askedSource } from '#db/queries/lists/source-policies.ts'
import { policyOn } from '#db/queries/policies/desk-policies.ts'
import { advanceRun, beginRun, finishRun, type NewMonitoringCase, openCases } from '#db/records/lists/monitoring.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { type Day, dayIn, siteZone } from '#domain/dates.ts'
import { EVERYBODY } from '#domain/policies/desk-policy.ts'
import { fullPassOf, type MonitoringPolicy, orderOnlyForms } from '#domain/screening/monitoring.ts'
import { type ClaimSource, isClaimSource } from '#domain/screening/non-billing.ts'
import type { ReminderWriter } from '../development/remind-development.ts'
import { type FindHits, hitFinder } from './find-hits.ts'
import { judgeClaims } from './judge-claims.ts'
import { tellContractors } from './tell-contractors.ts'

type System = Permit<'system.run'>

/** Enrollments of one transaction. */
const PAGE = 250

/** What counts on the day. */
const monitoringOn = (db: Db, now: Date): Promise<MonitoringPolicy> =>
  policyOn(db, 'monitoring', EVERYBODY, dayIn(siteZone, now))

/** Every pass that is due. Gives how many cases were opened. */
export async function monitorEnrollments(db: Db, permit: System, writer: ReminderWriter, now: Date): Promise<number> {
  const policy = await monitoringOn(db, now)
  const due = await listDuePasses(db, permit, policy.sources, fullPassOf(dayIn(siteZone, now), policy))
  let opened = 0
  for (const pass of due) opened += await monitorPass(db, permit, pass, writer, now)
  return opened
}

/** One pass, begun or gone on with. Gives how many cases it opened now. */
export async function monitorPass(
  db: Db,
  permit: System,
  due: DuePass,
  writer: ReminderWriter,
  now: Date,
): Promise<number> {
  const policy = await monitoringOn(db, now)
  const on = dayIn(siteZone, now)
  const { version, freshness } = await askedSource(db, due.source, on)
  if (!version) return 0
  const { source } = due
  if (isClaimSource(source) && !(freshness === 'fresh' && (await isBelieved(db, permit, source, on)))) return 0
  const run = await transact(db, (tx) => beginRun(tx, permit, due, now))
  if (run.isFinished) return 0
  const finder = await hitFinder(db, permit, due, version, on, policy)
  let [after, opened] = [run.after, 0]
  // Nothing new in the list: nobody needs to be looked at.
  while (finder) {
    const page = await monitoredEnrollments(db, permit, {
      after,
      limit: PAGE,
      statuses: policy.statuses,
      withoutForms: policy.orderOnly ? [] : orderOnlyForms,
    })
    if (page.length === 0) break
    const made = await lookAt(db, permit, { id: run.id, from: after }, page, finder, now)
    if (made === undefined) return opened
    opened += made
    after = page.at(-1)!.id
  }
  await transact(db, async (tx) => {
    await finishRun(tx, permit, run.id, now)
    await tellContractors(tx, permit, run.id, writer, now)
  })
  return opened
}

/** Who is missing in an old file of claims may have billed since, and in a wrong one everybody is: the pass waits for another. */
async function isBelieved(db: Db, permit: System, source: ClaimSource, on: Day): Promise<boolean> {
  const file = await lastBilledFile(db, on, source)
  return file !== undefined && judgeClaims(db, permit, file)
}

/** One page: finds, opens, and notes how far it came, together. Undefined when another one did this page. */
async function lookAt(
  db: Db,
  permit: System,
  run: { readonly id: string; readonly from: string },
  page: readonly MonitoredEnrollment[],
  find: FindHits,
  now: Date,
): Promise<number | undefined> {
  const { cases, parties } = await find(page)
  const cleared = await listClearedMatches(db, permit, [...new Set(page.map((e) => e.enrolleeId))])
  const enrolleeOf = new Map(page.map((e) => [e.id, e.enrolleeId]))
  const isCleared = (c: NewMonitoringCase) =>
    cleared.some(
      (x) =>
        x.enrolleeId === enrolleeOf.get(c.enrollmentId) &&
        x.party === c.party &&
        x.source === c.source &&
        x.rowId === c.rowId &&
        x.rowSha256 === c.rowSha256,
    )
  const fresh = cases.filter((c) => !isCleared(c))
  return transact(db, async (tx) => {
    const step = { from: run.from, to: page.at(-1)!.id, enrollments: page.length, parties, opened: 0 }
    if (!(await advanceRun(tx, permit, run.id, step))) return undefined
    const opened = await openCases(tx, permit, run.id, fresh, now)
    if (opened > 0) await advanceRun(tx, permit, run.id, { ...step, from: step.to, enrollments: 0, parties: 0, opened })
    return opened
  })
}
