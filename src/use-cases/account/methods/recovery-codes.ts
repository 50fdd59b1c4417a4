/**
 * Recovery codes: ten, of 16 Crockford Base32 characters (80 bits; NIST SP 800-63B-4 4.2.1 asks for 64).
 * Stored as a keyed digest with a key outside the database; each works once.
 */
import { randomInt } from 'node:crypto'
import { digest, type Secrets } from '#outside/secrets.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const COUNT = 10

/** New codes, as a person reads them: "7Q4K-…". */
export const newRecoveryCodes = (): readonly string[] =>
  Array.from({ length: COUNT }, () =>
    Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => ALPHABET[randomInt(32)]).join('')).join('-'),
  )

/** Reads a code forgivingly: case, spaces and hyphens do not count, O is 0, I and L are 1. */
export const readRecoveryCode = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')

/** The digests under which a typed code may be stored: of today's key, and of those before a rotation. */
export const recoveryMacs = (secrets: Secrets, userId: string, code: string): readonly string[] =>
  [secrets.recovery, ...secrets.earlier.map((e) => e.recovery)].map((key) =>
    digest(key, userId, readRecoveryCode(code)),
  )

export const recoveryMac = (secrets: Secrets, userId: string, code: string): string =>
  digest(secrets.recovery, userId, readRecoveryCode(code))
