/** One resource by its id, and the statement of what the directory can do. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { findDirectoryRow } from '#db/queries/fhir/rows.ts'
import { dayIn, siteZone } from '#domain/dates.ts'
import { capabilityStatement } from '#domain/fhir/capability.ts'
import type { FhirType } from '#domain/fhir/resource.ts'
import { directorySite } from '#use-cases/fhir/directory-words.ts'
import { served } from '#use-cases/fhir/served.ts'
import { fhir as words } from '#words/en/fhir.ts'
import { acceptsJson, type FhirParts, formatOf, parametersOf, refuse, refuseFormat, sendFhir } from './replies.ts'

const t = words.outcome

/** Parameters of a read are about the form of the answer only. */
function refusesParameters(parts: FhirParts, request: FastifyRequest, reply: FastifyReply) {
  const parameters = parametersOf(request)
  const unknown = parameters.find(([name]) => name !== '_format')
  if (unknown) return refuse(parts, request, reply, 400, 'not-supported', t.unknownParameter(unknown[0]))
  return acceptsJson(request, formatOf(parameters)) ? undefined : refuseFormat(parts, request, reply)
}

export const readResource =
  (parts: FhirParts, type: FhirType) => async (request: FastifyRequest, reply: FastifyReply) => {
    const refused = refusesParameters(parts, request, reply)
    if (refused) return refused
    const { id } = request.params as { readonly id: string }
    const row = /^[A-Za-z0-9.-]{1,64}$/.test(id) ? await findDirectoryRow(parts.db, type, id) : undefined
    if (!row) return refuse(parts, request, reply, 404, 'not-found', t.notFound(`${type}/${id}`))
    if (row.deleted) return refuse(parts, request, reply, 410, 'deleted', t.gone(`${type}/${id}`))
    const on = dayIn(siteZone, parts.services.clock.now())
    const { resource, versionId, lastUpdated } = served(parts.keeper.current(), row, on)
    const tag = `W/"${versionId}"`
    reply.header('ETag', tag).header('Last-Modified', lastUpdated.toUTCString())
    // A version that the job has not noted yet is newer than its date says.
    const noted = versionId === String(row.version)
    if (isCurrent(request, tag) || (noted && isUnmodified(request, lastUpdated))) {
      parts.count(request.method, request.routeOptions.url, 304)
      return reply.code(304).send()
    }
    return sendFhir(parts, request, reply, resource)
  }

const weak = (tag: string): string => tag.trim().replace(/^W\//, '')
const isCurrent = (request: FastifyRequest, tag: string): boolean =>
  (request.headers['if-none-match'] ?? '').split(',').some((t) => weak(t) === weak(tag))

/** HTTP dates have whole seconds; a tag, when one is sent, decides alone (RFC 9110, 13.1.3). */
function isUnmodified(request: FastifyRequest, lastUpdated: Date): boolean {
  const since = request.headers['if-modified-since']
  if (since === undefined || request.headers['if-none-match'] !== undefined) return false
  const moment = Date.parse(since)
  return !Number.isNaN(moment) && Math.floor(lastUpdated.getTime() / 1000) * 1000 <= moment
}

export const readMetadata = (parts: FhirParts) => {
  const statement = capabilityStatement(directorySite(parts.services.site), words.capability)
  return async (request: FastifyRequest, reply: FastifyReply) =>
    refusesParameters(parts, request, reply) ?? sendFhir(parts, request, reply, statement)
}
