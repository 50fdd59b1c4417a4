/** Where a page may send the visitor next: a path of this site, never an address of another. Pure. */
import type { Membership, Role } from './policy.ts'

export function localPath(typed: string | undefined, otherwise = '/dashboard'): string {
  if (!typed || typed.length > 500) return otherwise
  // "//host" and "/\host" leave the site; control characters are dropped by browsers and may make such a path.
  if (!/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(typed)) return otherwise
  return /^\/(sign-in|sign-out|register|session)(\/|$|\?)/.test(typed) ? otherwise : typed
}

/** The page somebody came from, without its query (which may hold a link's secret); empty when it is none of this site. */
export const pathOnly = (typed: string): string =>
  /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]{0,200}$/.test(typed) ? typed.replace(/[?#].*$/, '') : ''

const desk: readonly Role[] = ['mac-analyst', 'mac-supervisor', 'auditor']
/** Where somebody begins who wanted no page in particular. */
export const homePath = (memberships: readonly Membership[]): string => {
  const holds = (...roles: readonly Role[]) => memberships.some((m) => roles.includes(m.role))
  if (holds(...desk)) return '/desk'
  if (holds('help-desk')) return '/help-desk'
  if (holds('admin')) return '/admin'
  return holds('operator') ? '/audit' : '/dashboard'
}
