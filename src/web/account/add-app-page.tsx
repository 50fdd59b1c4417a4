/** /account/app: adding an authenticator app. Opening the page begins nothing; a code proves it. */

import type { Problem } from '#domain/result.ts'
import { qrSvg } from '#outside/qr.ts'
import { totpUri } from '#outside/totp.ts'
import { beginApp, confirmApp, findNewApp } from '#use-cases/account/add-factor.ts'
import { page, visitorsOwn } from '#web/kit/page.ts'
import { BackLink, Button, Form } from '#web/kit/parts.tsx'
import { redirect } from '#web/kit/reply.ts'
import { AppKey } from './app-key.tsx'
import { CodeInput, Input } from './boxes.tsx'
import { type Asked, callerOf, identityOf, screen } from './screen.tsx'

const added = redirect('/account', { notice: 'factor-added', cookies: [{ name: 'flow', value: null }] })

export const addAppPage = page({
  path: '/account/app',
  action: 'account.manage',
  subject: visitorsOwn,
  stepUp: true,
  async get(ask) {
    const { db, permit, visit, now } = ask
    const seed = await findNewApp(db, permit, visit.cookies.flow, now)
    return seed ? drawApp(ask, seed) : drawBegin(ask)
  },
  post: {
    fields: ['label', 'code'],
    async handle(ask) {
      const { db, permit, visit, now, posted } = ask
      if (posted.go === 'begin') {
        const begun = await beginApp(db, permit, now)
        return begun.ok
          ? redirect('/account/app', { cookies: [{ name: 'flow', value: begun.value.flowToken }] })
          : drawBegin(ask, begun.problems)
      }
      const flowToken = visit.cookies.flow
      const seed = await findNewApp(db, permit, flowToken, now)
      if (!seed) return redirect('/account/app', { notice: 'start-again' })
      const { label = '', code = '' } = posted
      if (!code.trim()) return drawApp(ask, seed, label, [{ code: 'required', at: 'code' }])
      const input = { flowToken, code, label, name: visit.session?.displayName ?? '' }
      const done = await confirmApp(db, permit, identityOf(ask), input, callerOf(ask), now)
      if (!done.ok) return drawApp(ask, seed, label, done.problems)
      ask.services.wake()
      return added
    },
  },
})

function drawBegin({ w, visit }: Asked, problems?: readonly Problem[]) {
  return screen({
    title: w.account.security.appTitle,
    w,
    problems,
    before: <BackLink href="/account" w={w} />,
    children: (
      <Form visit={visit}>
        <p>{w.account.register.methodHints.app}</p>
        <Button go="begin">{w.layout.continue}</Button>
      </Form>
    ),
  })
}

async function drawApp({ w, visit, services }: Asked, seed: string, label?: string, problems?: readonly Problem[]) {
  const words = w.account.security
  const uri = totpUri(seed, services.site.product, visit.session?.loginId ?? '')
  return screen({
    title: words.appTitle,
    w,
    problems,
    before: <BackLink href="/account" w={w} />,
    children: (
      <Form visit={visit}>
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
