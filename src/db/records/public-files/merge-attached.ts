/** Lays the staged files beside the enrollment file over the record. Rows that name an enrollment that is not there are counted. */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { PublicFileKind } from '#domain/publication/layouts.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { changedIn } from './staged-rows.ts'

type Operator = Permit<'registry.manage'>
export interface Merged {
  readonly added: number
  /** Rows of enrollments that the record does not have. */
  readonly orphans: number
}

async function merged(
  tx: Db,
  kind: PublicFileKind,
  insert: ReturnType<typeof sql<{ n: number }>>,
  columns = 1,
): Promise<Merged> {
  const k = open(tx)
  // Rows that were added: counted by the statement itself where it does more than add them.
  const { rows: counted, numAffectedRows } = await insert.execute(k)
  const known = (column: number) => sql`exists (select 1 from enrollment n where n.id = r.cells[${sql.lit(column)}])`
  const { rows } = await sql<{ n: number }>`select count(*) as n from public_row r where r.kind = ${kind}
    and not (${columns === 2 ? sql`${known(1)} and ${known(2)}` : known(1)})`.execute(k)
  return { added: counted[0]?.n ?? Number(numAffectedRows ?? 0n), orphans: rows[0]?.n ?? 0 }
}

export const mergeReassignments = (tx: Db, _: Operator, at: Date): Promise<Merged> =>
  merged(
    tx,
    'reassignment',
    sql<{ n: number }>`
    with fresh as (
      insert into reassignment (id, from_enrollment_id, to_enrollment_id, to_npi, to_name, from_on, known_from)
      select gen_random_uuid(), f.id, t.id, e.npi, e.display_name,
        greatest(to_date(substr(f.id, 2, 8), 'YYYYMMDD'), to_date(substr(t.id, 2, 8), 'YYYYMMDD')), ${at}
      from (select distinct cells[1] as a, cells[2] as b from public_row where kind = 'reassignment') r
      join enrollment f on f.id = r.a join enrollment t on t.id = r.b join enrollee e on e.id = t.enrollee_id
      where not exists (select 1 from reassignment x where x.from_enrollment_id = f.id and x.to_enrollment_id = t.id
        and x.known_to is null)
      returning from_enrollment_id),
    noted as (${changedIn('from_enrollment_id')})
    select count(*) as n from fresh`,
    2,
  )

/** Public, since the file says them, and without a street, since it says none. */
export const mergeLocations = (tx: Db, _: Operator, at: Date): Promise<Merged> =>
  merged(
    tx,
    'location',
    sql<{ n: number }>`
    insert into enrollment_location (id, enrollment_id, item_id, address, public, from_on, known_from)
    select gen_random_uuid(), n.id, gen_random_uuid()::text,
      jsonb_build_object('line1', '', 'city', r.city, 'state', r.state, 'zip', r.zip), true,
      to_date(substr(n.id, 2, 8), 'YYYYMMDD'), ${at}
    from (select distinct cells[1] as id, cells[2] as city, cells[3] as state, cells[4] as zip
      from public_row where kind = 'location') r
    join enrollment n on n.id = r.id join imported_enrollment m on m.enrollment_id = n.id
    where not exists (select 1 from enrollment_location l where l.enrollment_id = n.id and l.known_to is null
      and l.address ->> 'city' = r.city and l.address ->> 'state' = r.state and l.address ->> 'zip' = r.zip)`,
  )

export const mergeSpecialties = (tx: Db, _: Operator): Promise<Merged> =>
  merged(
    tx,
    'specialty',
    sql<{ n: number }>`
    insert into enrollment_specialty (enrollment_id, specialty)
    select r.cells[1], r.cells[2] from public_row r join imported_enrollment m on m.enrollment_id = r.cells[1]
    where r.kind = 'specialty' on conflict do nothing`,
  )

export const mergeAdditionalNpis = (tx: Db, _: Operator): Promise<Merged> =>
  merged(
    tx,
    'additional-npi',
    sql<{ n: number }>`
    insert into enrollment_npi (enrollment_id, npi)
    select r.cells[1], r.cells[2] from public_row r join imported_enrollment m on m.enrollment_id = r.cells[1]
    where r.kind = 'additional-npi' on conflict do nothing`,
  )

/** Dates that CMS set, where the record has none or another; the adjusted one, where there is one. */
export const mergeDueDates = (tx: Db, _: Operator, reason: string, at: Date): Promise<Merged> =>
  merged(
    tx,
    'revalidation-due',
    sql<{ n: number }>`
    with fresh as (
    insert into revalidation_date (id, enrollment_id, due_on, reason, set_by, set_at)
    select gen_random_uuid(), r.id, r.due, ${reason}, '00000000-0000-0000-0000-000000000000', ${at}
    from (select cells[1] as id, max(coalesce(nullif(cells[11], ''), cells[10])::date) as due
      from public_row where kind = 'revalidation-due' and coalesce(nullif(cells[11], ''), cells[10]) <> '' group by 1) r
    join imported_enrollment m on m.enrollment_id = r.id
    where r.due is distinct from (select d.due_on from revalidation_date d where d.enrollment_id = r.id
      order by d.set_at desc, d.id limit 1)
    returning enrollment_id),
    noted as (${changedIn('enrollment_id')})
    select count(*) as n from fresh`,
  )
