/**
 * The public directory in FHIR R4 under /fhir/r4: read only, open to anyone, nothing written down about who asked.
 * Routes, search parameters and the CapabilityStatement come from one table (domain/fhir/search/parameters.ts).
 */
import type { FastifyInstance } from 'fastify'
import { networkOf } from '#domain/access/limits.ts'
import { fhirBase } from '#domain/fhir/party.ts'
import { fhirTypes } from '#domain/fhir/resource.ts'
import { fhir as words } from '#words/en/fhir.ts'
import { taken } from '../clients/gate.ts'
import { rateLimit } from '../clients/rate-limit.ts'
import type { ApiParts, Count } from '../kit/route.ts'
import { exportRoutes } from './export.ts'
import { readMetadata, readResource } from './read.ts'
import { FHIR_PREFIX, type FhirParts, refuse } from './replies.ts'
import { search } from './search.ts'

const t = words.outcome
const FORM = 'application/x-www-form-urlencoded'
const MOST_BYTES = 65_536

/** PostgreSQL: the statement took longer than it may. */
const CANCELED = '57014'

interface Fault {
  readonly code?: string
  readonly statusCode?: number
}

/** `isLostDatabase` tells a database that cannot be reached from a fault of ours. */
export function fhirRoutes(
  app: FastifyInstance,
  given: ApiParts,
  count: Count,
  isLostDatabase: (fault: object) => boolean,
): void {
  const parts: FhirParts = { ...given, count, base: fhirBase(given.services.site) }
  const perAddress = given.limits?.perAddress ? rateLimit(given.limits.perAddress) : undefined
  app.register(
    async (own) => {
      own.removeAllContentTypeParsers()
      own.addHook('onRequest', (request, reply, done) => {
        if (!perAddress || taken(reply, perAddress, networkOf(request.ip))) return done()
        refuse(parts, request, reply, 429, 'throttled', t.rateLimited)
      })
      own.addContentTypeParser(FORM, { parseAs: 'string', bodyLimit: MOST_BYTES }, (_, body, done) => done(null, body))
      own.get('/metadata', readMetadata(parts))
      exportRoutes(own, parts)
      for (const type of fhirTypes) {
        own.get(`/${type}`, search(parts, type))
        own.post(`/${type}/_search`, search(parts, type))
        own.get(`/${type}/:id`, readResource(parts, type))
      }
      own.setNotFoundHandler((request, reply) => {
        const path = (request.raw.url ?? '').slice(FHIR_PREFIX.length + 1).split('?')[0]!
        const type = path.split('/')[0]!
        const known = (fhirTypes as readonly string[]).includes(type)
        if (known && !['GET', 'HEAD'].includes(request.method))
          return refuse(parts, request, reply, 405, 'not-supported', t.method)
        if (!known && /^[A-Z][A-Za-z]*$/.test(type))
          return refuse(parts, request, reply, 404, 'not-supported', t.unknownType(type))
        return refuse(parts, request, reply, 404, 'not-found', t.unknownAddress)
      })
      own.setErrorHandler((fault: Fault, request, reply) => {
        const status = fault.statusCode ?? 500
        if (status === 413) return refuse(parts, request, reply, 413, 'too-costly', t.tooLarge)
        if (status === 415) return refuse(parts, request, reply, 415, 'not-supported', t.body)
        if (fault.code === CANCELED) return refuse(parts, request, reply, 422, 'too-costly', t.tooCostly)
        if (status < 500) return refuse(parts, request, reply, 400, 'invalid', t.body)
        parts.onFault?.(fault, request.id)
        return isLostDatabase(fault)
          ? refuse(parts, request, reply, 503, 'transient', t.database)
          : refuse(parts, request, reply, 500, 'exception', t.fault)
      })
    },
    { prefix: FHIR_PREFIX },
  )
}
