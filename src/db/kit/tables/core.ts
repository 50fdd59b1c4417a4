/** Rows of sql/migrations/000001_core.sql: parties, contractors, letters, messages. Days come as "YYYY-MM-DD", instants as Date, jsonb parsed. */
import type { ColumnType, Generated } from 'kysely'

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
