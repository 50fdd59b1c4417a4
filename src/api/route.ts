/**
 * A route of the API is data: what it takes and gives as schemas, from which requests are judged and
 * /openapi.json is written, and one function. Unknown, repeated or malformed parameters are refused by name.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type * as z from 'zod'
import type { Db } from '#db/db.ts'
import type { Role } from '#domain/access/policy.ts'
import type { Services } from '#outside/services.ts'
import type { EligibilityKeeper } from '#use-cases/keep-snapshot.ts'
import { type ApiProblemCode, type ParameterProblem, sendProblem } from './problem.ts'

export interface ApiParts {
  readonly db: Db
  readonly services: Services
  readonly keeper: EligibilityKeeper
  /** Names of the migrations that must be applied; absent: any. */
  readonly migrations?: readonly string[]
  /** Told of every fault, with the number that the caller was given. */
  readonly onFault?: (fault: unknown, id: string) => void
}

export type Answer<T> = { readonly value: T } | { readonly problem: ApiProblemCode; readonly detail?: string }

export interface ApiRoute<P extends z.ZodRawShape = z.ZodRawShape, T = unknown> {
  /** With ":name" parameters; they are judged by the same schema as the query. */
  readonly path: string
  readonly id: string
  readonly summary: string
  readonly roles: readonly Role[]
  readonly parameters: z.ZodObject<P>
  readonly response: z.ZodType<T>
  readonly problems: readonly ApiProblemCode[]
  handle(asked: z.output<z.ZodObject<P>>, parts: ApiParts): Answer<T> | Promise<Answer<T>>
}
export const route = <P extends z.ZodRawShape, T>(r: ApiRoute<P, T>): ApiRoute<P, T> => r
// biome-ignore lint/suspicious/noExplicitAny: a list holds routes of many shapes; each was checked where it was declared
export type AnyApiRoute = ApiRoute<any, any>

export function mountRoute(app: FastifyInstance, r: AnyApiRoute, parts: ApiParts): void {
  app.get(r.path, async (request, reply) => {
    const given = { ...(request.query as object), ...(request.params as object) }
    const read = r.parameters.safeParse(given)
    if (!read.success) return sendProblem(reply, 'invalid-request', { errors: parameterProblems(given, read.error) })
    // Before the answer is made, so that a tag is never newer than what it stands for.
    const tag = `"${parts.keeper.status().tag}"`
    if (isCurrent(request, tag)) return reply.code(304).header('ETag', tag).send()
    const answer = await r.handle(read.data, parts)
    if ('problem' in answer) return sendProblem(reply, answer.problem, answer.detail ? { detail: answer.detail } : {})
    return sendJson(reply.header('ETag', tag).header('Cache-Control', 'no-cache'), answer.value)
  })
}

export const sendJson = (reply: FastifyReply, value: unknown): FastifyReply =>
  reply.header('Content-Type', 'application/json; charset=utf-8').send(JSON.stringify(value))

const isCurrent = (request: FastifyRequest, tag: string): boolean =>
  request.headers['if-none-match']?.split(',').some((t) => t.trim().replace(/^W\//, '') === tag) ?? false

function parameterProblems(given: Readonly<Record<string, unknown>>, fault: z.ZodError): readonly ParameterProblem[] {
  return fault.issues.flatMap((issue): ParameterProblem[] => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((parameter) => ({ parameter, code: 'unknown', detail: 'This route has no such parameter' }))
    const parameter = String(issue.path[0] ?? '')
    if (Array.isArray(given[parameter])) return [{ parameter, code: 'repeated', detail: 'Give it once' }]
    if (given[parameter] === undefined) return [{ parameter, code: 'missing', detail: 'It is needed' }]
    return [{ parameter, code: 'invalid', detail: issue.message }]
  })
}
