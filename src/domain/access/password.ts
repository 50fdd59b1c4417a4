/**
 * Which passwords are accepted: length and strength, no composition rule, no expiry
 * (NIST SP 800-63B-4 3.1.1; OWASP ASVS 5.0 6.2). Pure; the strength itself is measured outside.
 */
import type { Problem } from '../result.ts'

export const passwordRules = { min: 12, max: 128, score: 3 } as const

/** Measured by `src/outside/password-strength.ts` on the first 72 characters. */
export interface Strength {
  /** 0 (guessed at once) to 4. */
  readonly score: number
  /** On a list that attackers try first. */
  readonly common: boolean
  /** Why it is easy to guess, when that can be said. */
  readonly advice?: PasswordAdvice
}

/** What makes a password easy, in the order in which zxcvbn looks for it. */
export const passwordAdvice = ['repeats', 'sequence', 'keyboard', 'date', 'name', 'word', 'alone'] as const
export type PasswordAdvice = (typeof passwordAdvice)[number]

/** Words that an attacker of this site tries first. */
const siteWords = ['openpecos', 'pecos', 'medicare', 'medicaid', 'provider', 'enrollment', 'password', 'nppes']

const fold = (text: string): string => text.normalize('NFKC').toLowerCase()

/** What must not carry a password: parts of name, user id and e-mail address, and words of the site. */
export function contextWords(about: readonly string[]): readonly string[] {
  const parts = about.flatMap((text) => [fold(text), ...fold(text).split(/[^\p{L}\p{N}]+/u)])
  return [...new Set([...parts.filter((p) => p.length >= 4), ...siteWords])].sort((a, b) => b.length - a.length)
}

/** Why a password is refused, or undefined. Counts characters as people do (code points), never cuts or trims. */
export function passwordProblem(
  password: string,
  about: readonly string[],
  strength: (password: string, words: readonly string[]) => Strength,
): Problem | undefined {
  const length = [...password.normalize('NFC')].length
  if (length < passwordRules.min) return { code: 'password-short', with: { min: passwordRules.min } }
  if (length > passwordRules.max) return { code: 'password-long', with: { max: passwordRules.max } }
  const words = contextWords(about)
  const bare = words.reduce((text, word) => text.replaceAll(word, ''), fold(password))
  // What is left must still be a password of the length that NIST asks for beside a second factor.
  if (bare !== fold(password) && [...bare].length < 8) return { code: 'password-context' }
  const { score, common, advice } = strength(password, words)
  if (common) return { code: 'password-common' }
  if (score >= passwordRules.score) return undefined
  return { code: 'password-weak', ...(advice && { with: { advice } }) }
}
