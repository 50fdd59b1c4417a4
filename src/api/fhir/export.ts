/** Bulk export over HTTP (HL7 Bulk Data Access 2.0): kick-off, progress, manifest, files, cancel. */
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { dayIn, siteZone } from '#domain/dates.ts'
import { type FhirType, fhirTypes, isFhirType } from '#domain/fhir/resource.ts'
import { readInstantRange } from '#domain/fhir/search/values.ts'
import { askExport, countExport, dropExport, exportState, manifestOf } from '#use-cases/fhir/export-directory.ts'
import { deletionsOf, ndjsonOf } from '#use-cases/fhir/ndjson.ts'
import { fhir as words } from '#words/en/fhir.ts'
import { publicPermit } from '../kit/public-permit.ts'
import { acceptsJson, type FhirParts, ndjson, parametersOf, preferOf, refuse, refuseFormat } from './replies.ts'

const t = words.outcome
type Asked = { readonly id: string; readonly file: string }

export function exportRoutes(app: FastifyInstance, parts: FhirParts): void {
  const now = () => parts.services.clock.now()
  const permit = publicPermit()
  const count = (id: string) =>
    void countExport(parts.db, permit, id, now).catch((fault) => parts.onFault?.(fault, `export ${id}`))
  const missing = (request: FastifyRequest, reply: FastifyReply) =>
    refuse(parts, request, reply, 404, 'not-found', t.unknownAddress)

  app.get('/$export', async (request, reply) => {
    if (!acceptsJson(request, undefined)) return refuseFormat(parts, request, reply)
    if (!/\brespond-async\b/.test(preferOf(request)))
      return refuse(parts, request, reply, 400, 'not-supported', t.async)
    const asked = readExport(parametersOf(request))
    if ('fault' in asked) return refuse(parts, request, reply, 400, asked.fault, asked.words)
    const id = await askExport(parts.db, permit, { ...asked, request: `${parts.base}${pathOf(request)}` }, now())
    if (!id) {
      reply.header('Retry-After', '3600')
      return refuse(parts, request, reply, 429, 'throttled', t.exports)
    }
    count(id)
    parts.count(request.method, request.routeOptions.url, 202)
    return reply.code(202).header('Content-Location', `${parts.base}/$export-status/${id}`).send()
  })

  app.get('/$export-status/:id', async (request, reply) => {
    const { id } = request.params as Asked
    const state = await exportState(parts.db, permit, id, now())
    if (!state) return missing(request, reply)
    if (state.at === 'ready') {
      reply.header('Expires', state.expires.toUTCString())
      parts.count(request.method, request.routeOptions.url, 200)
      return reply
        .header('Content-Type', 'application/json; charset=utf-8')
        .header('Cache-Control', 'no-cache')
        .send(JSON.stringify(manifestOf(state.found, parts.base)))
    }
    if (state.stale) count(id)
    parts.count(request.method, request.routeOptions.url, 202)
    return reply.code(202).header('X-Progress', `${state.done}/${state.of}`).header('Retry-After', '1').send()
  })

  app.delete('/$export-status/:id', async (request, reply) => {
    if (!(await dropExport(parts.db, permit, (request.params as Asked).id, now()))) return missing(request, reply)
    parts.count(request.method, request.routeOptions.url, 202)
    return reply.code(202).send()
  })

  app.get('/$export-files/:id/:file', async (request, reply) => {
    if (!acceptsJson(request, undefined, ndjson)) return refuseFormat(parts, request, reply)
    const { id, file } = request.params as Asked
    const state = await exportState(parts.db, permit, id, now())
    if (state?.at !== 'ready') return missing(request, reply)
    const { types, since } = state.found
    const type = types.find((k) => file === `${k}.ndjson`)
    if (!type && !(file === 'deleted.ndjson' && since)) return missing(request, reply)
    parts.count(request.method, request.routeOptions.url, 200)
    reply.header('Content-Type', 'application/fhir+ndjson').header('Cache-Control', 'no-store')
    if (!type) return reply.send(Readable.from(deletionsOf(parts.db, permit, types, since!)))
    const on = dayIn(siteZone, now())
    const pieces = ndjsonOf(parts.db, permit, {
      type,
      on,
      snapshot: parts.keeper.current(),
      ...(since && { since }),
    })
    return reply.send(Readable.from(textOf(pieces)))
  })
}

async function* textOf(pieces: AsyncIterable<{ readonly text: string }>): AsyncGenerator<string> {
  for await (const { text } of pieces) yield text
}

const pathOf = (request: FastifyRequest): string => (request.raw.url ?? '').replace(/^\/fhir\/r4/, '')
const formats = ['application/fhir+ndjson', 'application/ndjson', 'ndjson']

type Read =
  | { readonly types: readonly FhirType[]; readonly since: Date | undefined }
  | { readonly fault: 'invalid' | 'not-supported'; readonly words: string }

function readExport(parameters: readonly (readonly [string, string])[]): Read {
  let types: readonly FhirType[] = fhirTypes
  let since: Date | undefined
  for (const [name, value] of parameters) {
    const invalid: Read = { fault: 'invalid', words: t.invalidParameter(name) }
    if (name === '_type') {
      const asked = value.split(',')
      if (!asked.every(isFhirType)) return invalid
      types = fhirTypes.filter((k) => asked.includes(k))
    } else if (name === '_since') {
      const range = readInstantRange(value.replace(' ', '+'))
      if (range?.prefix !== 'eq') return invalid
      since = range.from
    } else if (name === '_outputFormat') {
      if (!formats.includes(value.replace(' ', '+'))) return invalid
    } else return { fault: 'not-supported', words: t.unknownParameter(name) }
  }
  return { types, since }
}
