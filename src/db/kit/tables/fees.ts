/** Rows of sql/migrations/000017_fee_and_signatures.sql. */
import type { ApplicationReason } from '#domain/application/reasons.ts'
import type { SignatureRole } from '#domain/application/signers.ts'
import type { Day } from '#domain/dates.ts'
import type { FeeReason } from '#domain/fee/fee-due.ts'
import type { FeeState, PaymentStatus } from '#domain/fee/fee-states.ts'
import type { RefundRule } from '#domain/fee/refund-rules.ts'

export interface FeeTables {
  fee_amount: { year: number; cents: number | null; cite: string }
  fee: {
    application_id: string
    reason: ApplicationReason
    state: FeeState
    because: FeeReason
    cents: number | null
    due_on: Day | null
    updated_at: Date
  }
  fee_payment: {
    id: string
    application_id: string
    reason: ApplicationReason
    nonce: string
    cents: number
    status: PaymentStatus
    begun_by: string
    begun_at: Date
    expires_at: Date
    settled_at: Date | null
    provider_reference: string | null
    receipt_number: string | null
  }
  fee_hardship: {
    id: string
    application_id: string
    reason: ApplicationReason
    explanation: string
    asked_by: string
    asked_at: Date
    decide_by: Day
    decided_by: string | null
    decided_at: Date | null
    granted: boolean | null
    note: string | null
  }
  fee_refund: {
    payment_id: string
    rule: RefundRule
    asked_by: string | null
    asked_at: Date | null
    decided_by: string | null
    decided_at: Date | null
    granted: boolean | null
    note: string | null
  }
  signature_request: {
    id: string
    application_id: string
    role: SignatureRole
    user_id: string
    asked_by: string
    asked_at: Date
    reminded_at: Date | null
    sha256: string
    declined_at: Date | null
    decline_reason: string | null
    signed_at: Date | null
    voided_at: Date | null
  }
}
