/**
 * A route that takes a body. Like `route`, it is data: what kinds of content it takes and gives, from which
 * /openapi.json is written, and one function. Answers depend on the body, so they carry no ETag.
 */
import type { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type * as z from 'zod'
import type { Role } from '#domain/access/policy.ts'
import { apiProblems, type ParameterProblem, sendProblem } from './problem.ts'
import type { ApiParts, Count } from './route.ts'

export interface PostRoute {
  readonly path: string
  readonly id: string
  readonly summary: string
  readonly roles: readonly Role[]
  /** Largest body; a larger one is refused. */
  readonly bytes: number
  /** Schemas by content type; JSON comes parsed and the handler judges it, everything else as a stream. */
  readonly takes: Readonly<Record<string, z.ZodType>>
  /** The handler reads the JSON itself, and is given its bytes. */
  readonly asBytes?: true
  readonly gives: Readonly<Record<string, z.ZodType>>
  handle(
    body: unknown,
    parts: ApiParts,
  ):
    | { readonly type: string; readonly body: string | Uint8Array | Readable }
    | { readonly errors: readonly ParameterProblem[] }
}

export function mountPost(app: FastifyInstance, r: PostRoute, parts: ApiParts, count: Count): void {
  app.register(async (own) => {
    if (!('application/json' in r.takes)) own.removeAllContentTypeParsers()
    if (r.asBytes) {
      own.removeContentTypeParser('application/json')
      own.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_, bytes, done) => done(null, bytes))
    }
    for (const type of Object.keys(r.takes))
      if (type !== 'application/json') own.addContentTypeParser(type, (_, body, done) => done(null, body))
    own.post(r.path, { bodyLimit: r.bytes }, (request, reply) => {
      const answer = r.handle(request.body, parts)
      if ('errors' in answer) {
        count(request.method, request.routeOptions.url, apiProblems['invalid-request'].status)
        return sendProblem(reply, 'invalid-request', { errors: answer.errors })
      }
      count(request.method, request.routeOptions.url, 200)
      return reply.header('Content-Type', answer.type).send(answer.body)
    })
  })
}
