/**
 * GET /api/?version=2.1: the NPI registry API of CMS over the registry that is loaded here, for programs that know the
 * original: same parameters, answers and refusals (HTTP 200 with "Errors"). docs/nppes-api.md lists what differs.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isRegistrySearchable } from '#db/queries/registry-files/search-providers.ts'
import { sourceVersion } from '#db/queries/registry-files/source-imports.ts'
import { networkOf } from '#domain/access/limits.ts'
import type { NppesError } from '#domain/registry/nppes-criteria.ts'
import { readNppesRequest } from '#domain/registry/nppes-request.ts'
import { asksByNumber, searchNppes } from '#use-cases/registry/search-nppes.ts'
import { nppesApi as words } from '#words/en/nppes-api.ts'
import { taken } from '../clients/gate.ts'
import { rateLimit } from '../clients/rate-limit.ts'
import { publicPermit } from '../kit/public-permit.ts'
import type { ApiParts, Count } from '../kit/route.ts'

export const NPPES_PATH = '/api/'
/** PostgreSQL: the statement took longer than it may. */
const CANCELED = '57014'

/** `isLostDatabase` tells a database that cannot be reached from a fault of ours. */
export function nppesRoutes(
  app: FastifyInstance,
  parts: ApiParts,
  count: Count,
  isLostDatabase: (fault: object) => boolean,
): void {
  const perAddress = parts.limits?.perAddress ? rateLimit(parts.limits.perAddress) : undefined
  const send = (request: FastifyRequest, reply: FastifyReply, body: unknown, status = 200) => {
    count(request.method, request.routeOptions.url, status)
    return reply
      .code(status)
      .header('Content-Type', 'application/json; charset=utf-8')
      .header('Cache-Control', 'no-cache, no-store, must-revalidate')
      .send(isPretty(request) ? JSON.stringify(body, null, 4) : JSON.stringify(body))
  }
  /** What the original has no number for. */
  const fail = (request: FastifyRequest, reply: FastifyReply, status: number, description: string) => {
    const error: NppesError = { description, field: 'generic', number: '00' }
    return send(request, reply, { Errors: [error] }, status)
  }
  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    if (perAddress && !taken(reply, perAddress, networkOf(request.ip))) return fail(request, reply, 429, words.tooMany)
    const asked = readNppesRequest(given(request))
    if ('errors' in asked) return send(request, reply, { Errors: asked.errors })
    // A registry that is not there says nothing; an empty answer would say that nobody is so.
    if (!(await sourceVersion(parts.db, 'nppes'))) return fail(request, reply, 503, words.notLoaded)
    if (!asksByNumber(asked.criteria) && !(await isRegistrySearchable(parts.db, publicPermit())))
      return fail(request, reply, 503, words.notReady)
    const results = await searchNppes(parts.db, publicPermit(), asked.criteria)
    return send(request, reply, { result_count: results.length, results })
  }
  app.register(async (own) => {
    // The server takes it without the last slash too.
    own.get(NPPES_PATH, answer)
    own.setErrorHandler((fault: { readonly code?: string }, request, reply) => {
      if (fault.code === CANCELED) return fail(request, reply, 503, words.tooLong)
      parts.onFault?.(fault, request.id)
      return fail(request, reply, isLostDatabase(fault) ? 503 : 500, words.fault)
    })
  })
}

/** Each parameter once, the first time it is given. */
function given(request: FastifyRequest): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [name, value] of new URL(request.raw.url ?? '/', 'http://localhost').searchParams)
    if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), value)
  return found
}

const isPretty = (request: FastifyRequest): boolean => /^(on|true|1|yes)$/i.test(given(request).get('pretty') ?? '')
