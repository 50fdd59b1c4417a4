/** Rows of an application: its answers, papers, history, submissions, checks, requests and decision. */
import type { ColumnType, Generated } from 'kysely'
import type { ScanState } from '#domain/application/document-scan.ts'
import type { ApplicationEvent, ApplicationStatus } from '#domain/application/lifecycle.ts'
import type { ApplicationReason } from '#domain/application/reasons.ts'
import type { Day } from '#domain/dates.ts'

import type { Json } from './core.ts'

type Answers = Readonly<Record<string, unknown>>

export interface ApplicationTables {
  application: {
    id: string
    form: string
    edition: string
    reason: ApplicationReason
    enrollee_id: string
    enrollment_id: string | null
    basis_ordinal: number | null
    state: string
    contractor_id: string
    status: ApplicationStatus
    status_since: Date
    due_on: Day | null
    tracking_number: string | null
    received_on: Day | null
    assigned_to: string | null
    signer_id: string | null
    prefilled: Json<readonly string[]>
    chosen_tasks: ColumnType<readonly string[], string | undefined, string>
    created_by: string
    created_at: Date
    updated_at: Date
    version: Generated<number>
  }
  section_answers: {
    application_id: string
    section_id: string
    item_id: string
    position: number
    answers: Json<Answers>
    restricted: Buffer | null
    version: Generated<number>
    updated_at: Date
    updated_by: string
    removed_at: Date | null
  }
  application_event: {
    id: string
    application_id: string
    ordinal: number
    event: ApplicationEvent | 'start' | 'assign' | 'note' | 'fee' | 'signature' | 'task' | 'more-time'
    at: Date
    actor_id: string
    acting_for: string | null
    capacity: string | null
    acting_through: string | null
    detail: Json<Answers>
    audit_seq: number | null
    feed_seq: number | null
  }
  preflight_note: { application_id: string; finding_id: string; explanation: string; noted_by: string; noted_at: Date }
  document: {
    id: string
    application_id: string
    slot: string
    file_name: string
    media_type: string
    bytes: number
    sha256: string
    stored_as: string
    added_by: string
    added_at: Date
    removed_at: Date | null
    scan_state: Generated<ScanState>
    scanned_at: Date | null
    scan_found: string | null
    replaces: string | null
  }
  submission: {
    id: string
    application_id: string
    ordinal: number
    edition: string
    sealed_document: Buffer
    document_sha256: string
    attestation_version: string
    signer_id: string
    signer_name: string
    signed_at: Date
    received_on: Day
    idempotency_key: string
  }
  screening_check: {
    id: string
    application_id: string
    submission_ordinal: number
    check_id: string
    subject: string
    outcome: 'clear' | 'same' | 'different' | 'possible' | 'match' | 'unavailable' | 'recorded'
    evidence: Json<Answers>
    evidence_sha256: string
    source: string | null
    source_as_of: Day | null
    ran_at: Date
    ran_by: string
    disposition: string | null
    disposition_reason: string | null
    disposed_by: string | null
    disposed_at: Date | null
    superseded_at: Date | null
  }
  development_request: {
    id: string
    application_id: string
    ordinal: number
    sent_on: Day
    due_on: Day
    sent_by: string
    answered_at: Date | null
  }
  development_item: {
    id: string
    request_id: string
    position: number
    section_id: string | null
    item_id: string | null
    question: string | null
    wording: string
    cite: string
    wording_id: string | null
    wording_version: number | null
    answer: string | null
    answered_at: Date | null
  }
  decision: {
    id: string
    application_id: string
    submission_ordinal: number
    kind: string
    reasons: Json<readonly string[]>
    effective_on: Day | null
    may_bill_from: Day | null
    because: Json<readonly string[]>
    note: string | null
    decided_by: string
    decided_at: Date
    overturned_at: Date | null
  }
}
