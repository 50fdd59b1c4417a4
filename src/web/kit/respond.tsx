/** Replies as HTTP: pages, redirects with a notice, downloads, and the pages for refusals and faults. */
import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ComponentChildren } from 'preact'
import type { Problem } from '#domain/result.ts'
import type { Services } from '#outside/services.ts'
import { type NoticeCode, notices } from '#words/en/notices.ts'
import { en } from '#words/index.ts'
import { RESTORED } from './after-time-out.ts'
import { noticeCookie, writeCookies } from './cookies.ts'
import { drawnWithTyped } from './kept-shown.tsx'
import { renderPage } from './layout.tsx'
import type { Visit } from './page.ts'
import type { NotFound, Reply, Shown } from './reply.ts'
import type { KeptTyped } from './step-up.ts'

const DATABASE_GONE = new Set([
  'ECONNREFUSED',
  'ENOENT',
  'ECONNRESET',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08003',
  '08001',
])

export const isDatabaseGone = (fault: { readonly code?: string }): boolean =>
  DATABASE_GONE.has(fault.code ?? '') ||
  /Connection terminated|timeout exceeded when trying to connect/.test(String(fault))

interface Parts {
  readonly services: Services
  readonly build: string
  readonly onFault: (fault: unknown, id: string) => void
}

export class Responder {
  private readonly parts: Parts
  constructor(parts: Parts) {
    this.parts = parts
  }

  /** `kept`: what was typed before a time-out and comes back into the form of this page. */
  send(reply: FastifyReply, request: FastifyRequest, visit: Visit, result: Reply | NotFound, kept?: KeptTyped) {
    const { site } = this.parts.services
    if (result.kind === 'not-found') return this.notFound(reply, visit)
    if ('cookies' in result && result.cookies) writeCookies.changes(reply, site, result.cookies)
    switch (result.kind) {
      case 'show': {
        const notice = noticeCookie(request, site)
        if (notice) writeCookies.notice(reply, site, undefined)
        if (result.retryAfter) reply.header('Retry-After', String(result.retryAfter))
        const known = notice && notice in notices ? (notice as NoticeCode) : undefined
        if (!kept) return this.page(reply, visit, result, known)
        const html = drawnWithTyped(result, kept, request, en, (shown) => this.draw(visit, shown, known))
        return this.html(reply, result.status, html)
      }
      case 'redirect':
        // Not "cookies": the one of a known device keeps strangers from locking its owner out.
        if (result.clearSite) reply.header('Clear-Site-Data', '"cache", "storage"')
        if (result.notice) writeCookies.notice(reply, site, result.notice)
        return reply.redirect(result.to, 303)
      case 'download':
        return reply
          .header('Content-Type', result.mediaType)
          .header(
            'Content-Disposition',
            `${result.inline ? 'inline' : 'attachment'}; filename="${result.fileName.replace(/[^\w.-]+/g, '-')}"`,
          )
          .send(Buffer.from(result.bytes))
      case 'stream':
        return reply
          .header('Content-Type', result.mediaType)
          .header('Content-Disposition', `attachment; filename="${result.fileName.replace(/[^\w.-]+/g, '-')}"`)
          .send(result.body)
      case 'json':
        return reply
          .code(result.status)
          .header('Content-Type', 'application/json; charset=utf-8')
          .send(JSON.stringify(result.value))
    }
  }

  private page(
    reply: FastifyReply,
    visit: Visit | undefined,
    shown: Pick<Shown, 'title' | 'body' | 'status' | 'refresh' | 'wide'>,
    notice?: NoticeCode,
  ) {
    return this.html(reply, shown.status, this.draw(visit, shown, notice))
  }

  private draw(
    visit: Visit | undefined,
    shown: Pick<Shown, 'title' | 'body' | 'refresh' | 'wide'>,
    notice?: NoticeCode,
  ): string {
    const { services, build } = this.parts
    return renderPage({ ...shown, site: services.site, w: en, visit, now: services.clock.now(), notice, build })
  }

