/**
 * Turns pages into HTTP. The life of a request: session, declared fields, anti-forgery, subject,
 * permit, handler, reply. Everything that knows HTTP is in this folder.
 */
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import fastifyStatic from '@fastify/static'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Db } from '#db/db.ts'
import type { Subject } from '#domain/access/policy.ts'
import { dayIn, siteZone } from '#domain/dates.ts'
import { routeMethods } from '#outside/route-methods.ts'
import { securityHeaders } from '#outside/security-headers.ts'
import type { Services, Site } from '#outside/services.ts'
import { en } from '#words/index.ts'
import { keptAfterTimeOut, keptOfPublicForm } from './after-time-out.ts'
import { writeCookies } from './cookies.ts'
import { isOurForm, visitorKey } from './forgery.ts'
import { installHeaders } from './headers.ts'
import { keptForVisit, orRestored } from './kept-shown.tsx'
import { mustAddAt, opensWhileMustAdd, speaksOfMethods } from './must-add.ts'
import { actOnce, type SendOnce } from './once.tsx'
import { type AnyPage, answer, isPublic, type Visit } from './page.ts'
import { type Posted, readPosted, readQuery } from './posted.ts'
import { isDatabaseGone, Responder } from './respond.tsx'
import { scannedAhead } from './scan-ahead.ts'
import { cutSilentConnections } from './silent-connections.ts'
import { keptOnTheWay, proofAsked, type StepUpParts } from './step-up.ts'
import { knownVisit, stranger, type VisitParts, visitOf } from './visit.ts'

export interface ServerParts extends VisitParts {
  readonly pages: readonly AnyPage[]
  /** Routes that are not pages (JSON, FHIR, health). */
  readonly routes: readonly ((app: FastifyInstance) => void)[]
  /** Folder of built styles, scripts and fonts. */
  readonly assets: string
  readonly build: string
  readonly trustProxy?: readonly string[]
  /** Notes who looked at whose record. */
  readonly recordAccess: (db: Db, visit: Visit, action: string, subject: Subject, now: Date) => Promise<void>
  /** Without it what was typed before a fresh proof is not kept. */
  readonly stepUp?: StepUpParts
  /** The ways to verify that are allowed at this moment; without it those of the configuration. */
  readonly allowedMethods?: (db: Db, site: Site) => Promise<Site['methods']>
  readonly onFault: (fault: unknown, id: string) => void
  /** Without it the same form sent twice acts twice. */
  readonly sendOnce?: SendOnce
}

export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const respond = new Responder(parts)
  const app = Fastify({
    logger: false,
    trustProxy: parts.trustProxy ? [...parts.trustProxy] : false,
    // A claim file of a gigabyte over an ordinary line; who is silent is cut off (`cutSilentConnections`).
    requestTimeout: 900_000,
    keepAliveTimeout: 0,
    bodyLimit: 1_048_576,
    // As long as an address can be: what is too long to be anything is then simply not found.
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 16_384 },
    // An address that cannot even be decoded: the hooks that set headers do not run for it.
    frameworkErrors: (_, request, reply) =>
      respond.notFound(reply.headers(securityHeaders(parts.services.site)), stranger(request)),
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false, allErrors: true } },
  })
  cutSilentConnections(app.server)
  const methods = routeMethods()
  app.addHook('onRoute', methods.add)
  installHeaders(app, parts.services.site)
  // Before what only pages need (cookies, forms, files), whose hooks would run for every answer of the API.
  for (const add of parts.routes) add(app)
  await app.register(cookie)
  await app.register(formbody)
  await app.register(multipart, { throwFileSizeLimit: false })
  await app.register(fastifyStatic, { root: parts.assets, prefix: '/assets/', immutable: true, maxAge: 31_536_000_000 })
  for (const p of parts.pages) mount(app, p, parts, respond)
  app.setNotFoundHandler(async (request, reply) => {
    const visit = await visitOf(request, reply, parts, false)
    const taken = methods.at(visit.path)
    return taken.length > 0 ? respond.otherMethod(reply, visit, taken) : respond.notFound(reply, visit)
  })
  app.setErrorHandler(async (fault: { statusCode?: number; code?: string }, request, reply) =>
    // Whoever is signed in keeps their menu, unless it was the database that failed.
    respond.fault(
      reply,
      fault,
      request.id,
      isDatabaseGone(fault) ? undefined : await knownVisit(request, reply, parts),
    ),
  )
  return app
}

