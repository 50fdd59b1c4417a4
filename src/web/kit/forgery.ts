/**
 * Is a posted form ours? Two independent signs: what the browser says of the sender
 * (Sec-Fetch-Site, Origin) and a token bound to the session or browser (OWASP CSRF cheat sheet).
 */
import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { visitorCookie } from './cookies.ts'
import type { Visit } from './page.ts'

export const visitorKey = visitorCookie

export const csrfToken = (key: Uint8Array, boundTo: string): string =>
  createHmac('sha256', held(key)).update(`csrf\0${boundTo}`).digest('base64url')

/** The key as Node holds it: taking it in anew costs more than the digest. */
const keys = new WeakMap<Uint8Array, KeyObject>()
function held(key: Uint8Array): KeyObject {
  const known = keys.get(key) ?? createSecretKey(key)
  keys.set(key, known)
  return known
}

export function isOurForm(
  request: FastifyRequest,
  token: string | undefined,
  visit: Visit,
  key: Uint8Array,
  visitor: string | undefined,
): boolean {
  return isBoundTo(request, token, visit.session?.id ?? visitor, key)
}

/** The same for a form that was bound to this session or browser. */
export function isBoundTo(
  request: FastifyRequest,
  token: string | undefined,
  boundTo: string | undefined,
  key: Uint8Array,
): boolean {
  if (!sentFromHere(request)) return false
  return boundTo !== undefined && token !== undefined && same(token, csrfToken(key, boundTo))
}

function sentFromHere(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const origin = request.headers.origin
  // Some browsers send no Origin with a same-origin form; then the token alone decides.
  if (origin === undefined) return true
  try {
    return new URL(origin).host === request.headers.host
  } catch {
    return false
  }
}

const same = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
