/**
 * A route for programs. Like `route` it is data, from which requests are judged and /openapi.json is written; it has
 * a scope, may take a body, and what acts is done once for its Idempotency-Key.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type * as z from 'zod'
import type { Db } from '#db/db.ts'
import type { KnownCaller } from '#db/queries/api/caller.ts'
import type { Scope } from '#domain/access/api/scopes.ts'
import type { Problem } from '#domain/result.ts'
import type { Caller } from '#use-cases/account/identity.ts'
import { actOnce } from '#use-cases/api/act-once.ts'
import { en } from '#words/index.ts'
import { parameterReader } from '../kit/parameters.ts'
import { type ApiProblemCode, apiProblems, type ParameterProblem, problemText, sendProblem } from '../kit/problem.ts'
import { type ApiParts, type Count, isCurrent, tagOf } from '../kit/route.ts'
import { callerBehind } from './gate.ts'

export interface ClientAsk<P extends z.ZodRawShape, B> {
  readonly asked: z.output<z.ZodObject<P>>
  readonly body: B
  /** Of a route that acts, the transaction in which its answer is kept. */
  readonly db: Db
  readonly caller: KnownCaller
  readonly from: Caller
  /** The ETag that the caller has seen. */
  readonly ifMatch: string
  readonly parts: ApiParts
  readonly now: Date
}
export type ClientAnswer<T> =
  | { readonly value: T }
  | { readonly problem: ApiProblemCode; readonly detail?: string }
  | { readonly refused: readonly Problem[] }

export interface ClientRoute<P extends z.ZodRawShape = z.ZodRawShape, B = unknown, T = unknown> {
  readonly method: 'get' | 'post' | 'put' | 'delete'
  readonly path: string
  readonly id: string
  readonly summary: string
  readonly scope: Scope
  readonly parameters: z.ZodObject<P>
  readonly body?: z.ZodType<B>
  readonly response: z.ZodType<T>
  readonly problems: readonly ApiProblemCode[]
  handle(ask: ClientAsk<P, B>): Promise<ClientAnswer<T>>
}
export const clientRoute = <P extends z.ZodRawShape, B, T>(r: ClientRoute<P, B, T>): ClientRoute<P, B, T> => r
// biome-ignore lint/suspicious/noExplicitAny: a list holds routes of many shapes; each was checked where it was declared
export type AnyClientRoute = ClientRoute<any, any, any>

type Given = Readonly<Record<string, unknown>>
const KEY = /^[\x21-\x7e]{1,255}$/

export function mountClientRoute(app: FastifyInstance, r: AnyClientRoute, parts: ApiParts, count: Count): void {
  const read = parameterReader(r.parameters.shape)
  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const caller = callerBehind(request)
    const refuse = (code: ApiProblemCode, more: Parameters<typeof sendProblem>[2] = {}) => {
      count(request.method, request.routeOptions.url, apiProblems[code].status)
      return sendProblem(reply, code, more)
    }
    if (!caller) return refuse('unauthorized')
    const asked = read({ ...(request.query as Given), ...(request.params as Given) })
    if (!asked.ok) return refuse('invalid-request', { errors: asked.errors })
    const body = r.body?.safeParse(request.body)
    if (body && !body.success) return refuse('invalid-request', { errors: bodyErrors(body.error) })
    const ifMatch = request.headers['if-match']
    if (r.method === 'put' && ifMatch === undefined) return refuse('precondition-needed')
    const from = { ip: request.ip, userAgent: String(request.headers['user-agent'] ?? '') }
    const now = parts.services.clock.now()
    const work = async (db: Db) =>
      writeAnswer(
        await r.handle({ asked: asked.value, body: body?.data, db, caller, from, ifMatch: ifMatch ?? '', parts, now }),
        r,
        request.id,
      )
    if (r.method === 'get') {
      const done = await work(parts.db)
      const tag = tagOf(done.body)
      if (done.status === 200 && isCurrent(request, tag)) {
        count(request.method, request.routeOptions.url, 304)
        return reply.code(304).header('ETag', tag).send()
      }
      return send(reply.header('ETag', tag), done, request)
    }
    // Done twice, these are done once: only what makes something needs a key.
    if (r.method !== 'post') return send(reply, await work(parts.db), request)
    const key = request.headers['idempotency-key']
    if (typeof key !== 'string' || !KEY.test(key)) return refuse('idempotency-key-needed')
    const once = {
      clientId: caller.clientId,
      key,
      request: [r.method, request.url, JSON.stringify(request.body ?? null)],
    }
    const done = await actOnce(parts.db, once, work, now)
    if (done === 'other-request') return refuse('idempotency-key-reused')
    if (done.again) reply.header('Idempotent-Replayed', 'true')
    return send(reply, done, request)
  }
  const send = (reply: FastifyReply, done: Written, request: FastifyRequest) => {
    count(request.method, request.routeOptions.url, done.status)
    const type = done.status < 400 ? 'application/json' : 'application/problem+json'
    // What a program may see is nobody else's: no cache on the way keeps it.
    return reply
      .code(done.status)
      .header('Content-Type', `${type}; charset=utf-8`)
      .header('Cache-Control', r.method === 'get' ? 'private, no-cache' : 'no-store')
      .send(done.body)
  }
  app.route({ method: r.method.toUpperCase(), url: r.path, handler: answer })
}

interface Written {
  readonly status: number
  readonly body: string
}
function writeAnswer(answer: ClientAnswer<unknown>, r: AnyClientRoute, requestId: string): Written {
  if ('value' in answer) return { status: r.method === 'post' ? 201 : 200, body: JSON.stringify(answer.value) }
  if ('refused' in answer) {
    const errors = answer.refused.map((p) => ({ parameter: p.at ?? '', code: 'invalid' as const, detail: en.say(p) }))
    return { status: apiProblems.refused.status, body: problemText('refused', { errors }, requestId) }
  }
  const { problem, detail } = answer
  return { status: apiProblems[problem].status, body: problemText(problem, detail ? { detail } : {}, requestId) }
}

const bodyErrors = (fault: z.ZodError): readonly ParameterProblem[] =>
  fault.issues.flatMap((i): ParameterProblem[] =>
    i.code === 'unrecognized_keys'
      ? i.keys.map((k) => ({ parameter: k, code: 'unknown', detail: 'This route has no such field' }))
      : [{ parameter: i.path.join('.'), code: 'invalid', detail: i.message }],
  )
