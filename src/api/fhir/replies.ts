/** How the directory answers: FHIR JSON, and an OperationOutcome for every refusal and fault. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Issue, operationOutcome } from '#domain/fhir/outcome.ts'
import { fhir as words } from '#words/en/fhir.ts'
import type { ApiParts, Count } from '../kit/route.ts'

export const FHIR_PREFIX = '/fhir/r4'
const t = words.outcome

/** What every handler of the directory gets. */
export interface FhirParts extends ApiParts {
  readonly count: Count
  /** "https://enroll.example.org/fhir/r4". */
  readonly base: string
}

export function sendFhir(parts: FhirParts, request: FastifyRequest, reply: FastifyReply, body: unknown, status = 200) {
  parts.count(request.method, request.routeOptions.url, status)
  return reply
    .code(status)
    .header('Content-Type', 'application/fhir+json; fhirVersion=4.0; charset=utf-8')
    .header('Cache-Control', 'no-cache')
    .send(JSON.stringify(body))
}

type IssueCode = Issue['code']
export function refuse(
  parts: FhirParts,
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  code: IssueCode,
  diagnostics: string,
) {
  return sendFhir(parts, request, reply, operationOutcome([{ severity: 'error', code, diagnostics }]), status)
}

/** JSON only, as _format or Accept ask for it (FHIR R4, 3.1.0.1.11). */
export function acceptsJson(request: FastifyRequest, format: string | undefined, kinds = json): boolean {
  if (format !== undefined) return kinds.test(format.replace(' ', '+').split(';')[0]!.trim())
  const accept = request.headers.accept
  return accept === undefined || accept.split(',').some((range) => kinds.test(range.split(';')[0]!.trim()))
}
const json = /^(json|application\/(fhir\+json|json|\*)|\*\/\*)$/i
export const ndjson = /^(ndjson|application\/(fhir\+ndjson|ndjson|x-ndjson|\*)|\*\/\*|text\/\*)$/i

export const refuseFormat = (parts: FhirParts, request: FastifyRequest, reply: FastifyReply) =>
  refuse(parts, request, reply, 406, 'not-supported', t.notAcceptable)

/** The query as it was sent: names may repeat, and their order is kept for links. */
export function parametersOf(request: FastifyRequest): readonly (readonly [string, string])[] {
  const url = request.raw.url ?? ''
  const at = url.indexOf('?')
  return at < 0 ? [] : [...new URLSearchParams(url.slice(at + 1))]
}

/** Parameters whose values decide about the form of the answer: asked twice they would contradict themselves. */
export const formatOf = (parameters: readonly (readonly [string, string])[]): string | undefined =>
  parameters.find(([name]) => name === '_format')?.[1]

export const isLenient = (request: FastifyRequest): boolean => /\bhandling=lenient\b/.test(preferOf(request))
export const preferOf = (request: FastifyRequest): string => String(request.headers.prefer ?? '')
