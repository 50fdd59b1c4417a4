/** Searches: GET with a query, POST to _search with a form. The same parameters, the same answer. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { dayIn, siteZone } from '#domain/dates.ts'
import { type Issue, operationOutcome } from '#domain/fhir/outcome.ts'
import type { FhirType } from '#domain/fhir/resource.ts'
import type { Fault } from '#domain/fhir/search/read-condition.ts'
import { readSearch } from '#domain/fhir/search/read-search.ts'
import { searchBundle } from '#use-cases/fhir/search-directory.ts'
import { fhir as words } from '#words/en/fhir.ts'
import { publicPermit } from '../kit/public-permit.ts'
import { acceptsJson, type FhirParts, formatOf, isLenient, parametersOf, refuseFormat, sendFhir } from './replies.ts'

const t = words.outcome

export const search = (parts: FhirParts, type: FhirType) => async (request: FastifyRequest, reply: FastifyReply) => {
  const posted = typeof request.body === 'string' ? [...new URLSearchParams(request.body)] : []
  const parameters = [...parametersOf(request), ...posted]
  if (!acceptsJson(request, formatOf(parameters))) return refuseFormat(parts, request, reply)
  const { search, faults } = readSearch(type, parameters, parts.base)
  const invalid = faults.filter((f) => f.why === 'invalid')
  // A value that cannot be read is refused in any case: without it the answer would be to another question.
  const refused = isLenient(request) ? invalid : faults
  if (refused.length > 0) return sendFhir(parts, request, reply, operationOutcome(refused.map(issueOf)), 400)
  const bundle = await searchBundle(parts.db, publicPermit(), {
    search,
    base: parts.base,
    on: dayIn(siteZone, parts.services.clock.now()),
    snapshot: parts.keeper.current(),
    warnings: faults.map(({ name }) => ({
      severity: 'warning',
      code: 'not-supported',
      diagnostics: t.ignored(name),
    })),
    truncated: t.truncated,
  })
  return sendFhir(parts, request, reply, bundle)
}

const issueOf = ({ why, name }: Fault): Issue => ({
  severity: 'error',
  code: why === 'unknown' ? 'not-supported' : 'invalid',
  diagnostics: why === 'unknown' ? t.unknownParameter(name) : t.invalidParameter(name),
})
