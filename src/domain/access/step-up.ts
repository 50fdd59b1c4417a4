/**
 * Which acts need a fresh proof of who acts, beside the right to do them: one table, enforced by web/kit for every page.
 * NIST SP 800-63B-4 2.1.3 (binding another authenticator), OWASP ASVS 5.0 7.5.1; aal 1 (an e-mail code) never suffices
 * where 2 is asked. Pure.
 */
import type { Action } from './policy.ts'

export interface Need {
  /** `best-held`: as good as the person's best way, so that whoever has only e-mail can add a better one. */
  readonly level: 2 | 'best-held'
  /** How recently: `act` for what takes effect at once, `work` for answers that only a signature makes effective. */
  readonly within: 'act' | 'work'
  /** Only where bank or tax identifiers are asked. */
  readonly only?: 'bank-and-tax'
}

export const needs = {
  'application.sign': { level: 2, within: 'act' },
  'reassignment.sign': { level: 2, within: 'act' },
  'affiliation.sign': { level: 2, within: 'act' },
  'application.edit': { level: 2, within: 'work', only: 'bank-and-tax' },
  // What ends or begins somebody's billing, and its letter.
  'application.decide': { level: 2, within: 'act' },
  'enrollment.decide': { level: 2, within: 'act' },
  // Whoever gets a role or a connection acts for the provider from the next request on.
  'people.manage': { level: 2, within: 'act' },
  'surrogacy.agree': { level: 2, within: 'act' },
  'account.secure': { level: 2, within: 'act' },
  'account.add-method': { level: 'best-held', within: 'act' },
} as const satisfies Partial<Record<Action, Need>>

/** Of a page that asks by itself for more than its action does. */
export const needOfMarkedPages: Need = { level: 2, within: 'act' }

/** What an action needs on a page; `bankAndTax` says whether the page asks for such identifiers. */
export function needOf(action: Action, bankAndTax: boolean): Need | undefined {
  const need: Need | undefined = (needs as Partial<Record<Action, Need>>)[action]
  return need?.only && !bankAndTax ? undefined : need
}

/** Answers of a draft have this many times as long as acts: they are changed one by one, and signed for in the end. */
const WORK_TIMES = 6
export const minutesWithin = (within: Need['within'], actMinutes: number): number =>
  within === 'act' ? actMinutes : actMinutes * WORK_TIMES

/** Why a session does not do for a need: too weak, or proven too long ago. Undefined when it does. */
export function lacking(
  need: Need,
  session: { readonly aal: 1 | 2; readonly authAt: Date },
  strongestHeld: 1 | 2,
  actMinutes: number,
  now: Date,
): 'level' | 'recent' | undefined {
  if (session.aal < (need.level === 2 ? 2 : strongestHeld)) return 'level'
  const age = now.getTime() - session.authAt.getTime()
  return age > minutesWithin(need.within, actMinutes) * 60_000 ? 'recent' : undefined
}
