/** What lies at the desk: where it stands, how old it is, and how that came about. Reads only. */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import { type AgeRow, ageBands, type FlowRow, type InventoryRow } from '#domain/reports/figures.ts'
import type { Period } from '#domain/reports/period.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { countedCases, type Scope, waitingOn } from './counted-cases.ts'

/** Open applications by status at this moment; a status without any has no row. */
export async function countInventory(
  db: Db,
  permit: Permit<'reports.view' | 'public.view'>,
  scope: Scope,
): Promise<readonly InventoryRow[]> {
  const { rows } = await sql<InventoryRow>`
    with k as (${countedCases(permit, scope)})
    select status, count(*)::int as cases from k where ended_on is null group by status`.execute(open(db))
  return rows
}

/** Open applications by days since receipt on `today`; every band has a row. */
export async function countAges(
  db: Db,
  permit: Permit<'reports.view'>,
  scope: Scope,
  today: Day,
): Promise<readonly AgeRow[]> {
  const bands = sql.join(ageBands.map((b, i) => sql`(${i}::int, ${b.from}::int, ${b.to ?? null}::int)`))
  const { rows } = await sql<{ i: number; contractor: number; provider: number }>`
    with k as (${countedCases(permit, scope)}),
    aged as (select status, ${today}::date - received_on as age from k where ended_on is null)
    select b.i,
      count(*) filter (where aged.status in (${waitingOn('contractor')}))::int as contractor,
      count(*) filter (where aged.status in (${waitingOn('provider')}))::int as provider
    from (values ${bands}) b(i, first, last)
    left join aged on aged.age >= b.first and (b.last is null or aged.age <= b.last)
    group by b.i order by b.i`.execute(open(db))
  return rows.map(({ i, contractor, provider }) => ({ ...ageBands[i]!, contractor, provider }))
}

/** Of each part of a period: received and ended within it, open after its last day. */
export async function countFlow(
  db: Db,
  permit: Permit<'reports.view'>,
  scope: Scope,
  parts: readonly Period[],
): Promise<readonly FlowRow[]> {
  const first = parts[0]?.from
  if (first === undefined) return []
  const cut = sql.join(parts.map((p, i) => sql`(${i}::int, ${p.from}::date, ${p.to}::date)`))
  const { rows } = await sql<{ received: number; ended: number; open: number }>`
    with k as materialized (
      select received_on, ended_on from (${countedCases(permit, scope)}) c where ended_on is null or ended_on >= ${first}::date
    )
    select p.i,
      count(*) filter (where k.received_on between p.first and p.last)::int as received,
      count(*) filter (where k.ended_on between p.first and p.last)::int as ended,
      count(*) filter (where k.received_on <= p.last and (k.ended_on is null or k.ended_on > p.last))::int as open
    from (values ${cut}) p(i, first, last) left join k on k.received_on <= p.last
    group by p.i order by p.i`.execute(open(db))
  return parts.map((p, i) => ({ ...p, received: rows[i]!.received, ended: rows[i]!.ended, open: rows[i]!.open }))
}
