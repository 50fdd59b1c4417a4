/** Security headers of every answer (OWASP ASVS 5.0, 3.4). */
import type { FastifyInstance } from 'fastify'
import type { Site } from '#outside/services.ts'

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

export function installHeaders(app: FastifyInstance, site: Site): void {
  const fixed = {
    'content-security-policy': CSP,
    'x-content-type-options': 'nosniff',
    // "no-referrer" would make browsers send "Origin: null" with our own forms.
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
    ...(site.origin.startsWith('https://') && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
  }
  // With a callback: a promise for every answer would cost more than the headers.
  app.addHook('onSend', (request, reply, payload, done) => {
    reply.headers(fixed)
    if (!request.url.startsWith('/assets/') && !reply.hasHeader('Cache-Control'))
      reply.header('Cache-Control', 'no-store')
    done(null, payload)
  })
}
