/** The enrollments that a person may see, for whoever works for many providers: found by name or number, a page at a time. */
import { sql } from 'kysely'
import { enrolleesFor, type Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { isRowId } from '../application/applications.ts'
import { dueOf, LIVES, newestSet, receivedFor } from '../time/due-dates.ts'
import { type EnrollmentHeader, enrollmentHeaderOf, enrollmentHeaders } from './enrollments.ts'

export interface OwnEnrollment extends EnrollmentHeader {
  /** Until when it has to be revalidated; undefined for what is not. */
  readonly due: Day | undefined
}
export interface OwnEnrollmentsPage {
  readonly rows: readonly OwnEnrollment[]
  /** Of all that fit. */
  readonly count: number
}

/** By name of the provider. `search` is part of a name, or the beginning of an NPI, an enrollment id or a PTAN. */
export async function pageOfEnrollments(
  db: Db,
  permit: Permit<'dashboard.view'>,
  { search, page, limit }: { readonly search: string; readonly page: number; readonly limit: number },
): Promise<OwnEnrollmentsPage> {
  const enrollees = enrolleesFor(permit.actor, 'enrollment.view').filter(isRowId)
  const begins = `${search.trim().replace(/[\\%_]/g, '\\$&')}%`
  const rows = await enrollmentHeaders(open(db))
    .select(newestSet)
    .select(sql<number>`count(*) over ()`.as('count'))
    .where('n.enrollee_id', '=', sql<string>`any(${enrollees}::uuid[])`)
    .where((x) =>
      x.or([
        x('e.display_name', 'ilike', `%${begins}`),
        x('e.npi', 'like', begins),
        x('n.id', 'ilike', begins),
        x('n.ptan', 'ilike', begins),
      ]),
    )
    .orderBy(sql`lower(e.display_name)`)
    .orderBy('e.npi')
    .orderBy('n.id')
    .limit(limit)
    .offset(page * limit)
    .execute()
  const received =
    rows.length > 0
      ? await receivedFor(
          open(db),
          rows.map((r) => r.id),
        )
      : new Map()
  return {
    rows: rows.map((r) => ({
      ...enrollmentHeaderOf(r),
      due:
        LIVES.includes(r.status) && r.effective_from
          ? dueOf({ ...r, began: r.effective_from }, received.get(r.id) ?? [])
          : undefined,
    })),
    count: Number(rows[0]?.count ?? 0),
  }
}
