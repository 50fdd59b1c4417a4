/** Enrollments and applications of others that have to do with a person or organization, by the digest of its number. */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import { isInterestRole } from '#domain/ownership/roles.ts'
import type { Elsewhere } from '#domain/screening/named-elsewhere.ts'
import type { Db } from '../../db.ts'
import { open, vaultOf } from '../../kit/open.ts'
import { statusOf } from '../enrollment/enrollments.ts'

type Screening = Permit<'application.review' | 'application.screen'>
const MOST = 100

/** Without the applicant's own: those are its earlier filings. Of each kind at most a hundred, every contractor's. */
export async function namedElsewhere(
  db: Db,
  permit: Screening,
  { taxId, notOf }: { readonly taxId: string; readonly notOf: string },
): Promise<Elsewhere> {
  const k = open(db)
  const index = vaultOf(db).blindIndex('tax-id', taxId)
  const actions = sql<boolean>`exists (
    select 1 from enrollment_version v
    where v.enrollment_id = n.id and v.known_to is null and jsonb_array_length(coalesce(v.answers -> 'legal-actions', '[]')) > 0)`
  const columns = ['n.id', 'e.display_name', 'n.form', 'n.state', 'n.status'] as const
  const own = await k
    .selectFrom('enrollment as n')
    .innerJoin('enrollee as e', 'e.id', 'n.enrollee_id')
    .select([...columns, actions.as('actions')])
    .where('e.tax_id_index', '=', index)
    .where('e.id', '<>', notOf)
    .orderBy('n.id')
    .limit(MOST)
    .execute()
  const named = await k
    .selectFrom('ownership_interest as i')
    .innerJoin('ownership_party as o', 'o.id', 'i.owner_id')
    .innerJoin('enrollment as n', 'n.id', 'i.enrollment_id')
    .innerJoin('enrollee as e', 'e.id', 'n.enrollee_id')
    .select([...columns, 'i.role', actions.as('actions')])
    .distinct()
    .where('o.tax_id_index', '=', index)
    .where('i.known_to', 'is', null)
    .where('e.id', '<>', notOf)
    .orderBy('n.id')
    .orderBy('i.role')
    .limit(MOST)
    .execute()
  const filings = await k
    .selectFrom('application as a')
    .innerJoin('enrollee as e', 'e.id', 'a.enrollee_id')
    .select(['a.id', 'e.display_name', 'a.form', 'a.state', 'a.status'])
    .where('e.tax_id_index', '=', index)
    .where('e.id', '<>', notOf)
    .where('a.id', '<>', permit.subjectId)
    .where('a.status', '<>', 'draft')
    .orderBy('a.status_since', 'desc')
    .orderBy('a.id')
    .limit(MOST)
    .execute()
  const line = (r: (typeof own)[number], as: Elsewhere['enrollments'][number]['as']) => ({
    enrollmentId: r.id,
    enrolleeName: r.display_name,
    form: r.form,
    state: r.state,
    status: statusOf(r.status),
    as,
    legalActions: r.actions,
  })
  return {
    enrollments: [
      ...own.map((r) => line(r, 'own')),
      ...named.map((r) => line(r, isInterestRole(r.role) ? r.role : 'other')),
    ],
    filings: filings.map((f) => ({
      applicationId: f.id,
      enrolleeName: f.display_name,
      form: f.form,
      state: f.state,
      status: f.status,
    })),
  }
}
