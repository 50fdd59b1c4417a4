/** Adding a phone for codes: its number, then a code that was sent to it. */

import { maskContact } from '#domain/access/assurance.ts'
import { localPath } from '#domain/access/local-path.ts'
import type { Problem } from '#domain/result.ts'
import { phone as phoneKind } from '#forms/kit/kinds.ts'
import { beginPhone, confirmPhone, findNewPhone, resendPhoneCode } from '#use-cases/account/methods/add-factor.ts'
import { page, visitorsOwn } from '#web/kit/page.ts'
import { BackLink, Button, Form } from '#web/kit/parts.tsx'
import { notFound, redirect } from '#web/kit/reply.ts'
import { CodeInput, Input } from '../boxes.tsx'
import { type Asked, callerOf, identityOf, renewedCookies, screen } from '../screen.tsx'

function drawPhone({ w, visit }: Asked, next: string, typed?: string, problems?: readonly Problem[]) {
  const words = w.account.security
  return screen({
    title: words.phoneTitle,
    w,
    problems,
    before: <BackLink href={next} w={w} />,
    children: (
      <Form visit={visit}>
        <input type="hidden" name="next" value={next} />
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
  action: 'account.add-method',
  subject: visitorsOwn,
  query: ['next'],
  get: async (ask) => drawPhone(ask, localPath(ask.query.next, '/account')),
  post: {
    fields: ['phone', 'next'],
    async handle(ask) {
      const next = localPath(ask.posted.next, '/account')
      const typed = ask.posted.phone?.trim() ?? ''
      const phone = phoneKind.parse(typed)
      if (!phone.ok) return drawPhone(ask, next, typed, [{ code: typed ? 'not-a-phone' : 'required', at: 'phone' }])
      const begun = await beginPhone(ask.db, ask.permit, identityOf(ask), phone.value, ask.now)
      if (!begun.ok) return drawPhone(ask, next, typed, begun.problems)
      ask.services.wake()
      return redirect(codePath(next), { cookies: [{ name: 'flow', value: begun.value.flowToken }] })
    },
  },
})

const codePath = (next: string) => `/account/phone/code?next=${encodeURIComponent(next)}`
const startPath = (next: string) => `/account/phone?next=${encodeURIComponent(next)}`

function drawPhoneCode({ w, visit, services }: Asked, next: string, phone: string, problems?: readonly Problem[]) {
  return screen({
    title: w.account.security.phoneCodeTitle,
    w,
    problems,
    before: <BackLink href={startPath(next)} w={w} />,
    children: (
      <>
        <Form visit={visit}>
          <input type="hidden" name="next" value={next} />
          <p>{w.account.register.phoneRegistered(maskContact(phone))}</p>
          <CodeInput name="code" label={w.account.register.code} problems={problems} w={w} />
          <Button>{w.account.security.addPhone}</Button>
        </Form>
        <Form visit={visit}>
          <input type="hidden" name="next" value={next} />
          <Button go="send" kind="unstyled">
            {w.account.register.resend}
          </Button>
          {services.site.methods?.includes('voice') !== false && (
            <Button go="call" kind="unstyled">
              {w.account.signIn.callInstead}
            </Button>
          )}
        </Form>
      </>
    ),
  })
}

export const addPhoneCodePage = page({
  path: '/account/phone/code',
  action: 'account.add-method',
  subject: visitorsOwn,
  query: ['next'],
  async get(ask) {
    const phone = await findNewPhone(ask.db, ask.permit, ask.visit.cookies.flow, ask.now)
    const next = localPath(ask.query.next, '/account')
    return phone ? drawPhoneCode(ask, next, phone) : redirect(startPath(next))
  },
  post: {
    fields: ['code', 'next'],
    async handle(ask) {
      const { session } = ask.visit
      if (!session) return notFound
      const next = localPath(ask.posted.next, '/account')
      const flowToken = ask.visit.cookies.flow
      const phone = await findNewPhone(ask.db, ask.permit, flowToken, ask.now)
      if (!phone) return redirect(startPath(next), { notice: 'start-again' })
      if (ask.posted.go === 'send' || ask.posted.go === 'call') {
        const by = ask.posted.go === 'call' ? 'voice' : 'phone'
        const sent = await resendPhoneCode(ask.db, ask.permit, identityOf(ask), flowToken, by, ask.now)
        if (!sent.ok) return drawPhoneCode(ask, next, phone, sent.problems)
        ask.services.wake()
        return redirect(codePath(next), { notice: 'code-sent' })
      }
      const code = ask.posted.code ?? ''
      if (!code.trim()) return drawPhoneCode(ask, next, phone, [{ code: 'required', at: 'code' }])
      const input = { flowToken, code, sessionId: session.id, name: session.displayName }
      const done = await confirmPhone(ask.db, ask.permit, identityOf(ask), input, callerOf(ask), ask.now)
      if (!done.ok) return drawPhoneCode(ask, next, phone, done.problems)
      ask.services.wake()
      return redirect(next, { notice: 'factor-added', cookies: renewedCookies(done.value) })
    },
  },
})
