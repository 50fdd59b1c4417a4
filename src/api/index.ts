/** The JSON API, its description, and the addresses by which machines watch the site. */
import type { FastifyInstance } from 'fastify'
import { eligibilityRoute } from './eligibility.ts'
import { healthRoutes } from './health.ts'
import { API_PREFIX, openApiDocument } from './openapi.ts'
import { sendProblem } from './problem.ts'
import { providerRoute, providersRoute } from './providers.ts'
import { type AnyApiRoute, type ApiParts, mountRoute, sendJson } from './route.ts'

export const apiRouteList: readonly AnyApiRoute[] = [eligibilityRoute, providersRoute, providerRoute]

export const apiRoutes =
  (parts: ApiParts): ((app: FastifyInstance) => void) =>
  (app) => {
    healthRoutes(app, parts)
    const document = openApiDocument(apiRouteList, parts.services.site)
    app.get('/openapi.json', (_, reply) => sendJson(reply.header('Cache-Control', 'no-cache'), document))
    app.register(
      async (api) => {
        for (const r of apiRouteList) mountRoute(api, r, parts)
        api.setNotFoundHandler((_, reply) => sendProblem(reply, 'not-found'))
        api.setErrorHandler((fault: { code?: string; message?: string }, request, reply) => {
          parts.onFault?.(fault, request.id)
          return sendProblem(reply, isLostDatabase(fault) ? 'database-unavailable' : 'fault')
        })
      },
      { prefix: API_PREFIX },
    )
  }

/** Network faults and PostgreSQL's class 57P (being shut down) and 08 (connection). */
const isLostDatabase = ({ code = '', message = '' }: { code?: string; message?: string }): boolean =>
  /^(ECONN|ENOENT|EPIPE|57P0|08)/.test(code) || /Connection terminated|timeout exceeded/.test(message)
