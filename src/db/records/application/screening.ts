/** Writes of screening checks. A check never changes; a later run stands beside it and supersedes it. */
import { createHash, randomUUID } from 'node:crypto'
import type { Permit } from '#domain/access/policy.ts'
import { canonicalJson } from '#domain/canonical-json.ts'
import type { Day } from '#domain/dates.ts'
import type { CheckKind, Disposition, Outcome } from '#domain/review/screening/screening.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { isRowId } from '../../queries/application/applications.ts'

type Reviewing = Permit<'application.review'>
type Screening = Permit<'application.review' | 'application.screen'>
type Checking = Screening | Permit<'application.decide'>

export interface NewCheck {
  readonly kind: CheckKind
  readonly subject: string
  readonly submission: number
  readonly outcome: Outcome
  readonly evidence: Readonly<Record<string, unknown>>
  readonly source: string | undefined
  readonly sourceAsOf: Day | undefined
  /** Said of an equal finding before, and still true. */
  readonly kept?: { readonly disposition: Disposition; readonly reason: string; readonly by: string; readonly at: Date }
}

export const evidenceHash = (evidence: Readonly<Record<string, unknown>>): string =>
  createHash('sha256').update(canonicalJson(evidence)).digest('hex')

export async function insertChecks(tx: Db, permit: Checking, checks: readonly NewCheck[], at: Date): Promise<void> {
  if (checks.length === 0) return
  await open(tx)
    .insertInto('screening_check')
    .values(
      checks.map((c) => ({
        id: randomUUID(),
        application_id: permit.subjectId,
        submission_ordinal: c.submission,
        check_id: c.kind,
        subject: c.subject,
        outcome: c.outcome,
        evidence: JSON.stringify(c.evidence),
        evidence_sha256: evidenceHash(c.evidence),
        source: c.source ?? null,
        source_as_of: c.sourceAsOf ?? null,
        ran_at: at,
        ran_by: permit.actor.userId,
        disposition: c.kept?.disposition ?? null,
        disposition_reason: c.kept?.reason ?? null,
        disposed_by: c.kept?.by ?? null,
        disposed_at: c.kept?.at ?? null,
        superseded_at: null,
      })),
    )
    .execute()
}

/** Marks checks in force as replaced: those of the kinds, or only those about one subject. */
export async function supersedeChecks(
  tx: Db,
  permit: Screening,
  which: { readonly kinds: readonly CheckKind[]; readonly subject?: string },
  at: Date,
): Promise<void> {
  let query = open(tx)
    .updateTable('screening_check')
    .set({ superseded_at: at })
    .where('application_id', '=', permit.subjectId)
    .where('check_id', 'in', which.kinds)
    .where('superseded_at', 'is', null)
  if (which.subject !== undefined) query = query.where('subject', '=', which.subject)
  await query.execute()
}

/** Writes down what a person says of a finding; false when the check is not in force in this case. */
export async function saveDisposition(
  tx: Db,
  permit: Reviewing,
  checkId: string,
  said: { readonly disposition: Disposition; readonly reason: string },
  at: Date,
): Promise<boolean> {
  if (!isRowId(checkId)) return false
  const done = await open(tx)
    .updateTable('screening_check')
    .set({
      disposition: said.disposition,
      disposition_reason: said.reason,
      disposed_by: permit.actor.userId,
      disposed_at: at,
    })
    .where('id', '=', checkId)
    .where('application_id', '=', permit.subjectId)
    .where('superseded_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}
