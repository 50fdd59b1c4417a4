/**
 * Keys for the identity core, one a purpose, derived from the 32-byte master key by HKDF (RFC 5869).
 * None of them is in the database, so its copy alone tells no code, identifier or password.
 */
import { createHmac, hkdfSync } from 'node:crypto'

export interface Secrets {
  /** Goes into every password hash. */
  readonly pepper: Buffer
  readonly otp: Buffer
  readonly identifier: Buffer
  readonly csrf: Buffer
  readonly recovery: Buffer
  /** Of the master key before a rotation: they open passwords and recovery codes made under it. */
  readonly previous?: { readonly pepper: Buffer; readonly recovery: Buffer }
  /** Of the payment page inside a demonstration. */
  readonly payment: Buffer
  /** Seeds of the Ed25519 keys of the audit log: the first signs checkpoints, the others were in use before. */
  readonly audit: readonly Buffer[]
}

const deriveFrom = (master: Uint8Array, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', master, '', `openpecos identity ${purpose}`, 32))

/** `previous` is the master key before a rotation: it only verifies what was signed with it. */
export function openSecrets(master: Uint8Array, previous?: Uint8Array): Secrets {
  if (master.length !== 32) throw new Error('the master key must be 32 bytes')
  const derive = (purpose: string) => deriveFrom(master, purpose)
  return {
    pepper: derive('pepper'),
    otp: derive('otp'),
    identifier: derive('identifier'),
    csrf: derive('csrf'),
    recovery: derive('recovery'),
    payment: derive('payment'),
    ...(previous && {
      previous: { pepper: deriveFrom(previous, 'pepper'), recovery: deriveFrom(previous, 'recovery') },
    }),
    audit: [derive('audit'), ...(previous ? [deriveFrom(previous, 'audit')] : [])],
  }
}

/** A keyed digest (HMAC-SHA-256) of parts that cannot run into one another. */
export const digest = (key: Buffer, ...parts: readonly string[]): string =>
  createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url')
