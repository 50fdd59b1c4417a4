/** Which figures are asked for: the period as typed, and the contractor of those who may look at all. */
import type { Db } from '#db/db.ts'
import { contractorsWithStates, findContractor } from '#db/queries/contractors.ts'
import type { Permit } from '#domain/access/policy.ts'
import { type Day, dayIn, siteZone } from '#domain/dates.ts'
import { type Period, readPeriod, usualPeriod } from '#domain/reports/period.ts'
import type { Problem } from '#domain/result.ts'
import type { Fields } from '#web/kit/page.ts'

export const reportFields = ['since', 'to', 'contractor'] as const

export interface AskedReport {
  readonly scope: { readonly contractorId: string | undefined }
  /** Undefined for all of them. */
  readonly contractorName: string | undefined
  /** To choose from; none for those who work at one contractor. */
  readonly choices: readonly { readonly id: string; readonly name: string }[]
  readonly today: Day
  readonly period: Period
  /** With a problem the period is the usual one. */
  readonly problems: readonly Problem[]
}

export async function readAsked(
  db: Db,
  permit: Permit<'reports.view'>,
  query: Fields,
  now: Date,
): Promise<AskedReport> {
  const own = permit.subject.contractorId
  const choices = own === undefined ? await contractorsWithStates(db) : []
  const contractor = own === undefined ? choices.find((c) => c.id === query.contractor) : await findContractor(db, own)
  const today = dayIn(contractor?.zone ?? siteZone, now)
  const period = readPeriod(query.since, query.to, today)
  return {
    scope: { contractorId: contractor?.id },
    contractorName: contractor?.name,
    choices,
    today,
    period: period.ok ? period.value : usualPeriod(today),
    problems: period.ok ? [] : period.problems,
  }
}

/** The same figures again, as the query of an address. */
export const addressOf = ({ period, scope, choices }: AskedReport): string =>
  new URLSearchParams({
    since: period.from,
    to: period.to,
    ...(choices.length > 0 && scope.contractorId ? { contractor: scope.contractorId } : {}),
  }).toString()
