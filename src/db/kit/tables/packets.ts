/** Rows of sql/migrations/000009_packets.sql and 000030_packets_reconciliation_editions.sql. */
import type { Day } from '#domain/dates.ts'

export interface PacketTables {
  packet: { id: string; situation: string; created_by: string; created_at: Date }
  packet_application: { application_id: string; packet_id: string; position: number }
  packet_signature: {
    id: string
    packet_id: string
    application_id: string
    signer_id: string
    signer_name: string
    sha256: string
    application_version: number
    signed_at: Date
    idempotency_key: string
    voided_at: Date | null
    sent_at: Date | null
  }
  field_choice: {
    application_id: string
    record_ordinal: number
    section_id: string
    item_id: string
    question: string
    keep: 'record' | 'mine'
    because: string
    chosen_by: string
    chosen_at: Date
  }
  form_edition: { form: string; edition: string; in_force_on: Day; accepted_until: Day | null; cite: string }
}
