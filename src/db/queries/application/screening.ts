/** Reads of screening checks: what was asked, of which list, what it answered, and what a person said of it. */
import type { Permit } from '#domain/access/policy.ts'
import type { ApplicationStatus } from '#domain/application/lifecycle.ts'
import type { Day } from '#domain/dates.ts'
import {
  byHand,
  type CheckKind,
  type CheckState,
  isCheckKind,
  isDisposition,
} from '#domain/review/screening/screening.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import type { ApplicationPermit } from './applications.ts'

export interface ScreeningCheck extends CheckState {
  readonly id: string
  readonly submission: number
  readonly evidence: Readonly<Record<string, unknown>>
  /** Of the canonical JSON of the evidence, hexadecimal. */
  readonly evidenceSha256: string
  readonly source: string | undefined
  readonly sourceAsOf: Day | undefined
  readonly ranAt: Date
  readonly ranBy: string
  readonly dispositionReason: string | undefined
  readonly disposedBy: string | undefined
  readonly disposedAt: Date | undefined
  readonly supersededAt: Date | undefined
}

/** Checks in force, in the order in which they ran; with `superseded` the earlier ones instead. */
export async function listChecks(
  db: Db,
  permit: ApplicationPermit,
  superseded = false,
): Promise<readonly ScreeningCheck[]> {
  const rows = await open(db)
    .selectFrom('screening_check')
    .selectAll()
    .where('application_id', '=', permit.subjectId)
    .where('superseded_at', superseded ? 'is not' : 'is', null)
    .orderBy('ran_at')
    .orderBy('id')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    kind: kindOf(r.check_id),
    subject: r.subject,
    submission: r.submission_ordinal,
    outcome: r.outcome,
    evidence: r.evidence,
    evidenceSha256: r.evidence_sha256,
    source: r.source ?? undefined,
    sourceAsOf: r.source_as_of ?? undefined,
    ranAt: r.ran_at,
    ranBy: r.ran_by,
    disposition: isDisposition(r.disposition ?? undefined) ? (r.disposition as CheckState['disposition']) : undefined,
    dispositionReason: r.disposition_reason ?? undefined,
    disposedBy: r.disposed_by ?? undefined,
    disposedAt: r.disposed_at ?? undefined,
    supersededAt: r.superseded_at ?? undefined,
  }))
}

/** Applications in one of these statuses whose newest submission no list was asked about yet; at most 100. For jobs. */
export async function listUnscreened(
  db: Db,
  _: Permit<'system.run'>,
  among: readonly ApplicationStatus[],
): Promise<readonly string[]> {
  const rows = await open(db)
    .selectFrom('application as a')
    .innerJoin('submission as s', 's.application_id', 'a.id')
    .select('a.id')
    .where('a.status', 'in', among)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('screening_check as c')
            .select('c.id')
            .whereRef('c.application_id', '=', 'a.id')
            .whereRef('c.submission_ordinal', '>=', 's.ordinal')
            .where('c.check_id', 'not in', byHand)
            .where('c.superseded_at', 'is', null),
        ),
      ),
    )
    .distinct()
    .orderBy('a.id')
    .limit(100)
    .execute()
  return rows.map((r) => r.id)
}

/** The program writes only kinds that it knows; anything else is a fault. */
function kindOf(text: string): CheckKind {
  if (!isCheckKind(text)) throw new Error(`unknown screening check ${text}`)
  return text
}
