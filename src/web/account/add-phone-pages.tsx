/** Adding a phone for codes: its number, then a code that was sent to it. */

import { maskContact } from '#domain/access/assurance.ts'
import type { Problem } from '#domain/result.ts'
import { phone as phoneKind } from '#forms/kit/kinds.ts'
import { beginPhone, confirmPhone, findNewPhone, resendPhoneCode } from '#use-cases/account/add-factor.ts'
import { page, visitorsOwn } from '#web/kit/page.ts'
import { BackLink, Button, Form } from '#web/kit/parts.tsx'
import { redirect } from '#web/kit/reply.ts'
import { CodeInput, Input } from './boxes.tsx'
import { type Asked, callerOf, identityOf, screen } from './screen.tsx'

const added = redirect('/account', { notice: 'factor-added', cookies: [{ name: 'flow', value: null }] })

function drawPhone({ w, visit }: Asked, typed?: string, problems?: readonly Problem[]) {
  const words = w.account.security
  return screen({
    title: words.phoneTitle,
    w,
    problems,
    before: <BackLink href="/account" w={w} />,
    children: (
      <Form visit={visit}>
        <Input
          name="phone"
          label={words.phone}
          hint={words.phoneHint}
          type="tel"
          mode="tel"
          width="md"
          autocomplete="tel-national"
          value={typed}
          problems={problems}
          w={w}
        />
        <Button>{w.account.register.sendCode}</Button>
      </Form>
    ),
  })
}

export const addPhonePage = page({
  path: '/account/phone',
  action: 'account.manage',
  subject: visitorsOwn,
  stepUp: true,
  get: async (ask) => drawPhone(ask),
  post: {
    fields: ['phone'],
    async handle(ask) {
      const typed = ask.posted.phone?.trim() ?? ''
      const phone = phoneKind.parse(typed)
      if (!phone.ok) return drawPhone(ask, typed, [{ code: typed ? 'not-a-phone' : 'required', at: 'phone' }])
      const begun = await beginPhone(ask.db, ask.permit, identityOf(ask), phone.value, ask.now)
      if (!begun.ok) return drawPhone(ask, typed, begun.problems)
      ask.services.wake()
      return redirect('/account/phone/code', { cookies: [{ name: 'flow', value: begun.value.flowToken }] })
    },
  },
})

function drawPhoneCode({ w, visit }: Asked, phone: string, problems?: readonly Problem[]) {
  return screen({
    title: w.account.security.phoneCodeTitle,
    w,
    problems,
    before: <BackLink href="/account/phone" w={w} />,
    children: (
      <>
        <Form visit={visit}>
          <p>{w.account.register.phoneRegistered(maskContact(phone))}</p>
          <CodeInput name="code" label={w.account.register.code} problems={problems} w={w} />
          <Button>{w.account.security.addPhone}</Button>
        </Form>
        <Form visit={visit}>
          <Button go="send" kind="unstyled">
            {w.account.register.resend}
          </Button>
        </Form>
      </>
    ),
  })
}

export const addPhoneCodePage = page({
  path: '/account/phone/code',
  action: 'account.manage',
  subject: visitorsOwn,
  stepUp: true,
  async get(ask) {
    const phone = await findNewPhone(ask.db, ask.permit, ask.visit.cookies.flow, ask.now)
    return phone ? drawPhoneCode(ask, phone) : redirect('/account/phone')
  },
  post: {
    fields: ['code'],
    async handle(ask) {
      const flowToken = ask.visit.cookies.flow
      const phone = await findNewPhone(ask.db, ask.permit, flowToken, ask.now)
      if (!phone) return redirect('/account/phone', { notice: 'start-again' })
      if (ask.posted.go === 'send') {
        const sent = await resendPhoneCode(ask.db, ask.permit, identityOf(ask), flowToken, ask.now)
        if (!sent.ok) return drawPhoneCode(ask, phone, sent.problems)
        ask.services.wake()
        return redirect('/account/phone/code', { notice: 'code-sent' })
      }
      const code = ask.posted.code ?? ''
      if (!code.trim()) return drawPhoneCode(ask, phone, [{ code: 'required', at: 'code' }])
      const input = { flowToken, code, name: ask.visit.session?.displayName ?? '' }
      const done = await confirmPhone(ask.db, ask.permit, identityOf(ask), input, callerOf(ask), ask.now)
      if (!done.ok) return drawPhoneCode(ask, phone, done.problems)
      ask.services.wake()
      return added
    },
  },
})
