/** Pays a fee as the payment page inside a demonstration does: for its invented histories, and for tests. */
import type { Db } from '#db/db.ts'
import { applicationSubject } from '#db/queries/application/applications.ts'
import { type Actor, authorize } from '#domain/access/policy.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { askedFields, type HostedPage, readAsked, toldTexts } from '#outside/payments/hosted-page.ts'
import type { Words } from '#words/index.ts'
import { payFee } from './pay-fee.ts'
import { type SettledPayment, settlePayment } from './settle-payment.ts'

/** Refuses with whatever a payment is refused with. */
export async function payAtOnce(
  db: Db,
  actor: Actor,
  applicationId: string,
  office: { readonly payments: HostedPage; readonly origin: string; readonly words: Words },
  now: Date,
): Promise<Result<SettledPayment>> {
  const subject = await applicationSubject(db, applicationId)
  const permit = subject ? authorize(actor, 'fee.pay', subject) : refuse({ code: 'not-found' })
  if (!permit.ok) return permit
  const begun = await payFee(db, permit.value, office, now)
  if (!begun.ok) return begun
  const query = new URL(begun.value.to).searchParams
  const asked = readAsked(
    office.payments.key,
    Object.fromEntries(askedFields.map((f) => [f, query.get(f) ?? undefined])),
  )
  if (!asked) return refuse({ code: 'payment-altered' })
  const { application, cents, nonce } = asked
  const told = { application, cents, nonce, outcome: 'paid', reference: `SIM-${nonce.slice(0, 12)}` } as const
  const settled = await settlePayment(
    db,
    toldTexts(office.payments.key, { ...told, at: now.toISOString() }),
    office,
    now,
  )
  return settled.ok ? ok(settled.value) : settled
}
