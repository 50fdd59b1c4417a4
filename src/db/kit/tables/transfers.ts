/** Rows of the sales and mail reports of sql/migrations/000031_ownership_transfers_and_holds.sql. */

import type { Day } from '#domain/dates.ts'
import type { Agreement, SellerAnswer } from '#domain/ownership/transfer.ts'
import type { MajorityException, MajorityFinding } from '#domain/screening/majority-ownership.ts'
import type { MailReportKind } from '#domain/time/mail-report.ts'

export interface TransferTables {
  ownership_transfer: {
    id: string
    seller_enrollment_id: string
    buyer_enrollee_id: string
    buyer_application_id: string
    sale_on: Day
    agreement: Agreement
    majority_finding: MajorityFinding['because']
    majority_exception: MajorityException | null
    named_by: string
    named_at: Date
    answer: SellerAnswer | null
    answered_by: string | null
    answered_at: Date | null
    said: string | null
  }
  mail_report: {
    id: string
    kind: MailReportKind
    email: string
    message_id: string | null
    reason: string | null
    happened_at: Date
    received_at: Date
    notices: number
  }
}