function mount(app: FastifyInstance, p: AnyPage, parts: ServerParts, respond: Responder): void {
  if (p.get) app.get(p.path, (request, reply) => serve(p, 'get', request, reply, parts, respond))
  if (p.post) app.post(p.path, (request, reply) => serve(p, 'post', request, reply, parts, respond))
}

async function serve(
  p: AnyPage,
  method: 'get' | 'post',
  request: FastifyRequest,
  reply: FastifyReply,
  parts: ServerParts,
  respond: Responder,
) {
  const now = parts.services.clock.now()
  // What is public asks for no cookie and leaves none.
  const visit = await visitOf(request, reply, parts, p.action !== 'public.view')
  const params = request.params as Record<string, string>
  const query = readQuery(request, p.query ?? [])
  if (!query.ok) return respond.refused(reply, visit, 400, query.problems)
  // Before anything is looked up, so that a stranger learns nothing from the difference.
  if (!isPublic(p.action) && !visit.session) {
    const kept = method === 'post' ? await keptAfterTimeOut(parts, p, request, visit, params, now) : undefined
    const idle = kept === undefined && (await parts.stepUp?.timedOut?.(parts.db, visit.cookies.session)) !== undefined
    return respond.signIn(reply, request, method, kept, idle)
  }
  if (visit.session?.mustAdd && !opensWhileMustAdd(p)) return reply.redirect(mustAddAt(method, request.url), 303)
  const services = await servicesOf(parts, p)
  const subject: Subject | undefined = await p.subject(parts.db, params, visit)
  if (!subject) return respond.notFound(reply, visit)
  let posted: Posted = { fields: {}, uploads: [] }
  if (method === 'post' && p.post) {
    const read = await readPosted(request, p.post, subject, params, parts.services)
    if (!read.ok) return respond.refused(reply, visit, statusOf[read.problem.code] ?? 400, read.problems)
    posted = read.value
    if (!isOurForm(request, posted.fields.csrf, visit, parts.csrfKey, visitorKey(request))) {
      const kept = await keptOfPublicForm(parts, request, visit, posted.fields, now)
      return kept ? respond.signIn(reply, request, method, kept) : respond.forbidden(reply, visit)
    }
  }
  const asked = visit.session && (await proofAsked({ ...parts, services }, p, subject, params, visit.session, now))
  if (asked) return respond.prove(reply, await keptOnTheWay(parts, visit, request, posted.fields, asked, now))
  if (!isPublic(p.action)) await parts.recordAccess(parts.db, visit, p.action, subject, now)
  const kept = await keptForVisit(parts, visit, now)
  const { once, ...fields } = posted.fields
  const given = p.post?.once ? await scannedAhead(services, posted.uploads) : services
  const run = (db: Db) =>
    answer(p, method, subject, {
      db,
      params,
      query: query.value,
      now,
      today: dayIn(siteZone, now),
      w: en,
      visit,
      services: given,
      posted: fields,
      uploads: posted.uploads,
    })
  const answered = await actOnce(
    parts,
    p,
    { path: request.url, token: once, fields, uploads: posted.uploads, session: visit.session },
    now,
    run,
  )
  // What was queued in this request leaves at once.
  if (method === 'post') parts.services.wake()
  // Sent after all: it waits no longer.
  if (method === 'post' && kept?.path === request.url)
    writeCookies.changes(reply, parts.services.site, [{ name: 'kept', value: null }])
  const comesBack = method === 'get' && kept?.shownAt === request.url
  const result = comesBack ? orRestored(answered) : answered
  return respond.send(reply, request, visit, result, comesBack ? kept : undefined)
}

const statusOf: Readonly<Record<string, number>> = { 'file-too-large': 413, 'field-too-large': 413, 'not-a-form': 415 }

/** What a page may offer is asked anew for those that offer ways to verify, so that a change of policy is in force at once. */
async function servicesOf({ db, services, allowedMethods }: ServerParts, p: AnyPage): Promise<Services> {
  if (!allowedMethods || !speaksOfMethods(p.action)) return services
  const methods = await allowedMethods(db, services.site)
  return methods ? { ...services, site: { ...services.site, methods } } : services
}
