/**
 * A sale as its buyer begins it: whether billing privileges and the number pass, and so what the buyer files. Pure.
 * 42 CFR 489.18(c), (d): the agreement passes to the new owner unless refused; who refuses it enrolls anew. 42 CFR
 * 424.550(b): within 36 months it does not pass at all. 42 CFR 424.526(a)(3): not filed more than 90 days ahead.
 */
import type { ApplicationReason } from '../application/reasons.ts'
import { addDays, type Day } from '../dates.ts'
import type { SupplierType } from '../enrollment/supplier-types.ts'
import { type MajorityException, type MajorityFinding, privilegesPass } from '../screening/majority-ownership.ts'

export const agreements = ['accepted', 'refused'] as const
export type Agreement = (typeof agreements)[number]
export const isAgreement = (s: string | undefined): s is Agreement =>
  (agreements as readonly string[]).includes(s ?? '')

export const sellerAnswers = ['confirmed', 'disputed'] as const
export type SellerAnswer = (typeof sellerAnswers)[number]

export const DAYS_AHEAD = 90
/** The last day of a sale that may be filed for on a day: later ones are returned. */
export const lastSaleDay = (filedOn: Day): Day => addDays(filedOn, DAYS_AHEAD)

/** The first day on which a sale may be filed for. */
export const firstFilingDay = (saleOn: Day): Day => addDays(saleOn, -DAYS_AHEAD)

export interface SaleFacts {
  readonly supplierType: SupplierType
  /** The first day of the enrollment that is sold. */
  readonly enrolledOn: Day
  /** The day of the last sale of more than half of it, where the record knows one. */
  readonly lastMajorityChangeOn?: Day | undefined
  readonly saleOn: Day
  readonly agreement: Agreement
  readonly exception?: MajorityException | undefined
}

export interface SaleFinding {
  /** What a buyer files who holds no enrollment. */
  readonly reason: ApplicationReason
  /** Does the certification number go on under the buyer? */
  readonly numberCarriesOver: boolean
  readonly majority: MajorityFinding
}

/** A sale is of the whole, so that the 36-month rule always counts it as a majority. */
export function saleFinding(f: SaleFacts): SaleFinding {
  const majority = privilegesPass({
    supplierType: f.supplierType,
    firstEnrolledOn: f.enrolledOn,
    ...(f.lastMajorityChangeOn && { lastMajorityChangeOn: f.lastMajorityChangeOn }),
    changesOn: f.saleOn,
    directPercent: 100,
    exceptions: f.exception ? [f.exception] : [],
  })
  const numberCarriesOver = f.agreement === 'accepted' && majority.passes
  return { reason: numberCarriesOver ? 'ownership-buyer' : 'initial', numberCarriesOver, majority }
}

/** What the two sides say about one thing; undefined where a side has said nothing yet. */
export interface SaidTwice {
  readonly what: 'on' | 'agreement' | 'buyer-npi' | 'seller-npi' | 'number'
  readonly buyer: string | undefined
  readonly seller: string | undefined
  readonly differs: boolean
}

/** Numbers and names compare without what people write between the characters. */
const plain = (s: string): string => s.replace(/[\s-]/g, '').toUpperCase()

export const saidTwice = (
  what: SaidTwice['what'],
  buyer: string | undefined,
  seller: string | undefined,
): SaidTwice => ({
  what,
  buyer,
  seller,
  differs: buyer !== undefined && seller !== undefined && plain(buyer) !== plain(seller),
})
