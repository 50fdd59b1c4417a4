/**
 * Text messages and phone calls over an HTTP provider of the Twilio shape, which several providers answer: a form with
 * To, From and Body (or Twiml, what the call says), basic authentication, 201 when it was taken.
 */
import { type Carrier, type OutgoingMessage, Undeliverable } from './carrier.ts'

export interface PhoneProvider {
  /** ".../Accounts/{account}/Messages.json" for texts, ".../Calls.json" for calls. */
  readonly url: string
  readonly account: string
  readonly token: string
  /** The number that the phone shows. */
  readonly from: string
}

const PATIENCE = 5000

export const smsCarrier = (p: PhoneProvider, patience = PATIENCE): Carrier => ({
  carry: (m) => hand(p, m, { Body: m.body }, patience),
})

export const voiceCarrier = (p: PhoneProvider, patience = PATIENCE): Carrier => ({
  carry: (m) => hand(p, m, { Twiml: spoken(m.body) }, patience),
})

/** What the provider reads aloud; the words are escaped, so that they can never be a command. */
export const spoken = (words: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Response><Say language="en-US">${words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')}</Say></Response>`

async function hand(
  p: PhoneProvider,
  m: OutgoingMessage,
  what: Readonly<Record<string, string>>,
  patience: number,
): Promise<void> {
  const answer = await fetch(p.url, {
    method: 'POST',
    headers: {
      Authorization: `Basic ${Buffer.from(`${p.account}:${p.token}`).toString('base64')}`,
      'Idempotency-Key': m.id,
    },
    body: new URLSearchParams({ To: `+1${m.recipient}`, From: p.from, ...what }),
    signal: AbortSignal.timeout(patience),
    redirect: 'error',
  })
  if (answer.ok) return void (await answer.body?.cancel())
  // Twilio's body names the fault by number ("21211" is no phone number); nothing of the message is repeated.
  const { code } = (await answer.json().catch(() => ({}))) as { code?: unknown }
  const said = `the phone provider answered ${answer.status}${typeof code === 'number' ? ` (${code})` : ''}`
  // A wrong number stays wrong; wrong credentials and too many requests do not.
  throw answer.status === 400 || answer.status === 404 ? new Undeliverable(said) : new Error(said)
}
