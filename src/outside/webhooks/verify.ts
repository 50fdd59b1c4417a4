/** Is a message signed as Standard Webhooks say, with our secret, within five minutes? */
import { Webhook } from 'standardwebhooks'

type Headers = Readonly<Record<string, string | string[] | undefined>>

/** `secret` is any text of 32 characters or more; the library wants it in base64. */
export function isSignedBy(secret: string, body: string, headers: Headers): boolean {
  const one = (name: string) => (typeof headers[name] === 'string' ? headers[name] : '')
  const signed = Object.fromEntries(['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((n) => [n, one(n)]))
  try {
    new Webhook(base64Of(secret)).verify(body, signed)
    return true
  } catch {
    return false
  }
}

/** The secret as the library takes it. */
export const base64Of = (secret: string): string => Buffer.from(secret).toString('base64')
