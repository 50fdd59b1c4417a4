/**
 * Who asks, before anything is read: the key or token, its scope, its share of requests, and the line in the audit.
 * Requests without a key pass to what anybody may ask; where addresses are not limited they cost nothing here.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { callerOf, type KnownCaller } from '#db/queries/api/caller.ts'
import { apiLimits } from '#domain/access/api/keys.ts'
import type { Scope } from '#domain/access/api/scopes.ts'
import { networkOf } from '#domain/access/limits.ts'
import { noteApiUse } from '#use-cases/api/note-use.ts'
import { type ApiProblemCode, apiProblems, sendProblem } from '../kit/problem.ts'
import type { ApiParts, Count } from '../kit/route.ts'
import { type RateLimit, rateLimit, type Taken } from './rate-limit.ts'

/** What a route needs of its caller. */
export interface Need {
  readonly id: string
  readonly scope: Scope
}
const callers = new WeakMap<FastifyRequest, KnownCaller>()
/** The program behind a request; undefined when it came without a key. */
export const callerBehind = (request: FastifyRequest): KnownCaller | undefined => callers.get(request)

/** `needs` by method and path, "GET /api/v1/events". */
export function mountGate(app: FastifyInstance, parts: ApiParts, needs: ReadonlyMap<string, Need>, count: Count): void {
  const ofClients = rateLimit(parts.limits?.perClient ?? apiLimits.requestsPerMinute)
  const ofAddresses = parts.limits?.perAddress ? rateLimit(parts.limits.perAddress) : undefined
  const refuse = (request: FastifyRequest, reply: FastifyReply, code: ApiProblemCode) => {
    count(request.method, request.routeOptions.url, apiProblems[code].status)
    if (code === 'unauthorized') reply.header('WWW-Authenticate', 'Bearer')
    if (code === 'insufficient-scope') reply.header('WWW-Authenticate', 'Bearer error="insufficient_scope"')
    return sendProblem(reply, code)
  }
  app.addHook('onRequest', (request, reply, done) => {
    const { authorization } = request.headers
    const need = needs.get(`${request.method} ${request.routeOptions.url}`)
    if (authorization === undefined && !need && !ofAddresses) return done()
    pass(request, reply, authorization, need).then((ok) => ok && done(), done)
  })
  /** True when the request may go on; false when it was answered. */
  async function pass(
    request: FastifyRequest,
    reply: FastifyReply,
    authorization: string | undefined,
    need: Need | undefined,
  ): Promise<boolean> {
    const no = (code: ApiProblemCode) => {
      refuse(request, reply, code)
      return false
    }
    if (authorization === undefined) {
      if (need) return no('unauthorized')
      return taken(reply, ofAddresses!, networkOf(request.ip)) || no('rate-limited')
    }
    const secret = /^Bearer ([\w-]{20,200})$/i.exec(authorization)?.[1]
    const now = parts.services.clock.now()
    const caller = secret ? await callerOf(parts.db, secret, now) : undefined
    // Whoever guesses uses up the share of their address.
    if (!caller) {
      const slow = ofAddresses && !taken(reply, ofAddresses, networkOf(request.ip))
      return no(slow ? 'rate-limited' : 'unauthorized')
    }
    if (!taken(reply, ofClients, caller.clientId)) return no('rate-limited')
    const may = !need || caller.scopes.includes(need.scope)
    await noteApiUse(
      parts.db,
      caller,
      {
        action: `api.${need?.id ?? 'public'}`,
        path: request.url.split('?')[0] ?? '',
        ip: request.ip,
        userAgent: String(request.headers['user-agent'] ?? ''),
        outcome: may ? 'done' : 'refused',
      },
      now,
    )
    if (!may) return no('insufficient-scope')
    callers.set(request, caller)
    return true
  }
}

/** Counts the request by the real clock, and says in the headers what is left. */
export function taken(reply: FastifyReply, limit: RateLimit, caller: string): boolean {
  const t: Taken = limit(caller, Date.now())
  // On the raw answer, because some routes write past the headers of Fastify.
  reply.raw.setHeader('RateLimit-Limit', String(t.limit))
  reply.raw.setHeader('RateLimit-Remaining', String(t.remaining))
  reply.raw.setHeader('RateLimit-Reset', String(t.reset))
  if (!t.allowed) reply.raw.setHeader('Retry-After', String(t.reset))
  return t.allowed
}
