/**
 * Records what the payment page reports, by the browser that comes back and by its own message; whichever is first
 * counts, and the other one changes nothing. An answer that was altered, belongs to another payment, or tells a second
 * story of the same one is refused; money that came too late is noted, so that it is given back.
 */
import { randomBytes } from 'node:crypto'
import type { Db } from '#db/db.ts'
import { applicationSubject, findApplication } from '#db/queries/application/applications.ts'
import { listNotifiedAddresses } from '#db/queries/enrollment/enrollee-people.ts'
import { applicationOfPayment, type FeePayment, listFeePayments } from '#db/queries/fees/fees.ts'
import { appendEvent } from '#db/records/application/application-events.ts'
import { lockApplication } from '#db/records/application/applications.ts'
import { keepFee, setPayment } from '#db/records/fees/fees.ts'
import { queueMessage } from '#db/records/messages.ts'
import { transact } from '#db/records/transact.ts'
import { authorize, type Permit, systemActor } from '#domain/access/policy.ts'
import { addDays, dayIn } from '#domain/dates.ts'
import { paymentMayBecome } from '#domain/fee/fee-states.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { clocks } from '#domain/review/queues/clocks.ts'
import { type HostedPage, type PaymentTold, readTold } from '#outside/payments/hosted-page.ts'
import type { Words } from '#words/index.ts'
import { feeStanding } from './fee-standing.ts'

export interface SettledPayment {
  readonly applicationId: string
  readonly outcome: PaymentTold['outcome']
}

type Office = { readonly payments?: HostedPage | undefined; readonly origin: string; readonly words: Words }

/** Refuses with `payment-off`, `payment-altered`, `payment-late` or `payment-over`. */
export async function settlePayment(
  db: Db,
  texts: Readonly<Record<string, string | undefined>>,
  office: Office,
  now: Date,
): Promise<Result<SettledPayment>> {
  if (!office.payments) return refuse({ code: 'payment-off' })
  const told = readTold(office.payments.key, texts)
  if (!told) return refuse({ code: 'payment-altered' })
  const applicationId = await applicationOfPayment(db, told.nonce)
  const subject = applicationId === told.application ? await applicationSubject(db, applicationId) : undefined
  const permit = subject ? authorize(systemActor, 'fee.settle', subject) : refuse({ code: 'payment-altered' })
  return permit.ok
    ? transact(db, (tx) => settleWithin(tx, permit.value, told, office, now))
    : refuse({ code: 'payment-altered' })
}

async function settleWithin(
  tx: Db,
  permit: Permit<'fee.settle'>,
  told: PaymentTold,
  office: Office,
  now: Date,
): Promise<Result<SettledPayment>> {
  const locked = await lockApplication(tx, permit)
  const payment = (await listFeePayments(tx, permit)).find((p) => p.nonce === told.nonce)
  if (!payment || payment.cents !== told.cents) return refuse({ code: 'payment-altered' })
  const done = ok({ applicationId: permit.subjectId, outcome: told.outcome })
  if (payment.status === told.outcome) return payment.reference === told.reference ? done : refuse(over)
  if (isLate(payment, told)) {
    // The refusal stands, and yet the desk has to know of the money.
    await setPayment(tx, permit, payment.id, { status: 'late', settledAt: now, reference: told.reference })
    return refuse({ code: 'payment-late' })
  }
  if (!paymentMayBecome(payment.status, told.outcome)) return refuse(over)
  const fee = await feeStanding(tx, permit, now)
  const receipt = told.outcome === 'paid' ? receiptNumber() : undefined
  await setPayment(tx, permit, payment.id, {
    status: told.outcome,
    ...(told.outcome !== 'charged-back' && { settledAt: now, reference: told.reference }),
    ...(receipt && { receipt }),
  })
  const keep = { reason: fee.reason, because: fee.why, cents: payment.cents }
  if (told.outcome === 'paid' && fee.state !== 'waived') await keepFee(tx, permit, { ...keep, state: 'paid' }, now)
  if (told.outcome === 'charged-back' && fee.state === 'paid') {
    const { contractorZone } = await findApplication(tx, permit)
    const dueOn = addDays(dayIn(contractorZone, now), clocks['fee-after-refusal'].days)
    await keepFee(tx, permit, { ...keep, state: 'pending', dueOn }, now)
  }
  if (told.outcome === 'paid' || told.outcome === 'charged-back') {
    await appendEvent(tx, permit.subjectId, 'fee', permit.actor, now, { fee: told.outcome, payment: payment.id })
    const link = `${office.origin}/applications/${permit.subjectId}/fee`
    const mail = office.words.mails.feeMoved(told.outcome, link)
    for (const recipient of await listNotifiedAddresses(tx, permit, locked.enrolleeId))
      await queueMessage(
        tx,
        {
          channel: 'email',
          recipient,
          template: `fee-${told.outcome}`,
          contractorId: locked.contractorId,
          ...mail,
          dedupeKey: `fee:${payment.id}:${told.outcome}:${recipient}`,
        },
        now,
      )
  }
  return done
}

const over = { code: 'payment-over' } as const

/** Money that the page took when the payment was over, or that it reports of one that had been given up. */
const isLate = (payment: FeePayment, told: PaymentTold): boolean =>
  told.outcome === 'paid' &&
  (payment.status === 'expired' || (payment.status === 'begun' && new Date(told.at) > payment.expiresAt))

/** "FEE-9F3K-2M7Q": no letter that is mistaken for a digit. */
function receiptNumber(): string {
  const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
  const picked = [...randomBytes(12)].map((b) => letters[b % letters.length]).join('')
  return `FEE-${picked.slice(0, 4)}-${picked.slice(4, 8)}-${picked.slice(8)}`
}
