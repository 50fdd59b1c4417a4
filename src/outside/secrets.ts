/**
 * Keys for the identity core, one a purpose, derived from the 32-byte master key by HKDF (RFC 5869).
 * None of them is in the database, so its copy alone tells no code, identifier or password.
 */
import { createHmac, hkdfSync } from 'node:crypto'

/** What opens and verifies that which was made under a master key before the present one. */
export interface SecretsBefore {
  readonly pepper: Buffer
  readonly recovery: Buffer
  /** Seed of the key that signed checkpoints. */
  readonly audit: Buffer
}

export interface Secrets {
  /** Goes into every password hash. */
  readonly pepper: Buffer
  readonly otp: Buffer
  readonly identifier: Buffer
  readonly csrf: Buffer
  readonly recovery: Buffer
  /** Of master keys before, the latest first: they open passwords and recovery codes made under them. */
  readonly earlier: readonly SecretsBefore[]
  /** Of the payment page inside a demonstration. */
  readonly payment: Buffer
  /** Seeds of the Ed25519 keys of the audit log: the first signs checkpoints, the others were in use before. */
  readonly audit: readonly Buffer[]
}

const deriveFrom = (master: Uint8Array, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', master, '', `openpecos identity ${purpose}`, 32))

/** `earlier` is what was kept of the master keys before a rotation (src/use-cases/keys/settle-keys.ts). */
export function openSecrets(master: Uint8Array, earlier: readonly SecretsBefore[] = []): Secrets {
  if (master.length !== 32) throw new Error('the master key must be 32 bytes')
  const derive = (purpose: string) => deriveFrom(master, purpose)
  return {
    pepper: derive('pepper'),
    otp: derive('otp'),
    identifier: derive('identifier'),
    csrf: derive('csrf'),
    recovery: derive('recovery'),
    payment: derive('payment'),
    earlier,
    audit: [derive('audit'), ...earlier.map((e) => e.audit)],
  }
}

/** A keyed digest (HMAC-SHA-256) of parts that cannot run into one another. */
export const digest = (key: Buffer, ...parts: readonly string[]): string =>
  createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url')
