/** /account/app: adding an authenticator app. Opening the page begins nothing; a code proves it. */

import { localPath } from '#domain/access/local-path.ts'
import type { Problem } from '#domain/result.ts'
import { qrSvg } from '#outside/qr.ts'
import { totpUri } from '#outside/totp.ts'
import { beginApp, confirmApp, findNewApp } from '#use-cases/account/methods/add-factor.ts'
import { page, visitorsOwn } from '#web/kit/page.ts'
import { BackLink, Button, Form } from '#web/kit/parts.tsx'
import { notFound, redirect } from '#web/kit/reply.ts'
import { CodeInput, Input } from '../boxes.tsx'
import { type Asked, callerOf, identityOf, renewedCookies, screen } from '../screen.tsx'
import { AppKey } from './app-key.tsx'

export const addAppPage = page({
  path: '/account/app',
  action: 'account.add-method',
  subject: visitorsOwn,
  query: ['next'],
  async get(ask) {
    const { db, permit, visit, now } = ask
    const next = localPath(ask.query.next, '/account')
    const seed = await findNewApp(db, permit, visit.cookies.flow, now)
    return seed ? drawApp(ask, next, seed) : drawBegin(ask, next)
  },
  post: {
    fields: ['label', 'code', 'next'],
    async handle(ask) {
      const { db, permit, visit, now, posted } = ask
      if (!visit.session) return notFound
      const next = localPath(posted.next, '/account')
      const here = `/account/app?next=${encodeURIComponent(next)}`
      if (posted.go === 'begin') {
        const begun = await beginApp(db, permit, identityOf(ask), now)
        return begun.ok
          ? redirect(here, { cookies: [{ name: 'flow', value: begun.value.flowToken }] })
          : drawBegin(ask, next, begun.problems)
      }
      const flowToken = visit.cookies.flow
      const seed = await findNewApp(db, permit, flowToken, now)
      if (!seed) return redirect(here, { notice: 'start-again' })
      const { label = '', code = '' } = posted
      if (!code.trim()) return drawApp(ask, next, seed, label, [{ code: 'required', at: 'code' }])
      const { id: sessionId, displayName: name } = visit.session
      const input = { flowToken, code, label, sessionId, name }
      const done = await confirmApp(db, permit, identityOf(ask), input, callerOf(ask), now)
      if (!done.ok) return drawApp(ask, next, seed, label, done.problems)
      ask.services.wake()
      return redirect(next, { notice: 'factor-added', cookies: renewedCookies(done.value) })
    },
  },
})

function drawBegin({ w, visit }: Asked, next: string, problems?: readonly Problem[]) {
  return screen({
    title: w.account.security.appTitle,
    w,
    problems,
    before: <BackLink href={next} w={w} />,
    children: (
      <Form visit={visit}>
        <input type="hidden" name="next" value={next} />
        <p>{w.account.register.methodHints.app}</p>
        <Button go="begin">{w.layout.continue}</Button>
      </Form>
    ),
  })
}

async function drawApp(
  { w, visit, services }: Asked,
  next: string,
  seed: string,
  label?: string,
  problems?: readonly Problem[],
) {
  const words = w.account.security
  const uri = totpUri(seed, services.site.product, visit.session?.loginId ?? '')
  return screen({
    title: words.appTitle,
    w,
    problems,
    before: <BackLink href={next} w={w} />,
    children: (
      <Form visit={visit}>
        <input type="hidden" name="next" value={next} />
        <AppKey svg={await qrSvg(uri)} seed={seed} uri={uri} w={w} />
        <Input
          name="label"
          label={words.appLabel}
          hint={words.appLabelHint}
          value={label}
          optional
          problems={problems}
          w={w}
        />
        <CodeInput name="code" label={w.account.register.code} problems={problems} w={w} />
        <Button>{words.addApp}</Button>
      </Form>
    ),
  })
}
