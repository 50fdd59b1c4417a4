/** The JSON API, its description, and the addresses by which machines watch the site. */
import type { FastifyInstance } from 'fastify'
import { routeMethods } from '#outside/route-methods.ts'
import { affiliationsRoute, providerEnrollmentsRoute } from './affiliations.ts'
import { claimCheckPath, claimCheckRoute } from './claims/check-route.ts'
import { claimCheckOperation } from './claims/describe-check.ts'
import { mountClientRoute } from './clients/client-route.ts'
import { changesRoute } from './clients/events.ts'
import { mountGate } from './clients/gate.ts'
import { clientNeeds, clientRouteList } from './clients/index.ts'
import { oauthRoute } from './clients/oauth.ts'
import { dateLedgerRoute } from './date-ledger.ts'
import { eligibilityRoute } from './eligibility.ts'
import { eligibilityBatchRoute } from './eligibility-batch.ts'
import { fhirRoutes } from './fhir/index.ts'
import { countPages, healthRoutes, requestCounter } from './health.ts'
import { API_PREFIX, openApiDocument } from './kit/openapi.ts'
import { mountPost, type PostRoute } from './kit/post-route.ts'
import { type ApiProblemCode, apiProblems, sendProblem } from './kit/problem.ts'
import { readStrictJson, StrictJsonFault } from './kit/read-json.ts'
import { type AnyApiRoute, type ApiParts, mountRoute, sendJson } from './kit/route.ts'
import { nppesRoutes } from './nppes/index.ts'
import { answerPlainQuestions } from './plain-questions.ts'
import { providerRoute, providersRoute } from './providers.ts'
import { rosterCheckRoute } from './roster-check.ts'

export const apiRouteList: readonly AnyApiRoute[] = [
  eligibilityRoute,
  providersRoute,
  providerRoute,
  providerEnrollmentsRoute,
  affiliationsRoute,
  changesRoute,
  dateLedgerRoute,
]

/** Those that take a body. */
export const apiPostList: readonly PostRoute[] = [eligibilityBatchRoute, rosterCheckRoute]

/** The OpenAPI document of everything under /api/v1. */
export function describeApi(site: { readonly product: string; readonly origin: string }) {
  const described = openApiDocument(apiRouteList, apiPostList, clientRouteList, site)
  const claims = { [claimCheckPath]: { post: claimCheckOperation } }
  return { ...described, paths: { ...(described.paths as object), ...claims } }
}

export const apiRoutes =
  (parts: ApiParts): ((app: FastifyInstance) => void) =>
  (app) => {
    const counter = parts.counter ?? requestCounter()
    const methods = routeMethods()
    app.addHook('onRoute', methods.add)
    answerPlainQuestions(app, parts, counter.count)
    healthRoutes(app, parts, counter)
    const document = describeApi(parts.services.site)
    oauthRoute(app, parts, counter.count)
    app.get('/openapi.json', (_, reply) => sendJson(reply.header('Cache-Control', 'no-cache'), document))
    app.register(
      async (api) => {
        readStrictJson(api)
        mountGate(api, parts, clientNeeds(API_PREFIX), counter.count)
        for (const r of clientRouteList) mountClientRoute(api, r, parts, counter.count)
        for (const r of apiRouteList) mountRoute(api, r, parts, counter.count)
        for (const r of apiPostList) mountPost(api, r, parts, counter.count)
        claimCheckRoute(api, parts, counter.count)
        api.setNotFoundHandler((request, reply) => {
          const taken = methods.at(request.url.split('?')[0]!)
          if (taken.length > 0) reply.header('Allow', taken.join(', '))
          const code = taken.length > 0 ? 'not-acceptable-method' : 'not-found'
          counter.count(request.method, undefined, apiProblems[code].status)
          return sendProblem(reply, code)
        })
        api.setErrorHandler((fault: Fault, request, reply) => {
          if ((fault.statusCode ?? 500) >= 500) parts.onFault?.(fault, request.id)
          const strict = fault instanceof StrictJsonFault ? { errors: fault.problems } : {}
          const code = fault instanceof StrictJsonFault ? 'invalid-request' : codeOf(fault)
          counter.count(request.method, request.routeOptions.url, apiProblems[code].status)
          return sendProblem(reply, code, strict)
        })
      },
      { prefix: API_PREFIX },
    )
    fhirRoutes(app, parts, counter.count, isLostDatabase)
    nppesRoutes(app, parts, counter.count, isLostDatabase)
    countPages(app, counter)
  }

interface Fault {
  readonly code?: string
  readonly message?: string
  readonly statusCode?: number
}

/** What a fault is called: of the request (too large, not JSON), of the database, or ours. */
function codeOf(fault: Fault): ApiProblemCode {
  if (fault.statusCode === 413) return 'too-large'
  if (fault.statusCode === 415) return 'not-acceptable-type'
  if (fault.statusCode !== undefined && fault.statusCode >= 400 && fault.statusCode < 500) return 'not-readable'
  return isLostDatabase(fault) ? 'database-unavailable' : 'fault'
}

/** Network faults and PostgreSQL's class 57P (being shut down) and 08 (connection). */
const isLostDatabase = ({ code = '', message = '' }: Fault): boolean =>
  /^(ECONN|ENOENT|EPIPE|57P0|08)/.test(code) || /Connection terminated|timeout exceeded/.test(message)
