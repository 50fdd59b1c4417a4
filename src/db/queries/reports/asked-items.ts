/** What applicants were asked for within a period, by the section that a question was pinned on. Reads only. */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { AskedRow } from '#domain/reports/figures.ts'
import type { Period } from '#domain/reports/period.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { ofContractor, type Scope } from './counted-cases.ts'

/** Items of the requests that were sent in the period, most first. */
export async function countAskedItems(
  db: Db,
  permit: Permit<'reports.view' | 'public.view'>,
  scope: Scope,
  { from, to }: Period,
): Promise<readonly AskedRow[]> {
  const { rows } = await sql<{ form: string; section: string | null; items: number }>`
    select a.form, i.section_id as section, count(*)::int as items
    from development_request r
    join application a on a.id = r.application_id
    join development_item i on i.request_id = r.id
    where r.sent_on between ${from}::date and ${to}::date and ${ofContractor(permit, scope)}
    group by a.form, i.section_id order by items desc, a.form, section nulls last`.execute(open(db))
  return rows.map(({ form, section, items }) => ({ form, sectionId: section ?? undefined, items }))
}
