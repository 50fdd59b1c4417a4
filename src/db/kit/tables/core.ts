/** Rows of sql/migrations/000001_core.sql. Days come as "YYYY-MM-DD", instants as Date, jsonb parsed. */

import type { ColumnType, Generated } from 'kysely'
import type { ScanState } from '#domain/application/document-scan.ts'
import type { ApplicationEvent, ApplicationStatus } from '#domain/application/lifecycle.ts'
import type { ApplicationReason } from '#domain/application/reasons.ts'
import type { Day } from '#domain/dates.ts'

/** A jsonb column: read parsed, written as JSON text. */
export type Json<T> = ColumnType<T, string, string>
type Answers = Readonly<Record<string, unknown>>

export interface CoreTables {
  setting: { name: string; value: Json<unknown> }
  contractor: { id: string; name: string; time_zone: string; phone: string; email: string; address: string }
  contractor_state: { state: string; contractor_id: string }
  enrollee: {
    id: string
    kind: 'individual' | 'organization'
    npi: string
    display_name: string
    tax_id_index: string | null
    restricted: Buffer | null
    practice: Json<Answers>
    created_at: Date
    /** Ten digits by which public files know the party; given when it is first published. */
    associate_id: ColumnType<string, string | undefined, string>
    first_name: ColumnType<string, string | undefined, string>
    middle_name: ColumnType<string, string | undefined, string>
    last_name: ColumnType<string, string | undefined, string>
  }
  enrollment: {
    id: string
    enrollee_id: string
    form: string
    specialty: string
    state: string
    contractor_id: string
    ptan: string
    status: string
    created_at: Date
  }
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
  enrollment_version: {
    enrollment_id: string
    ordinal: number
    effective_from: Day
    effective_to: Day | null
    known_from: Date
    known_to: Date | null
    answers: Json<Answers>
    restricted: Buffer | null
    application_id: string | null
  }
  enrollment_period: {
    id: string
    enrollment_id: string
    status: string
    from_on: Day
    to_on: Day | null
    known_from: Date
    known_to: Date | null
    because: Json<readonly string[]>
    application_id: string | null
  }
  enrollment_location: {
    id: string
    enrollment_id: string
    item_id: string
    name: string | null
    address: Json<Answers>
    public: boolean
    from_on: Day
    to_on: Day | null
    known_from: Date
    known_to: Date | null
  }
  reassignment: {
    id: string
    from_enrollment_id: string | null
    to_enrollment_id: string | null
    to_npi: string | null
    to_name: string | null
    from_on: Day
    to_on: Day | null
    known_from: Date
    known_to: Date | null
    /** Of the handshake by which both sides confirmed it. */
    handshake_id: string | null
  }
  enrollment_change: {
    sequence: ColumnType<number, never, never>
    enrollment_id: string
    at: Date
    feed_seq: number | null
  }
  letter: {
    id: string
    application_id: string | null
    enrollee_id: string
    contractor_id: string
    kind: string
    title: string
    sealed_body: Buffer
    sealed_pdf: Buffer
    pdf_sha256: string
    issued_at: Date
    first_read_at: Date | null
    dedupe_key: string
    enrollment_id: string | null
    wording_kind: string | null
    wording_version: number | null
    delivered_at: Date | null
  }
  message: {
    id: string
    channel: 'email' | 'sms' | 'voice'
    recipient: string
    template: string
    subject: string
    body: string
    queued_at: Date
    attempts: Generated<number>
    next_try_at: Date
    sent_at: Date | null
    failed_at: Date | null
    last_error: string | null
    dedupe_key: string
    /** The version of its text; null for the product's own. */
    text_id: string | null
  }
  access_record: {
    id: string
    at: Date
    actor_id: string
    acting_for: string | null
    action: string
    subject_id: string
    path: string
    audit_seq: number | null
    outcome: Generated<'done' | 'refused'>
    ip: string | null
    user_agent: string | null
  }
}
