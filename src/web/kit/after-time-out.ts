/**
 * A form whose session was over when it came: what was typed is kept sealed, and given back after signing in to the same
 * user only. It must carry the anti-forgery token of that very session, so nobody can plant a form this way.
 */
import type { FastifyRequest } from 'fastify'
import type { Db } from '#db/db.ts'
import { localPath } from '#domain/access/local-path.ts'
import type { Services } from '#outside/services.ts'
import { isBoundTo } from './forgery.ts'
import type { AnyPage, Fields, Params, Visit } from './page.ts'
import { readPosted } from './posted.ts'
import { keepable, type StepUpParts } from './step-up.ts'

/** The page that gives it back. */
export const RESTORED = '/restored'

interface Parts {
  readonly db: Db
  readonly services: Services
  readonly csrfKey: Uint8Array
  readonly stepUp?: StepUpParts | undefined
}

/** The token for the cookie, or undefined when nothing was kept (a password, a session that was ended). */
export async function keptAfterTimeOut(
  { db, services, csrfKey, stepUp }: Parts,
  p: AnyPage,
  request: FastifyRequest,
  visit: Visit,
  params: Params,
  now: Date,
): Promise<string | undefined> {
  // A file that is taken in while it arrives is nobody's any more; one that is read whole is only dropped.
  if (!p.post || !stepUp?.timedOut || (request.isMultipart() && p.post.upload?.receive)) return undefined
  const ended = await stepUp.timedOut(db, visit.cookies.session)
  if (!ended) return undefined
  // Only to learn which fields the form has; nothing is answered from it.
  const session = { ...ended, displayName: '', loginId: '', aal: 1, authAt: now, idleUntil: now, endsAt: now } as const
  const subject = await p.subject(db, params, { ...visit, session })
  const read = subject && (await readPosted(request, p.post, subject, params, services))
  return read?.ok ? keepTyped({ db, csrfKey, stepUp }, ended, request, read.value.fields, now) : undefined
}

/** The same for a form of a page that is open to anybody, whose fields are read already. */
export async function keptOfPublicForm(
  { db, csrfKey, stepUp }: Omit<Parts, 'services'>,
  request: FastifyRequest,
  visit: Visit,
  posted: Fields,
  now: Date,
): Promise<string | undefined> {
  if (visit.session) return undefined
  const ended = await stepUp?.timedOut?.(db, visit.cookies.session)
  return ended && keepTyped({ db, csrfKey, stepUp }, ended, request, posted, now)
}

async function keepTyped(
  { db, csrfKey, stepUp }: Omit<Parts, 'services'>,
  ended: { readonly id: string; readonly userId: string },
  request: FastifyRequest,
  posted: Fields,
  now: Date,
): Promise<string | undefined> {
  if (!isBoundTo(request, posted.csrf, ended.id, csrfKey)) return undefined
  const fields = keepable(posted)
  return (
    fields && stepUp?.keepForm(db, { userId: ended.userId, path: request.url, shownAt: shownAt(request), fields }, now)
  )
}

/** The page that the form stood on, as the browser says it of pages of the same site; else where it was posted to. */
function shownAt(request: FastifyRequest): string {
  const said = request.headers.referer
  if (!said || !URL.canParse(said)) return request.url
  const page = new URL(said)
  return page.host === request.host ? localPath(page.pathname + page.search, request.url) : request.url
}
