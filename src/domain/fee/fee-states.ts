/**
 * The states of a fee and of its payments, as one table each. Pure.
 * The database has the same lists as checks (sql/migrations/000017_fee_and_signatures.sql).
 */
interface FeeStateFacts {
  /** Does it keep the application from being signed? */
  readonly open: boolean
  readonly next: readonly FeeState[]
}

export const feeStateNames = ['not-due', 'pending', 'paid', 'waived', 'refunded'] as const
export type FeeState = (typeof feeStateNames)[number]

export const feeStates: Readonly<Record<FeeState, FeeStateFacts>> = {
  // A payment that was under way when the answers changed still counts, and goes back.
  'not-due': { open: false, next: ['pending', 'paid'] },
  pending: { open: true, next: ['not-due', 'paid', 'waived'] },
  // A payment that the bank took back leaves the fee as it was before.
  paid: { open: false, next: ['refunded', 'pending'] },
  // A payment that was under way then changes nothing, and goes back.
  waived: { open: false, next: [] },
  // Given back because none was due, before the answers changed once more.
  refunded: { open: false, next: ['pending'] },
}

export const feeMayBecome = (from: FeeState, to: FeeState): boolean => feeStates[from].next.includes(to)

export const paymentStatuses = [
  'begun',
  'paid',
  'failed',
  'cancelled',
  'expired',
  'late',
  'charged-back',
  'refunded',
] as const
export type PaymentStatus = (typeof paymentStatuses)[number]

/** What the payment page says that happened. */
export const paymentOutcomes = ['paid', 'failed', 'cancelled', 'charged-back'] as const
export type PaymentOutcome = (typeof paymentOutcomes)[number]
export const isPaymentOutcome = (s: string): s is PaymentOutcome => (paymentOutcomes as readonly string[]).includes(s)

/** Which outcome a payment can take from where it is. The same outcome again is the same message, not a step. */
export const paymentMayBecome = (from: PaymentStatus, to: PaymentOutcome): boolean =>
  from === 'begun' ? to !== 'charged-back' : from === 'paid' && to === 'charged-back'

/** How long the payment page may keep a payment open. Ours. */
export const PAYMENT_MINUTES = 30
