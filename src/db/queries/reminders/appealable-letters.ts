/** Letters of decisions against a provider that may still be appealed, and what was filed already. For a job. */
import type { Permit } from '#domain/access/policy.ts'
import type { Remedy } from '#domain/appeals/remedies.ts'
import { type Day, dayIn } from '#domain/dates.ts'
import { type AnyDecisionKind, everyDecisionKind } from '#domain/decisions/kinds.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export interface AppealableLetter {
  readonly letterId: string
  readonly enrolleeId: string
  readonly contractorId: string
  readonly kind: AnyDecisionKind
  readonly reasons: readonly string[]
  /** In the contractor's zone, as `zone` says. */
  readonly letterOn: Day
  readonly zone: string
  /** Remedies that were asked for and not taken back. */
  readonly filed: readonly Remedy[]
}

/** Of letters issued since an instant. Decisions that were taken back or reversed are left out, and approvals are. */
export async function listAppealableLetters(
  db: Db,
  _: Permit<'system.run'>,
  since: Date,
): Promise<readonly AppealableLetter[]> {
  const k = open(db)
  const ofEnrollments = await k
    .selectFrom('letter as l')
    .innerJoin('contractor as c', 'c.id', 'l.contractor_id')
    .innerJoin('enrollment_decision as d', 'd.letter_id', 'l.id')
    .leftJoin('enrollment_decision as x', (j) =>
      j.onRef('x.undoes_id', '=', 'd.id').on('x.state', 'in', ['issued', 'delivered']),
    )
    .select(['l.id', 'l.issued_at', 'l.enrollee_id', 'l.contractor_id', 'c.time_zone', 'd.id as decision_id'])
    .select('d.reasons')
    .select('d.kind')
    .where('l.issued_at', '>=', since)
    .where('d.state', '=', 'delivered')
    .where('x.id', 'is', null)
    .execute()
  const ofApplications = await k
    .selectFrom('letter as l')
    .innerJoin('contractor as c', 'c.id', 'l.contractor_id')
    .innerJoin('decision as d', 'd.application_id', 'l.application_id')
    .select(['l.id', 'l.issued_at', 'l.enrollee_id', 'l.contractor_id', 'c.time_zone', 'd.id as decision_id'])
    .select('d.reasons')
    .select(['d.kind', 'l.dedupe_key', 'd.application_id', 'd.submission_ordinal'])
    .where('l.issued_at', '>=', since)
    .where('l.dedupe_key', 'like', 'decision:%')
    .where('d.overturned_at', 'is', null)
    .where('d.kind', '<>', 'approve')
    .orderBy('l.issued_at', 'desc')
    .execute()
  // The key is "decision:<application>:<submission>"; of one decided anew after an appeal only the newest letter counts.
  const newest = ofApplications.filter(
    (r, i) =>
      `${r.dedupe_key}:`.startsWith(`decision:${r.application_id}:${r.submission_ordinal}:`) &&
      !ofApplications.slice(0, i).some((earlier) => earlier.decision_id === r.decision_id),
  )
  const found = [...ofEnrollments, ...newest].filter((r) => Object.hasOwn(everyDecisionKind, r.kind))
  if (found.length === 0) return []
  const ids = found.map((r) => r.decision_id)
  const appeals = await k
    .selectFrom('appeal')
    .select(['remedy', 'enrollment_decision_id', 'application_decision_id'])
    .where('state', '<>', 'withdrawn')
    .where((e) => e.or([e('enrollment_decision_id', 'in', ids), e('application_decision_id', 'in', ids)]))
    .execute()
  return found.map((r) => ({
    letterId: r.id,
    enrolleeId: r.enrollee_id,
    contractorId: r.contractor_id,
    kind: r.kind as AnyDecisionKind,
    reasons: r.reasons,
    letterOn: dayIn(r.time_zone, r.issued_at),
    zone: r.time_zone,
    filed: appeals
      .filter((a) => (a.enrollment_decision_id ?? a.application_decision_id) === r.decision_id)
      .map((a) => a.remedy),
  }))
}
