/**
 * User ids: 6 to 40 ASCII letters, digits, dots, hyphens and underscores, beginning with a letter. Pure.
 * Folded (NFKC, lower case) before they are compared, so that no two look alike.
 */
import { ok, type Result, refuse } from '../result.ts'

export const foldUserId = (typed: string): string => typed.trim().normalize('NFKC').toLowerCase()

/** The user id as it is stored, or `user-id-shape`. */
export function parseUserId(typed: string): Result<string> {
  const folded = foldUserId(typed)
  return /^[a-z][a-z0-9._-]{5,39}$/.test(folded) ? ok(folded) : refuse({ code: 'user-id-shape' })
}

/** E-mail addresses are compared in lower case: nobody runs two mailboxes that differ only in that. */
export const foldEmail = (typed: string): string => typed.trim().normalize('NFKC').toLowerCase()
