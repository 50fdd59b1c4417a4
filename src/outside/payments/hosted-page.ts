/**
 * The contract with a hosted payment page: what is sent there, and what comes back, each signed (HMAC-SHA-256) over all
 * of its fields, so that nobody in between can change an amount or an outcome. Card numbers are never seen here.
 */
import { timingSafeEqual } from 'node:crypto'
import { isPaymentOutcome, type PaymentOutcome } from '#domain/fee/fee-states.ts'
import { digest } from '../secrets.ts'

export interface HostedPage {
  /** Where it is. */
  readonly url: string
  readonly key: Buffer
  /** Is it the one inside a demonstration? */
  readonly simulator: boolean
}

export interface PaymentAsked {
  readonly application: string
  readonly cents: number
  readonly nonce: string
  /** ISO 8601; the page must not take money after it. */
  readonly expires: string
  /** Where the browser goes back to. */
  readonly back: string
}
export interface PaymentTold {
  readonly application: string
  readonly cents: number
  readonly nonce: string
  readonly outcome: PaymentOutcome
  /** The page's own number of the payment. */
  readonly reference: string
  /** ISO 8601: when it happened there. */
  readonly at: string
}

export const askedFields = ['application', 'amount', 'nonce', 'expires', 'back', 'signature'] as const
export const toldFields = ['application', 'amount', 'nonce', 'outcome', 'reference', 'at', 'signature'] as const
type Texts = Readonly<Record<string, string | undefined>>

const askedSignature = (key: Buffer, a: PaymentAsked): string =>
  digest(key, 'asked', a.application, String(a.cents), a.nonce, a.expires, a.back)
const toldSignature = (key: Buffer, t: PaymentTold): string =>
  digest(key, 'told', t.application, String(t.cents), t.nonce, t.outcome, t.reference, t.at)

/** The address to send a person to. */
export const paymentAddress = ({ url, key }: Pick<HostedPage, 'url' | 'key'>, a: PaymentAsked): string =>
  withQuery(url, {
    application: a.application,
    amount: String(a.cents),
    nonce: a.nonce,
    expires: a.expires,
    back: a.back,
    signature: askedSignature(key, a),
  })

/** The signed fields of an answer, as the page sends them back by address and by message. */
export const toldTexts = (key: Buffer, t: PaymentTold): Readonly<Record<(typeof toldFields)[number], string>> => ({
  application: t.application,
  amount: String(t.cents),
  nonce: t.nonce,
  outcome: t.outcome,
  reference: t.reference,
  at: t.at,
  signature: toldSignature(key, t),
})

export const withQuery = (url: string, fields: Readonly<Record<string, string>>): string => {
  const to = new URL(url)
  for (const [name, value] of Object.entries(fields)) to.searchParams.set(name, value)
  return to.toString()
}

/** Undefined when anything is missing or does not fit the signature. */
export function readAsked(key: Buffer, f: Texts): PaymentAsked | undefined {
  const { application, nonce, expires, back, signature } = f
  const cents = centsOf(f.amount)
  if (!application || !nonce || !expires || !back || !signature || cents === undefined) return undefined
  const asked = { application, cents, nonce, expires, back }
  return same(signature, askedSignature(key, asked)) ? asked : undefined
}

export function readTold(key: Buffer, f: Texts): PaymentTold | undefined {
  const { application, nonce, outcome, reference, at, signature } = f
  const cents = centsOf(f.amount)
  if (!application || !nonce || !outcome || !reference || !at || !signature || cents === undefined) return undefined
  if (!isPaymentOutcome(outcome) || Number.isNaN(Date.parse(at))) return undefined
  const told = { application, cents, nonce, outcome, reference, at }
  return same(signature, toldSignature(key, told)) ? told : undefined
}

const centsOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^[1-9]\d{0,7}$/.test(text) ? Number(text) : undefined

const same = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
