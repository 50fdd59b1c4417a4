/** Where the fee of an application stands: due or not and why, how much, paid, waived, or waiting. Reads only. */
import type { Db } from '#db/db.ts'
import { type ApplicationWithFile, findWithFile } from '#db/queries/application/application-file.ts'
import { findBasisVersion } from '#db/queries/enrollment/enrollment-versions.ts'
import { feeOfApplication } from '#db/queries/fees/fee-of-application.ts'
import type { FeeHardship, FeePayment, FeePermit, FeeRefund, StoredFee } from '#db/queries/fees/fees.ts'
import { allows } from '#domain/application/lifecycle.ts'
import type { ApplicationReason } from '#domain/application/reasons.ts'
import { type Day, dayIn } from '#domain/dates.ts'
import { type FeeReason, feeDue } from '#domain/fee/fee-due.ts'
import { type FeeState, feeStates } from '#domain/fee/fee-states.ts'

export interface FeeStanding {
  readonly reason: ApplicationReason
  /** By the answers as they are now. */
  readonly due: boolean
  readonly why: FeeReason
  readonly because: readonly string[]
  readonly state: FeeState
  /** What is to be paid today; undefined when no amount was entered for the year. */
  readonly cents: number | undefined
  readonly year: number
  readonly cite: string | undefined
  readonly dueOn: Day | undefined
  readonly payments: readonly FeePayment[]
  readonly hardship: FeeHardship | undefined
  readonly refunds: readonly FeeRefund[]
  /** Nothing about the fee keeps the application from being signed: paid, not due, waived, or asked to be. */
  readonly settled: boolean
}

/** Section ids under which forms ask for places where they work. */
const placeSections = ['practice-locations']

/** `loaded`: the application, where it was read for the same page. */
export async function feeStanding(
  db: Db,
  permit: FeePermit,
  now: Date,
  loaded?: ApplicationWithFile,
): Promise<FeeStanding> {
  const { header, file } = loaded ?? (await findWithFile(db, permit))
  const basis = header.basisOrdinal === undefined ? undefined : (await findBasisVersion(db, permit))?.file
  const supplier = (file.enrollment ?? basis?.enrollment)?.[0]?.answers.supplier
  const addsPlace = placeSections.some((s) =>
    (file[s] ?? []).some((item) => basis?.[s] && !basis[s].some((known) => known.id === item.id)),
  )
  const { form, reason } = header
  const rule = feeDue({ form, reason, supplier: typeof supplier === 'string' ? supplier : undefined, addsPlace })
  const year = Number(dayIn(header.contractorZone, now).slice(0, 4))
  const { amount, stored, payments, hardship, refunds } = await feeOfApplication(db, permit, year)
  const state = stateOf(rule.value.due, stored, allows(header.status, 'submit'))
  const asked = hardship !== undefined && hardship.decidedAt === undefined
  return {
    reason,
    ...rule.value,
    because: rule.because,
    state,
    cents: amount?.cents,
    year,
    cite: amount?.cite,
    dueOn: state === 'pending' ? stored?.dueOn : undefined,
    payments,
    hardship,
    refunds,
    settled: !feeStates[state].open || asked,
  }
}

/** What was done about it stands; what was only worked out follows the answers. */
function stateOf(due: boolean, stored: StoredFee | undefined, draft: boolean): FeeState {
  // Given back because none was due, and then the answers changed once more.
  if (stored?.state === 'refunded' && due && draft) return 'pending'
  if (stored && stored.state !== 'not-due' && stored.state !== 'pending') return stored.state
  return due ? 'pending' : 'not-due'
}

/** The payment that counts, if there is one. */
export const paidPayment = (f: Pick<FeeStanding, 'payments'>): FeePayment | undefined =>
  f.payments.find((p) => p.status === 'paid')
