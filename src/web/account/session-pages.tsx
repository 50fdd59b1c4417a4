/** Signing out, staying signed in, ending sessions, and confirming who you are before a sensitive page. */
import { localPath } from '#domain/access/local-path.ts'
import type { Problem } from '#domain/result.ts'
import { confirmIdentity } from '#use-cases/account/confirm-identity.ts'
import { endOwnSessions, signOut } from '#use-cases/account/end-session.ts'
import { nobodysOwn, page, visitorsOwn } from '#web/kit/page.ts'
import { Button, Form } from '#web/kit/parts.tsx'
import { notFound, redirect } from '#web/kit/reply.ts'
import { Input } from './boxes.tsx'
import { type Asked, callerOf, identityOf, screen } from './screen.tsx'

export const signOutPage = page({
  path: '/sign-out',
  action: 'account.enter',
  subject: nobodysOwn,
  post: {
    fields: [],
    async handle(ask) {
      await signOut(ask.db, ask.permit, callerOf(ask), ask.now)
      const cookies = [{ name: 'session', value: null } as const, { name: 'flow', value: null } as const]
      return redirect('/sign-in', { notice: 'signed-out', cookies })
    },
  },
})

/** Finding the session counted as activity already; this page only gives people a way to say so. */
export const extendSessionPage = page({
  path: '/session/extend',
  action: 'account.manage',
  subject: visitorsOwn,
  post: {
    fields: ['next'],
    async handle({ posted, w }) {
      if (posted.next) return redirect(localPath(posted.next))
      return screen({ title: w.account.signIn.extendTitle, w, children: <p>{w.account.signIn.extended}</p> })
    },
  },
})

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
export const endSessionsPage = page({
  path: '/account/sessions/end',
  action: 'account.manage',
  subject: visitorsOwn,
  post: {
    fields: ['session'],
    async handle(ask) {
      const { session } = ask.posted
      const here = ask.visit.session
      if (!here || (session && !UUID.test(session))) return notFound
      await endOwnSessions(
        ask.db,
        ask.permit,
        session ? { only: session } : { except: here.id },
        callerOf(ask),
        ask.now,
      )
      return redirect('/account', { notice: 'sessions-ended' })
    },
  },
})

function drawConfirm({ w, visit }: Asked, next: string, problems?: readonly Problem[]) {
  const words = w.account.signIn
  return screen({
    title: words.confirmTitle,
    w,
    problems,
    children: (
      <Form visit={visit} action="/confirm-identity">
        <p>{words.confirmIntro}</p>
        <input type="hidden" name="next" value={next} />
        {/* For password managers; it is not posted. */}
        <input type="text" autocomplete="username" value={visit.session?.loginId} hidden readOnly />
        <Input
          name="password"
          label={words.password}
          type="password"
          autocomplete="current-password"
          problems={problems}
          w={w}
        />
        <Button>{w.layout.continue}</Button>
      </Form>
    ),
  })
}

export const confirmIdentityPage = page({
  path: '/confirm-identity',
  action: 'account.manage',
  subject: visitorsOwn,
  query: ['next'],
  get: async (ask) => drawConfirm(ask, localPath(ask.query.next, '/account')),
  post: {
    fields: ['password', 'next'],
    async handle(ask) {
      const here = ask.visit.session
      const next = localPath(ask.posted.next, '/account')
      if (!here) return notFound
      const { password = '' } = ask.posted
      if (!password) return drawConfirm(ask, next, [{ code: 'required', at: 'password' }])
      const input = { loginId: here.loginId, sessionId: here.id, password, next }
      const given = await confirmIdentity(ask.db, ask.permit, identityOf(ask), input, callerOf(ask), ask.now)
      if (!given.ok) return drawConfirm(ask, next, given.problems)
      ask.services.wake()
      return redirect('/sign-in/verify', { cookies: [{ name: 'flow', value: given.value.flowToken }] })
    },
  },
})
