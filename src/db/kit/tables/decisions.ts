/** Rows of sql/migrations/000016_decisions_and_appeals.sql and 000034_wordings_by_two.sql. */

import type { ColumnType } from 'kysely'
import type { AppealState } from '#domain/appeals/appeal.ts'
import type { AppealOutcome, Remedy } from '#domain/appeals/remedies.ts'
import type { ScanState } from '#domain/application/document-scan.ts'
import type { Day } from '#domain/dates.ts'
import type { RecordDecisionKind } from '#domain/decisions/kinds.ts'
import type { DecisionState } from '#domain/decisions/states.ts'
import type { Wording } from '#domain/decisions/wording.ts'
import type { EnrollmentPeriod } from '#domain/enrollment/enrollment.ts'
import type { VersionState } from '#domain/versions.ts'
import type { Json } from './core.ts'

export interface DecisionTables {
  enrollment_decision: {
    id: string
    enrollment_id: string
    kind: RecordDecisionKind
    state: DecisionState
    reasons: Json<readonly string[]>
    found: string
    event_on: Day | null
    days: number | null
    bar_years: number | null
    undoes_id: string | null
    monitoring_case_id: string | null
    prepared_by: string
    prepared_at: Date
    decided_by: string | null
    decided_at: Date | null
    effective_on: Day | null
    until_on: Day | null
    because: ColumnType<readonly string[], string | undefined, string>
    periods_before: Json<readonly EnrollmentPeriod[]> | null
    periods_after: Json<readonly EnrollmentPeriod[]> | null
    letter_id: string | null
  }
  re_enrollment_bar: {
    decision_id: string
    enrollee_id: string
    from_on: Day
    until_on: Day
    lifted_at: Date | null
  }
  letter_wording: {
    kind: string
    version: number
    wording: Json<Wording>
    reason: string
    changed_by: string
    changed_at: Date
    state: VersionState
    answered_by: string | null
    answered_at: Date | null
    answer: string | null
  }
  appeal: {
    id: string
    remedy: Remedy
    state: AppealState
    enrollment_decision_id: string | null
    application_decision_id: string | null
    enrollee_id: string
    contractor_id: string
    sealed_grounds: Buffer
    file_until: Day
    filed_on: Day
    answer_by: Day
    late_reason: string | null
    good_cause: boolean | null
    signer_id: string
    signer_name: string
    filed_at: Date
    assigned_to: string | null
    outcome: AppealOutcome | null
    outcome_reason: string | null
    decided_by: string | null
    decided_at: Date | null
    letter_id: string | null
  }
  appeal_document: {
    id: string
    appeal_id: string
    file_name: string
    media_type: string
    bytes: number
    sha256: string
    stored_as: string
    scan_state: ScanState
    scanned_at: Date | null
    scan_found: string | null
    added_by: string
    added_at: Date
  }
  decision_event: {
    id: string
    decision_id: string | null
    appeal_id: string | null
    affiliation_request_id: string | null
    event: string
    at: Date
    actor_id: string
    acting_for: string | null
    detail: ColumnType<Readonly<Record<string, unknown>>, string | undefined, string>
    audit_seq: number | null
  }
}
