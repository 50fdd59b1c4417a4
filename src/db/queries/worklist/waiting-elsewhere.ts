/** How much waits for a desk beside its cases, in one statement, for the head of the worklist. Reads only. */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { isRowId } from '../application/applications.ts'

export const elsewhere = [
  'monitoring',
  'affiliations',
  'appeals',
  'decisions',
  'mailTexts',
  'letterWordings',
  'policies',
] as const
export type Elsewhere = (typeof elsewhere)[number]

/**
 * Monitoring hits and affiliations to look at, appeals that are the visitor's or nobody's; for who decides also decisions
 * to issue, and what waits for a second person who is not the one who wrote it. Nothing for who works for no contractor.
 */
export async function countElsewhere(
  db: Db,
  permit: Permit<'worklist.view'>,
  decides: boolean,
): Promise<Readonly<Record<Elsewhere, number>> | undefined> {
  const { contractorId } = permit.subject
  const me = permit.actor.userId
  if (contractorId === undefined || !isRowId(me)) return undefined
  const second = (table: string, by: string, more = sql``) =>
    decides
      ? sql`(select count(*)::int from ${sql.table(table)} where state = 'waiting' and ${sql.ref(by)} <> ${me}::uuid ${more})`
      : sql`0`
  const { rows } = await sql<Record<Elsewhere, number>>`select
    (select count(*)::int from monitoring_case where contractor_id = ${contractorId} and disposed_at is null) as monitoring,
    (select count(*)::int from affiliation_request
      where contractor_id = ${contractorId} and state = 'answered') as affiliations,
    (select count(*)::int from appeal where contractor_id = ${contractorId} and state in ('filed', 'assigned')
      and (assigned_to is null or assigned_to = ${me}::uuid)) as appeals,
    ${
      decides
        ? sql`(select count(*)::int from enrollment_decision d join enrollment n on n.id = d.enrollment_id
            where d.state = 'prepared' and n.contractor_id = ${contractorId})`
        : sql`0`
    } as decisions,
    ${second('mail_text', 'proposed_by', sql`and contractor_id = ${contractorId}`)} as "mailTexts",
    ${second('letter_wording', 'changed_by')} as "letterWordings",
    ${second('desk_policy', 'proposed_by')} as policies`.execute(open(db))
  return rows[0]
}
