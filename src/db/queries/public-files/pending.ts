/** First applications of practitioners that were received and are not decided. Reads only, in pages. */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { inPages, onlyNpis } from './view.ts'

export interface PendingRow {
  readonly id: string
  readonly npi: string
  readonly display: string
  readonly legal: { readonly first?: string; readonly middle?: string; readonly last?: string } | null
}

/** Never a draft. Physicians are those who answered with a physician's specialty. */
export const pagesOfPending = (
  db: Db,
  _: Permit<'public.view'>,
  physicians: boolean,
  npis?: readonly string[],
): AsyncGenerator<readonly PendingRow[]> =>
  inPages(
    async (after, limit) => {
      const { rows } = await sql<PendingRow>`
        select a.id::text as id, e.npi, e.display_name as display,
          (select s.answers from section_answers s where s.application_id = a.id and s.section_id = 'legal-name'
            and s.removed_at is null limit 1) as legal
        from application a join enrollee e on e.id = a.enrollee_id
        where a.reason = 'initial' and a.form = 'CMS-855I'
          and a.status in ('submitted', 'in-review', 'in-development', 'recommended')
          and e.npi || a.id::text > ${after} ${onlyNpis('e.npi', npis)}
          and exists (select 1 from section_answers s where s.application_id = a.id and s.removed_at is null
            and s.section_id = 'physician-specialty' and s.answers ->> 'primary' is not null) = ${physicians}
        order by e.npi || a.id::text limit ${limit}`.execute(open(db))
      return rows
    },
    (r) => r.npi + r.id,
  )
