/** Signing out, staying signed in, ending sessions. */
import { localPath } from '#domain/access/local-path.ts'
import { endOwnSessions, signOut } from '#use-cases/account/sign-in/end-session.ts'
import { nobodysOwn, page, visitorsOwn } from '#web/kit/page.ts'
import { notFound, redirect } from '#web/kit/reply.ts'
import { callerOf, screen } from './screen.tsx'

export const signOutPage = page({
  path: '/sign-out',
  action: 'account.enter',
  subject: nobodysOwn,
  post: {
    fields: [],
    async handle(ask) {
      await signOut(ask.db, ask.permit, callerOf(ask), ask.now)
      const cookies = (['session', 'flow', 'kept'] as const).map((name) => ({ name, value: null }))
      const clearSite = ask.visit.session !== undefined
      return redirect('/sign-in', { notice: 'signed-out', cookies, clearSite })
    },
  },
})

/** Finding the session counted as activity already; this page only gives people a way to say so. */
export const extendSessionPage = page({
  path: '/session/extend',
  action: 'account.manage',
  whileMustAdd: true,
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
