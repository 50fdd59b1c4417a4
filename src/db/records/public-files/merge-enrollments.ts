/**
 * Lays the staged enrollment file over the record: parties, enrollments approved from the day in their id, and the words
 * for provider types. What applications wrote is never changed; the same rows again change nothing.
 * Nobody gave these enrollments a PTAN: that column gets what nobody can guess, since a PTAN proves who somebody is.
 */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { changedIn } from './staged-rows.ts'

type Operator = Permit<'registry.manage'>

/** Of an enrollment id. */
export const openedOn = (id: string) => sql`to_date(substr(${sql.ref(id)}, 2, 8), 'YYYYMMDD')`

/** undefined when the installation has no contractor, whose every enrollment must be. */
export async function anyContractor(tx: Db, _: Operator): Promise<string | undefined> {
  const row = await open(tx).selectFrom('contractor').select('id').orderBy('id').limit(1).executeTakeFirst()
  return row?.id
}

/** Parties of rows with `npi`, `id`, `associate`, `first`, `middle`, `last`, `organization`: new, or known by imports only. */
export const mergeParties = async (tx: Db, _: Operator, from: ReturnType<typeof sql>, at: Date): Promise<void> => {
  await sql`
    insert into enrollee (id, kind, npi, display_name, practice, created_at, associate_id, first_name, middle_name, last_name)
    select distinct on (b.npi) gen_random_uuid(), case when b.id like 'O%' then 'organization' else 'individual' end, b.npi,
      case when b.id like 'O%' then b.organization else regexp_replace(trim(concat_ws(' ', b.first, b.middle, b.last)), ' +', ' ', 'g') end,
      '{}', ${at}, b.associate, b.first, b.middle, b.last
    from (${from}) b order by b.npi, b.id
    on conflict (npi) do update set display_name = excluded.display_name,
      associate_id = coalesce(nullif(excluded.associate_id, ''), enrollee.associate_id),
      first_name = excluded.first_name, middle_name = excluded.middle_name, last_name = excluded.last_name
    where exists (select 1 from enrollment n where n.enrollee_id = enrollee.id)
      and not exists (select 1 from application a where a.enrollee_id = enrollee.id)
      and not exists (select 1 from enrollment n where n.enrollee_id = enrollee.id
        and not exists (select 1 from imported_enrollment m where m.enrollment_id = n.id))`.execute(open(tx))
}

/** Enrollments of rows with `npi`, `id`, `type`, `state`, `status`, `since`, `form`, where the id is not there yet; returns how many. */
export async function insertImported(
  tx: Db,
  _: Operator,
  from: ReturnType<typeof sql>,
  contractor: string,
  at: Date,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    with fresh as (
      insert into enrollment (id, enrollee_id, form, specialty, state, contractor_id, ptan, status, created_at)
      select distinct on (b.id) b.id, e.id, b.form, b.type, b.state, coalesce(c.contractor_id, ${contractor}),
        'none-' || gen_random_uuid(), b.status, ${at}
      from (${from}) b join enrollee e on e.npi = b.npi
      left join contractor_state c on c.state = b.state
      order by b.id
      on conflict (id) do nothing returning id, status),
    marked as (insert into imported_enrollment select id, ${at} from fresh),
    period as (
      insert into enrollment_period (id, enrollment_id, status, from_on, known_from, because)
      select gen_random_uuid(), f.id, f.status, b.since, ${at}, '[]'
      from fresh f join lateral (select x.since from (${from}) x where x.id = f.id limit 1) b on true),
    noted as (${changedIn('id')})
    select count(*) as n from fresh`.execute(open(tx))
  return rows[0]?.n ?? 0
}

const staged = sql`select cells[1] as npi, cells[3] as associate, cells[4] as id, cells[5] as type, cells[7] as state,
  cells[8] as first, cells[9] as middle, cells[10] as last, cells[11] as organization, 'approved' as status,
  to_date(substr(cells[4], 2, 8), 'YYYYMMDD') as since,
  case left(cells[5], 2) when '00' then 'CMS-855A' when '12' then 'CMS-855B' when '14' then 'CMS-855I'
    when '30' then 'CMS-855S' when '33' then 'CMS-855O' when '53' then 'CMS-20134'
    else case when cells[4] like 'O%' then 'CMS-855B' else 'CMS-855I' end end as form
  from public_row where kind = 'enrollment'`

/** Returns how many enrollments are new. */
export async function mergeEnrollments(tx: Db, permit: Operator, contractor: string, at: Date): Promise<number> {
  const k = open(tx)
  // By id, because every further row of the file is looked for by it.
  await sql`create temporary table base_row on commit drop as ${staged}`.execute(k)
  await sql`create index on base_row (id)`.execute(k)
  await sql`analyze base_row`.execute(k)
  const base = sql`select * from base_row`
  await mergeParties(tx, permit, base, at)
  const added = await insertImported(tx, permit, base, contractor, at)
  await sql`
    insert into provider_type_text (code, text)
    select distinct on (code) code, text from (
      select cells[5] as code, cells[6] as text from public_row where kind = 'enrollment'
      union select cells[2], cells[3] from public_row where kind = 'specialty') t
    where code <> '' and text <> '' order by code, text
    on conflict (code) do update set text = excluded.text`.execute(k)
  return added
}
