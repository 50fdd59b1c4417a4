/** Security headers of every answer, pages and JSON alike (OWASP ASVS 5.0, 3.4). */
import type { Site } from './services.ts'

const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

/** Names in lower case, as they are written. */
export const securityHeaders = (site: Site): Readonly<Record<string, string>> => ({
  'content-security-policy': CSP,
  'x-content-type-options': 'nosniff',
  // "no-referrer" would make browsers send "Origin: null" with our own forms.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
  ...(site.origin.startsWith('https://') && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
})

/**
 * Those of an answer that is data. It is no document, so it needs no more of a policy than that nothing is loaded by it
 * and nobody frames it; what says how a document behaves (openers, referrers, cameras) has nothing to say.
 */
export function dataHeaders(site: Site): Readonly<Record<string, string>> {
  const ofDocuments = ['cross-origin-opener-policy', 'referrer-policy', 'permissions-policy']
  const kept = Object.entries(securityHeaders(site)).filter(([name]) => !ofDocuments.includes(name))
  return { ...Object.fromEntries(kept), 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" }
}
