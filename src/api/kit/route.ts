/**
 * A route of the API is data: what it takes and gives as schemas, from which requests are judged and
 * /openapi.json is written, and one function. Unknown, repeated or malformed parameters are refused by name.
 */
import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type * as z from 'zod'
import type { Db } from '#db/db.ts'
import type { Role } from '#domain/access/policy.ts'
import { dataHeaders } from '#outside/security-headers.ts'
import type { Services, Site } from '#outside/services.ts'
import type { EligibilityKeeper } from '#use-cases/eligibility/keep-snapshot.ts'
import type { RequestCounter } from '../health.ts'
import { parameterReader } from './parameters.ts'
import { type ApiProblemCode, apiProblems, sendProblem } from './problem.ts'

export interface ApiParts {
  readonly db: Db
  readonly services: Services
  readonly keeper: EligibilityKeeper
  /** Names of the migrations that must be applied; absent: any. */
  readonly migrations?: readonly string[]
  /** Requests a minute; programs have a default, addresses none. */
  readonly limits?: { readonly perClient?: number; readonly perAddress?: number | undefined }
  /** Counts answers; absent: one of its own. */
  readonly counter?: RequestCounter
  /** The numbers of the site are asked for on a port of their own. */
  readonly metricsElsewhere?: boolean
  /** Told of every fault, with the number that the caller was given. */
  readonly onFault?: (fault: unknown, id: string) => void
}

export type Answer<T> = { readonly value: T } | { readonly problem: ApiProblemCode; readonly detail?: string }

/** `T` is what is written; `V` what the handler hands to `write`, the same unless the route writes it itself. */
export interface ApiRoute<P extends z.ZodRawShape = z.ZodRawShape, T = unknown, V = T> {
  /** With ":name" parameters; they are judged by the same schema as the query. */
  readonly path: string
  readonly id: string
  readonly summary: string
  readonly roles: readonly Role[]
  readonly parameters: z.ZodObject<P>
  readonly response: z.ZodType<T>
  /** Writes the answer, where JSON.stringify would be what costs most. */
  readonly write?: (value: V) => string
  readonly problems: readonly ApiProblemCode[]
  /** Its answer is not made from the snapshot, so its ETag is made from the answer. */
  readonly ownTag?: true
  handle(asked: z.output<z.ZodObject<P>>, parts: ApiParts): Answer<V> | Promise<Answer<V>>
}
export const route = <P extends z.ZodRawShape, T, V = T>(r: ApiRoute<P, T, V>): ApiRoute<P, T, V> => r
// biome-ignore lint/suspicious/noExplicitAny: a list holds routes of many shapes; each was checked where it was declared
export type AnyApiRoute = ApiRoute<any, any, any>

/** Told of every answer, for the numbers of the site. */
export type Count = (method: string, route: string | undefined, status: number) => void

export function mountRoute(app: FastifyInstance, r: AnyApiRoute, parts: ApiParts, count: Count): void {
  const read = parameterReader(r.parameters.shape)
  const named = r.path.includes(':')
  const write = r.write ?? JSON.stringify
  const writeWhole = wholeWriter(parts.services.site)
  const refuse = (
    request: FastifyRequest,
    reply: FastifyReply,
    problem: ApiProblemCode,
    more: Parameters<typeof sendProblem>[2],
  ) => {
    count(request.method, request.routeOptions.url, apiProblems[problem].status)
    return sendProblem(reply, problem, more)
  }
  const send = (request: FastifyRequest, reply: FastifyReply, tag: string, answer: Answer<unknown>): FastifyReply => {
    if ('problem' in answer)
      return refuse(request, reply, answer.problem, answer.detail ? { detail: answer.detail } : {})
    count(request.method, request.routeOptions.url, 200)
    reply.hijack()
    writeWhole(reply.raw, tag, write(answer.value))
    return reply
  }
  const sendTagged = (request: FastifyRequest, reply: FastifyReply, answer: Answer<unknown>): FastifyReply => {
    const tag = 'value' in answer ? tagOf(write(answer.value)) : ''
    if (!('value' in answer) || !isCurrent(request, tag)) return send(request, reply, tag, answer)
    count(request.method, request.routeOptions.url, 304)
    return reply.code(304).header('ETag', tag).send()
  }
  const ask = (request: FastifyRequest, reply: FastifyReply, given: Given) => {
    const asked = read(given)
    if (!asked.ok) return refuse(request, reply, 'invalid-request', { errors: asked.errors })
    if (r.ownTag) return Promise.resolve(r.handle(asked.value, parts)).then((a) => sendTagged(request, reply, a))
    // Before the answer is made, so that a tag is never newer than what it stands for.
    const tag = `"${parts.keeper.status().tag}"`
    if (isCurrent(request, tag)) {
      count(request.method, request.routeOptions.url, 304)
      return reply.code(304).header('ETag', tag).send()
    }
    const answer = r.handle(asked.value, parts)
    // No promise where none is needed: this is the path of every claim that is checked.
    return answer instanceof Promise
      ? answer.then((a) => send(request, reply, tag, a))
      : send(request, reply, tag, answer)
  }
  app.get(r.path, (request, reply) => {
    const query = request.query as Given
    return ask(request, reply, named ? { ...query, ...(request.params as Given) } : query)
  })
}

/**
 * Writes a whole answer at once, past the hooks of Fastify: their walk over a dozen headers costs more than
 * judging a claim does. The headers are those that data needs of what the hooks would set. `bytes` are those of the
 * body, where they are known.
 */
export function wholeWriter(site: Site): (to: ServerResponse, tag: string, body: string, bytes?: number) => void {
  const kind = ['content-type', 'application/json; charset=utf-8']
  const fixed = [...kind, 'cache-control', 'no-cache', ...Object.entries(dataHeaders(site)).flat()]
  return (to, tag, body, bytes = Buffer.byteLength(body)) => {
    to.writeHead(200, ['content-length', String(bytes), 'etag', tag, ...fixed])
    // One byte a letter is the same text in both, and is written faster.
    to.end(body, bytes === body.length ? 'latin1' : 'utf8')
  }
}

export const sendJson = (reply: FastifyReply, value: unknown): FastifyReply =>
  reply.header('Content-Type', 'application/json; charset=utf-8').send(JSON.stringify(value))

/** The ETag of an answer by its text. */
export const tagOf = (body: string): string => `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`

/** Is the tag one of those that the caller still holds? */
export const isCurrent = (request: FastifyRequest, tag: string): boolean =>
  request.headers['if-none-match']?.split(',').some((t) => t.trim().replace(/^W\//, '') === tag) ?? false

type Given = Readonly<Record<string, unknown>>
