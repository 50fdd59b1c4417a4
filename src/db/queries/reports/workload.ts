/** Who holds how many cases at this moment, and what each did within a period. For whoever leads a desk. Reads only. */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { WorkloadRow } from '#domain/reports/figures.ts'
import type { Period } from '#domain/reports/period.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { countedCases, ofContractor, type Scope, waitingOn } from './counted-cases.ts'

/** A row for each person who holds something or did something, by desk; what nobody holds is a row without a holder. */
export async function measureWorkload(
  db: Db,
  permit: Permit<'workload.view'>,
  scope: Scope,
  { from, to }: Period,
): Promise<readonly WorkloadRow[]> {
  const { rows } = await sql<Omit<WorkloadRow, 'holder'> & { readonly holder: string | null }>`
    with k as (${countedCases(permit, scope)}),
    held as (
      select contractor_id, coalesce(assigned_to::text, '') as who,
        count(*) filter (where status in (${waitingOn('contractor')}))::int as contractor,
        count(*) filter (where status in (${waitingOn('provider')}))::int as provider
      from k where ended_on is null group by 1, 2
    ),
    acts as (
      select a.contractor_id, e.actor_id::text as who,
        count(*) filter (where e.event = 'begin-review')::int as taken,
        count(*) filter (where e.event = 'request-development')::int as requests,
        count(*) filter (where e.event = 'recommend')::int as recommended,
        count(*) filter (where e.event in ('approve', 'deny', 'reject', 'return'))::int as decided
      from application_event e
      join application a on a.id = e.application_id
      join contractor c on c.id = a.contractor_id
      where e.at >= ${from}::date - 1 and e.at < ${to}::date + 2
        and (e.at at time zone c.time_zone)::date between ${from}::date and ${to}::date
        and e.event in ('begin-review', 'request-development', 'recommend', 'approve', 'deny', 'reject', 'return')
        and ${ofContractor(permit, scope)}
      group by 1, 2
    )
    select c.name as "contractorName",
      case when x.who = '' then null else coalesce(u.display_name, x.who) end as holder,
      coalesce(h.contractor, 0) as contractor, coalesce(h.provider, 0) as provider,
      coalesce(m.taken, 0) as taken, coalesce(m.requests, 0) as requests,
      coalesce(m.recommended, 0) as recommended, coalesce(m.decided, 0) as decided
    from (select contractor_id, who from held union select contractor_id, who from acts) x
    join contractor c on c.id = x.contractor_id
    left join held h on h.contractor_id = x.contractor_id and h.who = x.who
    left join acts m on m.contractor_id = x.contractor_id and m.who = x.who
    left join app_user u on u.id::text = x.who
    order by c.name, x.who = '', holder`.execute(open(db))
  return rows.map((r) => ({ ...r, holder: r.holder ?? undefined }))
}
