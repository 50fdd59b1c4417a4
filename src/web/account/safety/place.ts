/** Where a session is, in words: what a network address says without asking anybody else. A hint, never proof. */
import { networkOf } from '#domain/access/limits.ts'
import type { Words } from '#words/index.ts'

const isPrivate = (ip: string): boolean =>
  /^(::ffff:)?(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(ip) || /^(::1$|f[cd]|fe80)/i.test(ip)

/** "The network you use now (203.0.113.7)". */
export function placeOf(ip: string, here: string, w: Words): string {
  const t = w.account.safety
  if (!ip) return ''
  const what = networkOf(ip) === networkOf(here) ? t.placeHere : isPrivate(ip) ? t.placePrivate : t.placeElsewhere
  return `${what} (${ip})`
}
