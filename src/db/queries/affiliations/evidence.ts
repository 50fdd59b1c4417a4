/**
 * What a case's evidence says of affiliations: each request, the signed answer without tax numbers, the finding, and what
 * the desk saw when it found it. Reads only.
 */
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { Db } from '../../db.ts'
import { open, vaultOf } from '../../kit/open.ts'
import { knownPlace } from './requests.ts'

export interface AffiliationEvidence {
  readonly askedOn: Day
  readonly record: unknown
}

/** Of the permit's application, the first request first. */
export async function affiliationEvidence(
  db: Db,
  permit: Permit<'case.view'>,
): Promise<readonly AffiliationEvidence[]> {
  const rows = await open(db)
    .selectFrom('affiliation_request as r')
    .leftJoin('app_user as a', 'a.id', 'r.asked_by')
    .leftJoin('app_user as c', 'c.id', 'r.closed_by')
    .selectAll('r')
    .select(['a.display_name as asked_name', 'c.display_name as closed_name'])
    .where('r.application_id', '=', permit.subjectId)
    .orderBy('r.asked_at')
    .orderBy('r.id')
    .execute()
  const found: AffiliationEvidence[] = []
  for (const r of rows) {
    const items = r.answered_at
      ? await open(db)
          .selectFrom('affiliation')
          .select(['id', 'answers'])
          .where('request_id', '=', r.id)
          .where('removed_at', 'is', null)
          .orderBy('name_key')
          .orderBy('id')
          .execute()
      : []
    const known = r.sealed_known && JSON.parse(vaultOf(db).unseal(knownPlace(r.id), r.sealed_known).toString())
    found.push({
      askedOn: r.asked_on,
      record: {
        id: r.id,
        asked: { by: r.asked_name, at: r.asked_at, because: r.basis, about: r.named, dueOn: r.due_on },
        answer: r.answer && {
          says: r.answer,
          signedBy: r.signer_name,
          at: r.answered_at,
          sha256: r.statement_sha256,
          affiliations: items,
        },
        finding: r.outcome && {
          outcome: r.outcome,
          reason: r.outcome_reason,
          factors: r.factors,
          from: r.risky,
          by: r.closed_name,
          at: r.closed_at,
          seen: known,
          seenSha256: r.known_sha256,
        },
      },
    })
  }
  return found
}