  private html(reply: FastifyReply, status: number, html: string) {
    return reply.code(status).header('Content-Type', 'text/html; charset=utf-8').send(html)
  }

  private words(
    reply: FastifyReply,
    visit: Visit | undefined,
    status: number,
    title: string,
    text: ComponentChildren,
    refresh?: number,
  ) {
    const body = (
      <>
        <h1>{title}</h1>
        <div class="usa-intro">{text}</div>
      </>
    )
    return this.page(reply, visit, { status, title, body, ...(refresh && { refresh }) })
  }

  notFound(reply: FastifyReply, visit: Visit) {
    // The same for everybody who chose a provider, so that it says nothing about what is at the address.
    const chosen = visit.acting?.chosen ? visit.acting.name : undefined
    const text = chosen ? (
      <>
        <p>{en.layout.notFound}</p>
        <p>
          {en.delegation.switcher.notFoundHint(chosen)} <a href="/acting">{en.delegation.switcher.menu}</a>
        </p>
      </>
    ) : (
      en.layout.notFound
    )
    return this.words(reply, visit, 404, en.layout.notFoundTitle, text)
  }

  refused(reply: FastifyReply, visit: Visit, status: number, problems: readonly Problem[]) {
    const list = (
      <ul class="usa-list">
        {problems.map((p) => (
          <li key={en.say(p)}>{en.say(p)}</li>
        ))}
      </ul>
    )
    return this.words(reply, visit, status, en.layout.badRequestTitle, list)
  }

  /** The address exists, but not for this method. */
  otherMethod(reply: FastifyReply, visit: Visit, methods: readonly string[]) {
    reply.header('Allow', methods.join(', '))
    return this.words(reply, visit, 405, en.layout.otherMethodTitle, en.layout.otherMethod)
  }

  forbidden(reply: FastifyReply, visit: Visit) {
    return this.words(reply, visit, 403, en.layout.forbiddenTitle, en.layout.forbidden)
  }

  /**
   * To the sign-in page and back; a form that was being sent waits behind a cookie, or returns to its page. `idle`: the
   * session ran out, which the page then says.
   */
  signIn(reply: FastifyReply, request: FastifyRequest, method: 'get' | 'post', kept?: string, idle = false) {
    if (kept) {
      writeCookies.changes(reply, this.parts.services.site, [{ name: 'kept', value: kept }])
      return reply.redirect(`/sign-in?ended=kept&next=${encodeURIComponent(RESTORED)}`, 303)
    }
    const next = method === 'get' ? request.url : request.url.split('?')[0]!
    const asked = new URLSearchParams({ ...(idle && { ended: 'idle' }), ...(next !== '/' && { next }) }).toString()
    return reply.redirect(asked === '' ? '/sign-in' : `/sign-in?${asked}`, 303)
  }

  /** To the page that asks for a fresh proof; what was typed waits behind a cookie. */
  prove(reply: FastifyReply, way: { readonly to: string; readonly kept?: string | undefined }) {
    if (way.kept) writeCookies.changes(reply, this.parts.services.site, [{ name: 'kept', value: way.kept }])
    return reply.redirect(way.to, 303)
  }

  /** `visit`: who asked, when it is known; their menu stays. */
  fault(reply: FastifyReply, fault: { statusCode?: number; code?: string }, requestId: string, visit?: Visit) {
    if (fault.statusCode === 413) return this.words(reply, visit, 413, en.layout.tooLargeTitle, en.layout.tooLarge)
    if (fault.statusCode && fault.statusCode >= 400 && fault.statusCode < 500)
      return this.words(reply, visit, fault.statusCode, en.layout.badRequestTitle, en.layout.badRequest)
    const id = `${requestId}-${randomUUID().slice(0, 8)}`
    this.parts.onFault(fault, id)
    if (isDatabaseGone(fault)) {
      reply.header('Retry-After', '2')
      return this.words(reply, undefined, 503, en.layout.unavailableTitle, en.layout.unavailable, 3)
    }
    return this.words(reply, visit, 500, en.layout.faultTitle, en.layout.fault(id))
  }
}
