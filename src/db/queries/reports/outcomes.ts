/** What became of applications within a period, and how soon. Whoever withdrew was not decided on. Reads only. */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { DecisionRow, FirstPassRow, TimelinessRow } from '#domain/reports/figures.ts'
import type { Period } from '#domain/reports/period.ts'
import { servicePaths, type Targets } from '#domain/reports/service-paths.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { countedCases, decidedStatuses, type Scope, wasAsked } from './counted-cases.ts'

const decidedIn = ({ from, to }: Period) =>
  sql`k.status in (${decidedStatuses}) and k.ended_on between ${from}::date and ${to}::date`

type Measured = 'median' | 'ninetieth' | 'medianOurs'
type Counted = Omit<TimelinessRow, Measured> & Readonly<Record<Measured, number | null>>

/** Decisions by path against the targets (calendar days from receipt); every path has a row. */
export async function measureTimeliness(
  db: Db,
  permit: Permit<'reports.view' | 'public.view'>,
  scope: Scope,
  period: Period,
  targets: Targets,
): Promise<readonly TimelinessRow[]> {
  const wanted = sql.join(servicePaths.map((p) => sql`(${p}, ${targets[p]}::int)`))
  const { rows } = await sql<Counted>`
    with k as (${countedCases(permit, scope)}),
    decided as (
      select k.ended_on - k.received_on as days,
        coalesce((
          select sum(greatest(0, least(coalesce((r.answered_at at time zone c.time_zone)::date, k.ended_on), k.ended_on) - r.sent_on))
          from development_request r where r.application_id = k.id
        ), 0)::int as provider_days,
        case
          when exists (select 1 from case_task t where t.application_id = k.id and t.kind in ('site-visit', 'fingerprints'))
            then 'visited'
          when ${wasAsked} then 'asked'
          else 'straight'
        end as path
      from k join contractor c on c.id = k.contractor_id where ${decidedIn(period)}
    )
    select w.path, count(d.days)::int as decided,
      count(*) filter (where d.days <= w.target)::int as "inTime",
      percentile_disc(0.5) within group (order by d.days) as median,
      percentile_disc(0.9) within group (order by d.days) as ninetieth,
      percentile_disc(0.5) within group (order by d.days - d.provider_days) as "medianOurs"
    from (values ${wanted}) w(path, target) left join decided d on d.path = w.path
    group by w.path`.execute(open(db))
  const byPath = new Map(rows.map((r) => [r.path, r]))
  return servicePaths.map((path) => {
    const r = byPath.get(path)!
    return {
      path,
      decided: r.decided,
      inTime: r.inTime,
      median: r.median ?? undefined,
      ninetieth: r.ninetieth ?? undefined,
      medianOurs: r.medianOurs ?? undefined,
    }
  })
}

/** Decisions by form: how many were approved without a question. */
export async function countFirstPass(
  db: Db,
  permit: Permit<'reports.view' | 'public.view'>,
  scope: Scope,
  period: Period,
): Promise<readonly FirstPassRow[]> {
  const { rows } = await sql<FirstPassRow>`
    with k as (${countedCases(permit, scope)})
    select k.form, count(*)::int as decided,
      count(*) filter (where k.status = 'approved' and not ${wasAsked})::int as "firstPass",
      count(*) filter (where k.status = 'approved' and ${wasAsked})::int as "afterQuestions"
    from k where ${decidedIn(period)} group by k.form order by k.form`.execute(open(db))
  return rows
}

/** Decisions by outcome, and of each outcome by the reasons of the decision that stands. */
export async function countDecisions(
  db: Db,
  permit: Permit<'reports.view'>,
  scope: Scope,
  period: Period,
): Promise<readonly DecisionRow[]> {
  const { rows } = await sql<{ outcome: DecisionRow['outcome']; reason: string | null; decisions: number }>`
    with k as (${countedCases(permit, scope)}),
    decided as (
      select k.status as outcome, d.reasons from k
      left join lateral (
        select reasons from decision where application_id = k.id and overturned_at is null
        order by decided_at desc limit 1
      ) d on true
      where ${decidedIn(period)}
    )
    select outcome, null as reason, count(*)::int as decisions from decided group by outcome
    union all
    select outcome, r.reason, count(*)::int from decided
      cross join lateral jsonb_array_elements_text(coalesce(reasons, '[]')) r(reason) group by outcome, r.reason
    order by outcome, reason nulls first`.execute(open(db))
  return rows.map((r) => ({ ...r, reason: r.reason ?? undefined }))
}
