/** Puts the security headers on every answer that goes through Fastify. */
import type { FastifyInstance } from 'fastify'
import { securityHeaders } from '#outside/security-headers.ts'
import type { Site } from '#outside/services.ts'

export function installHeaders(app: FastifyInstance, site: Site): void {
  const fixed = securityHeaders(site)
  // With a callback: a promise for every answer would cost more than the headers.
  app.addHook('onSend', (request, reply, payload, done) => {
    reply.headers(fixed)
    if (!request.url.startsWith('/assets/') && !reply.hasHeader('Cache-Control'))
      reply.header('Cache-Control', 'no-store')
    done(null, payload)
  })
}
