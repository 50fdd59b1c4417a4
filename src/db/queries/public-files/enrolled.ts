/** Rows of the public enrollment file: who is enrolled on a day. Reads only, in pages. */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { inPages, isEnrolled, type NamedRow, nameColumns, typeText } from './view.ts'

export interface EnrolledRow extends NamedRow {
  readonly id: string
  readonly npi: string
  readonly associate: string
  readonly specialty: string
  readonly typeText: string | null
  readonly state: string
  readonly severalNpis: boolean
}

export const pagesOfEnrolled = (db: Db, _: Permit<'public.view'>, on: Day): AsyncGenerator<readonly EnrolledRow[]> =>
  inPages(
    async (after, limit) => {
      const { rows } = await sql<EnrolledRow>`
        select n.id, e.npi, coalesce(e.associate_id, '') as associate, n.specialty, n.state,
          ${typeText('n.specialty')} as "typeText", ${nameColumns},
          exists (select 1 from enrollment_npi a where a.enrollment_id = n.id) as "severalNpis"
        from enrollment n join enrollee e on e.id = n.enrollee_id
        where n.id > ${after} and ${isEnrolled('n.id', on)}
        order by n.id limit ${limit}`.execute(open(db))
      return rows
    },
    (r) => r.id,
  )
