/** Rows of sql/migrations/000018_reassignment_handshake.sql. */
import type { ColumnType } from 'kysely'
import type { Day } from '#domain/dates.ts'
import type { RosterAnswer } from '#domain/reassignment/roster-answer.ts'
import type { Json } from './core.ts'

export interface ReassignmentTables {
  reassignment_batch: {
    id: string
    to_enrollment_id: string | null
    /** Of a group that is not enrolled here. */
    to_enrollee_id: string | null
    file_name: string
    starts_on: Day
    answers: Json<readonly RosterAnswer[]>
    made_by: string
    made_at: Date
    sent_at: Date | null
  }
  reassignment_handshake: {
    id: string
    from_enrollee_id: string
    from_enrollment_id: string | null
    application_id: string | null
    to_enrollee_id: string
    /** Null while the group is not enrolled here. */
    to_enrollment_id: string | null
    origin: 'practitioner' | 'group' | 'record'
    batch_id: string | null
    starts_on: Day
    terms_sha256: string
    proposed_by: string | null
    proposed_at: Date
    reminded_at: Date | null
    practitioner_signed_at: Date | null
    practitioner_signed_by: string | null
    practitioner_signed_name: string | null
    group_signed_at: Date | null
    group_signed_by: string | null
    group_signed_name: string | null
    refused_at: Date | null
    refused_by: string | null
    refused_side: 'practitioner' | 'group' | 'contractor' | null
    refusal: string | null
    held_because: ColumnType<readonly string[], string | undefined, string>
    accepted_at: Date | null
    accepted_by: string | null
    effective_on: Day | null
    because: ColumnType<readonly string[], string | undefined, string>
    ended_at: Date | null
    ended_by: string | null
    ended_side: 'practitioner' | 'group' | null
    end_reason: string | null
    ends_on: Day | null
    expired_at: Date | null
    last_call_at: Date | null
  }
}
