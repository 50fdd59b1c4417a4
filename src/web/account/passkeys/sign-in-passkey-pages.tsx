/** Signing in with a passkey alone, and what the script asks the browser for that, for verifying and for confirming. */
import { visitorOf } from '#db/queries/access/sessions.ts'
import { homePath, localPath } from '#domain/access/local-path.ts'
import { askForPasskey } from '#use-cases/account/passkeys/ask-passkey.ts'
import { signInByPasskey } from '#use-cases/account/passkeys/use-passkey.ts'
import { nobodysOwn, page } from '#web/kit/page.ts'
import { json, redirect } from '#web/kit/reply.ts'
import { callerOf, identityOf, sessionCookies } from '../screen.tsx'
import { drawSignIn } from '../sign-in-page.tsx'

export const passkeyOptionsPage = page({
  path: '/sign-in/passkey/options',
  action: 'account.enter',
  subject: nobodysOwn,
  post: {
    fields: ['for'],
    async handle(ask) {
      const { visit, posted } = ask
      const of = {
        boundTo: visit.csrf,
        flowToken: posted.for === 'verify' ? visit.cookies.flow : undefined,
        userId: posted.for === 'confirm' ? visit.session?.userId : undefined,
      }
      const asked = await askForPasskey(ask.db, ask.permit, identityOf(ask), of, callerOf(ask), ask.now)
      return asked.ok ? json(asked.value) : json({ code: asked.problem.code }, 422)
    },
  },
})

export const passkeySignInPage = page({
  path: '/sign-in/passkey',
  action: 'account.enter',
  subject: nobodysOwn,
  get: async () => redirect('/sign-in'),
  post: {
    fields: ['passkey', 'publicComputer', 'next'],
    async handle(ask) {
      const next = localPath(ask.posted.next, '')
      const publicComputer = ask.posted.publicComputer === 'yes'
      const input = { posted: ask.posted.passkey ?? '', boundTo: ask.visit.csrf, publicComputer }
      const done = await signInByPasskey(ask.db, ask.permit, identityOf(ask), input, callerOf(ask), ask.now)
      if (!done.ok) return drawSignIn(ask, { next, publicComputer, problems: done.problems })
      ask.services.wake()
      const visitor = await visitorOf(ask.db, done.value.sessionToken, ask.now)
      return redirect(next || homePath(visitor?.actor.memberships ?? []), { cookies: sessionCookies(done.value) })
    },
  },
})
