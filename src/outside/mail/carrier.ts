/** Carries messages out of the house. Here e-mail by SMTP; text messages and calls are in phone-provider.ts. */
import nodemailer from 'nodemailer'

export interface OutgoingMessage {
  /** Stays the same over retries, so that a receiver can tell a repeat. */
  readonly id: string
  readonly channel: 'email' | 'sms' | 'voice'
  readonly recipient: string
  readonly subject: string
  readonly body: string
}

/** The other side says that this message can never be delivered: trying again is of no use. */
export class Undeliverable extends Error {}

/** Resolves when the message was handed over; throws when it was not and should be tried again, or `Undeliverable`. */
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
      const mail = { to: m.recipient, subject: m.subject, text: m.body }
      try {
        await transport.sendMail({ from, ...mail, messageId: `<${m.id}@${from.split('@')[1]}>` })
      } catch (fault) {
        throw forGood(fault) ?? fault
      }
    },
  }
}

/** The server refused the recipient with a code of 500 and above: no later try can change that (RFC 5321, 4.2.1). */
function forGood(fault: unknown): Undeliverable | undefined {
  const { code, responseCode = 0, response = '' } = fault as SmtpFault
  return code === 'EENVELOPE' && responseCode >= 500 ? new Undeliverable(response.slice(0, 200)) : undefined
}
interface SmtpFault {
  readonly code?: string
  readonly responseCode?: number
  readonly response?: string
}

/** Demo mode: nothing leaves the machine; the mailbox page shows the outbox. */
export const demoCarrier: Carrier = { carry: async () => {} }

export function carrierFor(channels: {
  readonly email: Carrier
  readonly sms: Carrier
  readonly voice: Carrier
}): Carrier {
  return { carry: (m) => channels[m.channel].carry(m) }
}
