/** Rows of sql/migrations/000043_mail_texts.sql. */
import type { Day } from '#domain/dates.ts'
import type { MailKind } from '#domain/mails/mail-kinds.ts'
import type { VersionState } from '#domain/versions.ts'

export interface MailTextTables {
  mail_text: {
    id: string
    kind: MailKind
    /** Null: everybody's. */
    contractor_id: string | null
    version: number
    subject: string
    body: string
    from_on: Day
    reason: string
    state: VersionState
    proposed_by: string
    proposed_at: Date
    answered_by: string | null
    answered_at: Date | null
    answer: string | null
  }
}
