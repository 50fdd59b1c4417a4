/** Codes of authenticator apps (RFC 6238: SHA-1, 30 s, six digits, one step early or late allowed). */
import { generateSecret, generateSync, generateURI, verifySync } from 'otplib'

const STEP_SECONDS = 30
const SEED_BYTES = 20
const epochOf = (at: Date): number => Math.floor(at.getTime() / 1000)

/** A new 160-bit seed in Base32. */
export const newSeed = (): string => generateSecret({ length: SEED_BYTES })

/** The time step that a code belongs to, when it is right and later than `lastStep`; otherwise undefined. */
export function checkTotp(seed: string, code: string, now: Date, lastStep?: number): number | undefined {
  // The library throws on other lengths.
  if (!/^\d{6}$/.test(code)) return undefined
  const found = verifySync({
    secret: seed,
    token: code,
    epoch: epochOf(now),
    epochTolerance: STEP_SECONDS,
    ...(lastStep !== undefined && { afterTimeStep: lastStep }),
  })
  return found.valid && 'timeStep' in found ? found.timeStep : undefined
}

/** The code of a moment: for demo accounts and tests. */
export const totpAt = (seed: string, at: Date): string => generateSync({ secret: seed, epoch: epochOf(at) })

/** Seconds until the next code. */
export const stepEnds = (at: Date): number => STEP_SECONDS - (epochOf(at) % STEP_SECONDS)

/** What the QR code says: "otpauth://totp/…". */
export const totpUri = (seed: string, issuer: string, account: string): string =>
  generateURI({ secret: seed, issuer, label: account })
