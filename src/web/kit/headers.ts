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
  app.addHook('onSend', async (request, reply) => {
    reply.header('Content-Security-Policy', CSP)
    reply.header('X-Content-Type-Options', 'nosniff')
    // "no-referrer" would make browsers send "Origin: null" with our own forms.
    reply.header('Referrer-Policy', 'same-origin')
    reply.header('Cross-Origin-Opener-Policy', 'same-origin')
    reply.header('Cross-Origin-Resource-Policy', 'same-origin')
    reply.header('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=()')
    if (site.origin.startsWith('https://'))
      reply.header('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
    if (!request.url.startsWith('/assets/') && !reply.hasHeader('Cache-Control'))
      reply.header('Cache-Control', 'no-store')
  })
}
