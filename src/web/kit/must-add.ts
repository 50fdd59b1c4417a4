/**
 * Somebody who holds no way to verify that is allowed any more signs in with what they have, and then only adds one that
 * is (domain/access/assurance.ts `mustAdd`). Which pages open meanwhile, and where the others lead. Pure.
 */
import type { Action } from '#domain/access/policy.ts'
import { type AnyPage, isPublic } from './page.ts'

/** Where the choice is made. */
export const CHOOSE_METHOD = '/account/choose-method'

/** Public pages (help, signing out), and those on which a way to verify is added. */
export const opensWhileMustAdd = (p: Pick<AnyPage, 'action' | 'whileMustAdd'>): boolean =>
  p.whileMustAdd === true || p.action === 'account.add-method' || isPublic(p.action as Action)

/** A form leads back to its page: what it would have done waits for nobody. */
export const mustAddAt = (method: 'get' | 'post', url: string): string =>
  `${CHOOSE_METHOD}?next=${encodeURIComponent(method === 'get' ? url : url.split('?')[0]!)}`

/** Do pages of this action offer ways to verify? */
export const speaksOfMethods = (action: Action): boolean =>
  action.startsWith('account.') || action === 'dashboard.view' || action === 'site.administer'
