/** Names and flags of our cookies. Over https they are `__Host-` cookies; plain http exists only on this machine. */
import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Site } from '#outside/services.ts'
import type { CookieChange } from './reply.ts'

const roles = ['session', 'flow', 'device', 'public-computer', 'visitor', 'notice', 'kept'] as const
type CookieRole = (typeof roles)[number]

const isHttps = (site: Site): boolean => site.origin.startsWith('https://')
const nameOf = (role: CookieRole, site: Site): string => (isHttps(site) ? `__Host-${role}` : `openpecos-${role}`)
const nameFor = (role: CookieRole, request: FastifyRequest): string | undefined =>
  [`__Host-${role}`, `openpecos-${role}`].find((n) => request.cookies[n] !== undefined)

const flags = (site: Site, maxAge?: number) =>
  ({
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isHttps(site),
    ...(maxAge === undefined ? {} : { maxAge }),
  }) as const

export function readCookies(
  request: FastifyRequest,
  site: Site,
): {
  session?: string
  flow?: string
  device?: string
  kept?: string
} {
  const read = (role: CookieRole) => request.cookies[nameOf(role, site)]
  const [session, flow, device, kept] = [read('session'), read('flow'), read('device'), read('kept')]
  return { ...(session && { session }), ...(flow && { flow }), ...(device && { device }), ...(kept && { kept }) }
}

/** The random name of a browser that is not signed in; the anti-forgery token is bound to it. */
export const visitorCookie = (request: FastifyRequest): string | undefined => {
  const name = nameFor('visitor', request)
  return name && request.cookies[name]
}

export const noticeCookie = (request: FastifyRequest, site: Site): string | undefined =>
  request.cookies[nameOf('notice', site)]

export const writeCookies = {
  visitorKey(_: FastifyRequest, reply: FastifyReply, site: Site): string {
    const key = randomBytes(24).toString('base64url')
    reply.setCookie(nameOf('visitor', site), key, flags(site))
    return key
  },
  notice(reply: FastifyReply, site: Site, code: string | undefined): void {
    if (code) reply.setCookie(nameOf('notice', site), code, flags(site, 60))
    else reply.clearCookie(nameOf('notice', site), flags(site))
  },
  changes(reply: FastifyReply, site: Site, changes: readonly CookieChange[]): void {
    for (const { name, value, maxAge } of changes)
      if (value === null) reply.clearCookie(nameOf(name, site), flags(site))
      else reply.setCookie(nameOf(name, site), value, flags(site, maxAge))
  },
}
