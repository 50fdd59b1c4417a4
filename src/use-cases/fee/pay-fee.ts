/**
 * Begins a payment at the hosted page. Whoever clicks twice, or in two windows, comes to the same payment: there is one
 * under way at most, and none beside one that was made (the database has both as unique indexes).
 */
import type { Db } from '#db/db.ts'
import type { FeePayment } from '#db/queries/fees/fees.ts'
import { lockApplication } from '#db/records/application/applications.ts'
import { insertPayment, keepFee, setPayment } from '#db/records/fees/fees.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { PAYMENT_MINUTES } from '#domain/fee/fee-states.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { type HostedPage, paymentAddress } from '#outside/payments/hosted-page.ts'
import { feeStanding } from './fee-standing.ts'

/** Where the payment page sends the browser back to. */
export const RETURN_PATH = '/fees/return'

export interface BegunPayment {
  /** The address of the payment page, signed. */
  readonly to: string
  /** Is it another site? Then the browser goes there by a link and not by a form. */
  readonly away: boolean
}

/** Refuses with `payment-off`, `fee-not-open` or `fee-amount-unknown`. */
export async function payFee(
  db: Db,
  permit: Permit<'fee.pay'>,
  office: { readonly payments?: HostedPage | undefined; readonly origin: string },
  now: Date,
): Promise<Result<BegunPayment>> {
  const { payments } = office
  if (!payments) return refuse({ code: 'payment-off' })
  return transact(db, async (tx) => {
    await lockApplication(tx, permit)
    const fee = await feeStanding(tx, permit, now)
    if (fee.state !== 'pending') return refuse({ code: 'fee-not-open' })
    if (fee.cents === undefined) return refuse({ code: 'fee-amount-unknown', with: { year: fee.year } })
    const open = fee.payments.find((p) => p.status === 'begun')
    const live = open && open.expiresAt > now && open.cents === fee.cents ? open : undefined
    if (open && !live) await setPayment(tx, permit, open.id, { status: 'expired' })
    const { reason, cents, why: because } = fee
    await keepFee(tx, permit, { reason, state: 'pending', because, cents, dueOn: fee.dueOn }, now)
    const expiresAt = live?.expiresAt ?? new Date(now.getTime() + PAYMENT_MINUTES * 60_000)
    const { nonce } = live ?? (await insertPayment(tx, permit, { reason, cents, expiresAt }, now))
    const to = paymentLink(payments, office.origin, permit.subjectId, { nonce, cents, expiresAt })
    return ok({ to, away: !to.startsWith(`${office.origin}/`) })
  })
}

/** The signed address of a payment that was begun. */
export const paymentLink = (
  payments: HostedPage,
  origin: string,
  application: string,
  p: Pick<FeePayment, 'nonce' | 'cents' | 'expiresAt'>,
): string =>
  paymentAddress(payments, {
    application,
    cents: p.cents,
    nonce: p.nonce,
    expires: p.expiresAt.toISOString(),
    back: `${origin}${RETURN_PATH}`,
  })
