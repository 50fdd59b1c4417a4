/** /account/passkey: making a passkey in this browser. Needs JavaScript, and says so without it. */

import { localPath } from '#domain/access/local-path.ts'
import type { Problem } from '#domain/result.ts'
import { addPasskey } from '#use-cases/account/passkeys/add-passkey.ts'
import { askForNewPasskey } from '#use-cases/account/passkeys/ask-passkey.ts'
import { page, visitorsOwn } from '#web/kit/page.ts'
import { BackLink } from '#web/kit/parts.tsx'
import { json, notFound, redirect } from '#web/kit/reply.ts'
import { Input } from '../boxes.tsx'
import { type Asked, callerOf, identityOf, renewedCookies, screen } from '../screen.tsx'
import { PasskeyForm } from './passkey-form.tsx'

function draw(asked: Asked, next: string, label?: string, problems?: readonly Problem[]) {
  const { w } = asked
  const t = w.account.passkeys
  return screen({
    title: t.title,
    w,
    problems,
    before: <BackLink href={next} w={w} />,
    children: (
      <>
        <p>{t.what}</p>
        <PasskeyForm
          asked={asked}
          action="/account/passkey"
          options="/account/passkey/options"
          kind="create"
          button={t.make}
        >
          <input type="hidden" name="next" value={next} />
          <Input name="label" label={t.label} hint={t.labelHint} value={label} optional problems={problems} w={w} />
        </PasskeyForm>
      </>
    ),
  })
}

export const addPasskeyPage = page({
  path: '/account/passkey',
  action: 'account.add-method',
  subject: visitorsOwn,
  query: ['next'],
  get: async (ask) => draw(ask, localPath(ask.query.next, '/account')),
  post: {
    fields: ['label', 'passkey', 'next'],
    async handle(ask) {
      const { posted, visit } = ask
      if (!visit.session) return notFound
      const next = localPath(posted.next, '/account')
      const input = {
        posted: posted.passkey ?? '',
        boundTo: visit.csrf,
        label: posted.label ?? '',
        sessionId: visit.session.id,
        name: visit.session.displayName,
      }
      const done = await addPasskey(ask.db, ask.permit, identityOf(ask), input, callerOf(ask), ask.now)
      if (!done.ok) return draw(ask, next, posted.label, done.problems)
      ask.services.wake()
      return redirect(next, { notice: 'factor-added', cookies: renewedCookies(done.value) })
    },
  },
})

export const newPasskeyOptionsPage = page({
  path: '/account/passkey/options',
  action: 'account.add-method',
  subject: visitorsOwn,
  post: {
    fields: ['for'],
    async handle(ask) {
      const { session, csrf } = ask.visit
      if (!session) return notFound
      const of = { boundTo: csrf, loginId: session.loginId, displayName: session.displayName }
      const asked = await askForNewPasskey(ask.db, ask.permit, identityOf(ask), of, ask.now)
      return asked.ok ? json(asked.value) : json({ code: asked.problem.code }, 422)
    },
  },
})
