/** /sign-in/staff: to the organization of people who work here, and back. */

import { visitorOf } from '#db/queries/access/sessions.ts'
import { homePath, localPath } from '#domain/access/local-path.ts'
import type { Problem } from '#domain/result.ts'
import type { IdentityProvider } from '#outside/identity/identity-provider.ts'
import { beginStaffSignIn } from '#use-cases/account/staff-sign-in/begin-staff-sign-in.ts'
import { finishStaffSignIn } from '#use-cases/account/staff-sign-in/finish-staff-sign-in.ts'
import { nobodysOwn, page } from '#web/kit/page.ts'
import { notFound, redirect } from '#web/kit/reply.ts'
import { type Asked, callerOf, identityOf, screen, sessionCookies } from '../screen.tsx'

const STAFF = '/sign-in/staff'
export const staffGo = (next: string): string => `${STAFF}/go${next ? `?next=${encodeURIComponent(next)}` : ''}`

function draw({ w }: Asked, provider: IdentityProvider, next: string, problems?: readonly Problem[]) {
  const t = w.account.staffSignIn
  return screen({
    title: t.title,
    w,
    problems,
    children: (
      <>
        <p>{t.intro(provider.name)}</p>
        <p>
          <a class="usa-button" href={staffGo(next)}>
            {t.go(provider.name)}
          </a>
        </p>
        <p>
          <a class="usa-link" href="/sign-in">
            {t.local}
          </a>
        </p>
      </>
    ),
  })
}

export const staffSignInPage = page({
  path: STAFF,
  action: 'account.enter',
  subject: nobodysOwn,
  query: ['next'],
  async get(ask) {
    const provider = ask.services.identityProvider
    return provider ? draw(ask, provider, localPath(ask.query.next, '')) : notFound
  },
})

/** Begins nothing but a question to the provider, so it may be a link. In an open session the person must prove anew. */
export const staffGoPage = page({
  path: `${STAFF}/go`,
  action: 'account.enter',
  subject: nobodysOwn,
  query: ['next'],
  async get(ask) {
    const { db, permit, query, visit, services, now } = ask
    const provider = services.identityProvider
    if (!provider) return notFound
    const next = localPath(query.next, '')
    const asked = { next, sessionId: visit.session?.id }
    const begun = await beginStaffSignIn(db, permit, provider, asked, now)
    return begun.ok
      ? redirect(begun.value.url, { cookies: [{ name: 'flow', value: begun.value.flowToken }] })
      : draw(ask, provider, next, begun.problems)
  },
})

/** Where the provider sends the person back. It acts by GET, as OpenID Connect has it; only the browser that left may return. */
export const staffBackPage = page({
  path: `${STAFF}/back`,
  action: 'account.enter',
  subject: nobodysOwn,
  query: ['code', 'state', 'iss', 'session_state', 'error', 'error_description', 'error_uri', 'scope'],
  async get(ask) {
    const { db, permit, visit, services, now } = ask
    const provider = services.identityProvider
    if (!provider) return notFound
    const query = Object.fromEntries(Object.entries(ask.query).flatMap(([k, v]) => (v === undefined ? [] : [[k, v]])))
    const done = await finishStaffSignIn(
      db,
      permit,
      { identity: identityOf(ask), provider },
      { flowToken: visit.cookies.flow, query },
      callerOf(ask),
      now,
    )
    if (!done.ok) return draw(ask, provider, '', done.problems)
    services.wake()
    const visitor = await visitorOf(db, done.value.sessionToken, now)
    return redirect(localPath(done.value.next || undefined, homePath(visitor?.actor.memberships ?? [])), {
      cookies: sessionCookies(done.value),
    })
  },
})
