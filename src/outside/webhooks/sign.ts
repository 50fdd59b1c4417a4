/** Standard Webhooks: id, time and body signed with HMAC-SHA-256, by every secret that is in force. */
import { Webhook } from 'standardwebhooks'

export function signatureHeaders(
  id: string,
  body: string,
  secrets: readonly string[],
  at: Date,
): Readonly<Record<string, string>> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((s) => new Webhook(s).sign(id, at, body)).join(' '),
  }
}
