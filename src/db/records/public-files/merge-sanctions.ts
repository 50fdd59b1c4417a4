/** Lays the staged revocations and opt-outs over the record: each is an enrollment of its own status. */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import type { Merged } from './merge-attached.ts'
import { insertImported, mergeParties } from './merge-enrollments.ts'

type Operator = Permit<'registry.manage'>
export interface Names {
  readonly names: readonly string[]
  readonly codes: readonly string[]
}

const UNKNOWN_TYPE = '14-99'
const listed = (known: Names) => sql`unnest(${known.names}::text[], ${known.codes}::text[]) as k (name, code)`

/**
 * The file has a type's words only: the code is that of an imported extract with the same words. An enrollment that is
 * approved by the enrollment file stays so, and is counted among the orphans.
 */
export async function mergeRevocations(tx: Db, permit: Operator, contractor: string, at: Date): Promise<Merged> {
  const k = open(tx)
  await sql`create temporary table revoked_row on commit drop as
    select distinct on (cells[1]) cells[1] as id, cells[2] as npi, cells[3] as first, cells[4] as middle, cells[5] as last,
      cells[6] as organization, '' as associate, cells[8] as state, cells[9] as type_text, cells[10] as reason, cells[11]::date as since,
      nullif(cells[12], '')::date as bar, 'revoked' as status,
      case when cells[1] like 'O%' then 'CMS-855B' else 'CMS-855I' end as form,
      coalesce((select t.code from provider_type_text t where t.text = cells[9] order by t.code limit 1), ${UNKNOWN_TYPE}) as type
    from public_row where kind = 'revocation' order by cells[1], line`.execute(k)
  const rows = sql`select * from revoked_row r where not exists (select 1 from enrollment n where n.id = r.id)`
  await mergeParties(tx, permit, rows, at)
  const added = await insertImported(tx, permit, sql`select * from revoked_row`, contractor, at)
  await sql`
    insert into revocation_listing (enrollment_id, reason, type_text, effective_on, bar_until)
    select r.id, r.reason, r.type_text, r.since, r.bar from revoked_row r
    join enrollment n on n.id = r.id and n.status = 'revoked' join imported_enrollment m on m.enrollment_id = n.id
    on conflict (enrollment_id) do update set reason = excluded.reason, type_text = excluded.type_text,
      effective_on = excluded.effective_on, bar_until = excluded.bar_until`.execute(k)
  const { rows: found } = await sql<{ n: number }>`select count(*) as n from revoked_row r
    join enrollment n on n.id = r.id where n.status <> 'revoked'`.execute(k)
  return { added, orphans: found[0]?.n ?? 0 }
}

/** The file has no enrollment ids: they are made from the day, counted from 900001 on, above those that are in use. */
export async function mergeOptOuts(
  tx: Db,
  permit: Operator,
  contractor: string,
  specialties: Names,
  at: Date,
): Promise<Merged> {
  const k = open(tx)
  await sql`create temporary table opted_row on commit drop as
    select o.*, coalesce((select k.code from ${listed(specialties)} where lower(k.name) = lower(o.specialty) limit 1),
        ${UNKNOWN_TYPE}) as type,
      coalesce((select n.id from enrollment n join enrollee e on e.id = n.enrollee_id
          where e.npi = o.npi and n.form = 'OPT-OUT' order by n.id limit 1),
        'I' || to_char(o.since, 'YYYYMMDD') || lpad((
          coalesce((select max(substr(n.id, 10)::integer) from enrollment n
            where n.id between 'I' || to_char(o.since, 'YYYYMMDD') || '900000' and 'I' || to_char(o.since, 'YYYYMMDD') || '999999'),
            900000) + row_number() over (partition by o.since order by o.npi))::text, 6, '0')) as id
    from (select distinct on (cells[3]) upper(cells[1]) as first, '' as middle, upper(cells[2]) as last, '' as organization,
        cells[3] as npi, '' as associate, cells[4] as specialty, cells[5]::date as since, cells[6]::date as until,
        cells[7] as line1, cells[8] as line2, cells[9] as city, cells[10] as state, cells[11] as zip,
        cells[12] = 'Y' as may_order, nullif(cells[13], '')::date as updated, 'opted-out' as status, 'OPT-OUT' as form
      from public_row where kind = 'opt-out' order by cells[3], cells[5]::date desc) o`.execute(k)
  const rows = sql`select * from opted_row`
  await mergeParties(tx, permit, sql`${rows} r where not exists (select 1 from enrollee e where e.npi = r.npi)`, at)
  const added = await insertImported(tx, permit, rows, contractor, at)
  await sql`
    insert into opt_out_listing (enrollment_id, specialty, until_on, line1, line2, city, state, zip, may_order, updated_on)
    select r.id, r.specialty, r.until, r.line1, r.line2, r.city, r.state, r.zip, r.may_order, r.updated
    from opted_row r join imported_enrollment m on m.enrollment_id = r.id
    on conflict (enrollment_id) do update set specialty = excluded.specialty, until_on = excluded.until_on,
      line1 = excluded.line1, line2 = excluded.line2, city = excluded.city, state = excluded.state, zip = excluded.zip,
      may_order = excluded.may_order, updated_on = excluded.updated_on`.execute(k)
  return { added, orphans: 0 }
}
