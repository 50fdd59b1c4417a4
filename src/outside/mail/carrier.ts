/** Carries messages out of the house: e-mail by SMTP, text messages by an HTTP provider. */
import nodemailer from 'nodemailer'

export interface OutgoingMessage {
  /** Stays the same over retries, so that a receiver can tell a repeat. */
  readonly id: string
  readonly channel: 'email' | 'sms' | 'voice'
  readonly recipient: string
  readonly subject: string
  readonly body: string
}

/** Resolves when the message was handed over; throws when it was not and should be tried again. */
export interface Carrier {
  carry(message: OutgoingMessage): Promise<void>
}

/** E-mail over SMTP. The subject and addresses are encoded by the library, so a line break cannot add a header. */
export function smtpCarrier(url: string, from: string): Carrier {
  const transport = nodemailer.createTransport(url, {
    connectionTimeout: 5000,
    greetingTimeout: 5000,
    socketTimeout: 10_000,
  } as object)
  return {
    async carry(m) {
      await transport.sendMail({
        from,
        to: m.recipient,
        subject: m.subject,
        text: m.body,
        messageId: `<${m.id}@${from.split('@')[1]}>`,
      })
    },
  }
}

export interface SmsProvider {
  /** ".../Accounts/{account}/Messages.json": the Twilio shape, which several providers answer. */
  readonly url: string
  readonly account: string
  readonly token: string
  readonly from: string
}

/** Text messages over an HTTP provider. */
export function smsCarrier(p: SmsProvider): Carrier {
  return {
    async carry(m) {
      const answer = await fetch(p.url, {
        method: 'POST',
        headers: {
          Authorization: `Basic ${Buffer.from(`${p.account}:${p.token}`).toString('base64')}`,
          'Idempotency-Key': m.id,
        },
        body: new URLSearchParams({ To: `+1${m.recipient}`, From: p.from, Body: m.body }),
        signal: AbortSignal.timeout(5000),
        redirect: 'error',
      })
      if (!answer.ok) throw new Error(`the text message provider answered ${answer.status}`)
    },
  }
}

/** Demo mode: nothing leaves the machine; the mailbox page shows the outbox. */
export const demoCarrier: Carrier = { carry: async () => {} }

export function carrierFor(channels: { readonly email: Carrier; readonly sms: Carrier }): Carrier {
  return { carry: (m) => (m.channel === 'email' ? channels.email : channels.sms).carry(m) }
}
