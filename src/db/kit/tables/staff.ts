/** Rows of sql/migrations/000006_help_desk_and_audit.sql. */
import type { Generated } from 'kysely'
import type { IdentityAnswers } from '#domain/access/identity-script.ts'
import type { AuditSource } from '#domain/audit/entry.ts'
import type { TicketEntryKind, TicketStatus, TicketTopic } from '#domain/help/ticket.ts'
import type { AdminChange } from '#domain/settings/admin-change.ts'
import type { Json } from './core.ts'

export interface StaffTables {
  staff_event: {
    id: string
    at: Date
    actor_id: string
    acting_for: string | null
    action: string
    subject_id: string
    ip: string
    user_agent: string
    detail: Json<Readonly<Record<string, unknown>>>
    audit_seq: number | null
  }
  audit_log: {
    seq: number
    prev_hash: string
    hash: string
    source: AuditSource
    source_id: string
    at: Date
    actor_id: string
    acting_for: string | null
    action: string
    subject_id: string | null
    outcome: string
    ip: string | null
    user_agent: string | null
    detail: Json<Readonly<Record<string, unknown>>>
  }
  audit_checkpoint: { seq: number; hash: string; at: Date; key_id: string; signature: string }
  audit_chain: { name: string }
  help_ticket: {
    id: string
    number: Generated<number>
    user_id: string | null
    name: string
    email: string
    topic: TicketTopic
    application_id: string | null
    context: Json<Readonly<Record<string, string>>>
    status: TicketStatus
    assigned_to: string | null
    created_at: Date
    changed_at: Date
  }
  help_ticket_entry: {
    id: string
    ticket_id: string
    at: Date
    kind: TicketEntryKind
    author_id: string | null
    body: string
  }
  lost_factors: {
    id: string
    user_id: string
    status: 'asked' | 'waiting' | 'open' | 'done' | 'refused' | 'canceled'
    reason: string
    answers: Json<IdentityAnswers>
    resets_password: boolean
    asked_by: string
    asked_at: Date
    confirmed_by: string | null
    confirmed_at: Date | null
    opens_at: Date | null
    ended_at: Date | null
  }
  setting_change: {
    id: string
    name: string
    before: Json<unknown> | null
    after: Json<unknown>
    reason: string
    changed_by: string
    approved_by: string | null
    at: Date
  }
  admin_proposal: {
    id: string
    change: Json<AdminChange>
    reason: string
    status: 'open' | 'approved' | 'refused' | 'withdrawn'
    proposed_by: string
    proposed_at: Date
    expires_at: Date
    decided_by: string | null
    decided_at: Date | null
  }
}
