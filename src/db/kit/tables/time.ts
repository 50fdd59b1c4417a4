/** Rows of sql/migrations/000024_time.sql. */
import type { Day } from '#domain/dates.ts'
import type { ReportableEvent } from '#domain/enrollment/reporting-deadline.ts'
import type { DigestRhythm } from '#domain/time/digest.ts'
import type { NoticeStage } from '#domain/time/revalidation.ts'

export interface TimeTables {
  revalidation_date: {
    id: string
    enrollment_id: string
    due_on: Day
    reason: string
    set_by: string
    set_at: Date
  }
  due_notice: {
    id: string
    enrollment_id: string
    due_on: Day
    stage: NoticeStage
    user_id: string
    email: string
    message_key: string
    queued_at: Date
    bounced_at: Date | null
    bounce_reason: string | null
    opened_at: Date | null
    delivered_at: Date | null
  }
  reportable_change: {
    id: string
    enrollment_id: string
    event: ReportableEvent
    happened_on: Day
    due_on: Day
    cite: string
    entered_by: string
    entered_at: Date
    reported_at: Date | null
  }
  calendar_setting: {
    user_id: string
    digest: DigestRhythm
    feed_hash: string | null
    feed_made_at: Date | null
    last_digest_on: Day | null
  }
}
