/** Who asks: session, membership and cookies of a request, read anew every time. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Db } from '#db/db.ts'
import { type Actor, anonymous } from '#domain/access/policy.ts'
import type { Acting } from '#domain/access/session.ts'
import type { Services } from '#outside/services.ts'
import { readCookies, writeCookies } from './cookies.ts'
import { csrfToken, visitorKey } from './forgery.ts'
import type { Visit, VisitSession } from './page.ts'

export interface VisitParts {
  readonly db: Db
  readonly services: Services
  readonly csrfKey: Uint8Array
  readonly visitorOf: (
    db: Db,
    token: string | undefined,
    now: Date,
  ) => Promise<{ actor: Actor; session: VisitSession; acting?: Acting | undefined } | undefined>
}

/** Who asks, for the page of a fault; undefined when not even that can be found out. */
export const knownVisit = (
  request: FastifyRequest,
  reply: FastifyReply,
  parts: VisitParts,
): Promise<Visit | undefined> => visitOf(request, reply, parts, false).catch(() => undefined)

/** Nobody knows who asks for an address that cannot be read. */
export const stranger = (request: FastifyRequest): Visit => ({
  actor: anonymous,
  session: undefined,
  csrf: '',
  path: '/',
  ip: request.ip,
  userAgent: '',
  cookies: {},
})

/** `keyed`: gives a visitor without a session the cookie to which the forms of the page are bound. */
export async function visitOf(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: VisitParts,
  keyed: boolean,
): Promise<Visit> {
  const cookies = readCookies(request, parts.services.site)
  const visitor = await parts.visitorOf(parts.db, cookies.session, parts.services.clock.now())
  const key = visitorKey(request) ?? (keyed ? writeCookies.visitorKey(request, reply, parts.services.site) : undefined)
  return {
    actor: visitor?.actor ?? anonymous,
    acting: visitor?.acting,
    session: visitor?.session,
    csrf: visitor || key ? csrfToken(parts.csrfKey, visitor?.session.id ?? key!) : '',
    path: request.url.split('?')[0]!,
    ip: request.ip,
    userAgent: String(request.headers['user-agent'] ?? '').slice(0, 300),
    cookies,
  }
}
