/** Rows of Order and Referring: the loaded list, and those enrolled here whom it does not name. Reads only, in pages. */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { inPages, type NamedRow, nameColumns, onlyNpis } from './view.ts'

export interface ListedToOrder {
  readonly last: string
  readonly first: string
  /** Part B, equipment, home health, power mobility, hospice. */
  readonly may: readonly boolean[]
}
export interface OrderingRow extends NamedRow {
  readonly npi: string
  /** By the list in force, which wins. */
  readonly listed: ListedToOrder | null
  /** Has an enrollment here, whatever became of it. */
  readonly enrolledOnce: boolean
  /** Of every enrollment that may order on the day. */
  readonly specialties: readonly string[]
}

/** Everybody on the list and every person on record, whether they may order or not: the rows say which. */
export const pagesOfOrdering = (
  db: Db,
  _: Permit<'public.view'>,
  on: Day,
  npis?: readonly string[],
): AsyncGenerator<readonly OrderingRow[]> =>
  inPages(
    async (after, limit) => {
      const { rows } = await sql<OrderingRow>`
        with listed as (
          select o.* from order_referring o join source_import i on i.id = o.import_id
          where i.status = 'current' and o.npi > ${after} ${onlyNpis('o.npi', npis)} order by o.npi limit ${limit}),
        mine as (
          select e.id, e.npi, min(n.id) as enrollment_id,
            array_agg(n.specialty order by n.id) filter (where ep.id is not null) as specialties
          from (select id, npi from enrollee where kind = 'individual' and npi > ${after} ${onlyNpis('enrollee.npi', npis)} order by npi limit ${limit}) e
          left join enrollment n on n.enrollee_id = e.id
          left join enrollment_period ep on ep.enrollment_id = n.id and ep.known_to is null
            and ep.status in ('approved', 'opted-out') and ep.from_on <= ${on} and (ep.to_on is null or ep.to_on >= ${on})
            and not exists (select 1 from opt_out_listing l where l.enrollment_id = n.id and not l.may_order)
          group by e.id, e.npi)
        select npi, listed, enrollment_id is not null as "enrolledOnce", coalesce(specialties, '{}') as specialties, m.*
        from (
          select coalesce(l.npi, m.npi) as npi, m.id as enrollee, m.enrollment_id, m.specialties,
            case when l.npi is not null then jsonb_build_object('last', l.last_name, 'first', l.first_name,
              'may', jsonb_build_array(l.part_b, l.dme, l.hha, l.pmd, l.hospice)) end as listed
          from listed l full join mine m on m.npi = l.npi
        ) x
        left join lateral (select ${nameColumns} from enrollee e, enrollment n
          where e.id = x.enrollee and n.id = x.enrollment_id) m on true
        order by npi limit ${limit}`.execute(open(db))
      return rows
    },
    (r) => r.npi,
  )
