/** Forgotten password and forgotten user ID: what is asked, and a page that says the same to everybody. */
import type { Problem } from '#domain/result.ts'
import { askRecovery } from '#use-cases/account/recovery/ask-recovery.ts'
import { enterResetCode } from '#use-cases/account/recovery/reset-password.ts'
import { nobodysOwn, page } from '#web/kit/page.ts'
import { Button, Form } from '#web/kit/parts.tsx'
import { redirect } from '#web/kit/reply.ts'
import { CodeInput, Input, Radios } from './boxes.tsx'
import { type Asked, callerOf, identityOf, screen } from './screen.tsx'

const Nothing = ({ w, services }: Pick<Asked, 'w' | 'services'>) => (
  <p>
    {w.account.recovery.nothing}{' '}
    <a href={`tel:${services.site.helpDesk.phone.replace(/\D/g, '')}`}>{services.site.helpDesk.phone}</a>.{' '}
    <a class="usa-link" href="/help/codes">
      {w.account.signIn.noCode}
    </a>
  </p>
)

function drawPassword({ w, visit }: Asked, name?: string, by?: string, problems?: readonly Problem[]) {
  const words = w.account.recovery
  return screen({
    title: words.passwordTitle,
    w,
    problems,
    children: (
      <Form visit={visit}>
        <p>
          {words.passwordIntro}{' '}
          <a class="usa-link" href="/help/reset-password">
            {words.help}
          </a>
        </p>
        <Input name="name" label={words.name} value={name} autocomplete="username" problems={problems} w={w} />
        <Radios
          name="by"
          legend={words.by}
          value={by}
          options={[
            ['link', words.byOptions.link],
            ['code', words.byOptions.code],
          ]}
          problems={problems}
          w={w}
        />
        <Button>{words.submit}</Button>
      </Form>
    ),
  })
}

export const forgotPasswordPage = page({
  path: '/forgot-password',
  action: 'account.enter',
  subject: nobodysOwn,
  get: async (ask) => drawPassword(ask, undefined, 'link'),
  post: {
    fields: ['name', 'by'],
    async handle(ask) {
      const { name = '', by } = ask.posted
      if (by !== 'link' && by !== 'code') return drawPassword(ask, name, by, [{ code: 'not-a-choice', at: 'by' }])
      const input = { kind: `password-${by}`, name } as const
      const asked = await askRecovery(ask.db, ask.permit, identityOf(ask), input, callerOf(ask), ask.now)
      if (!asked.ok) return drawPassword(ask, name, by, asked.problems)
      ask.services.wake()
      const { flowToken } = asked.value
      return flowToken
        ? redirect('/forgot-password/code', { cookies: [{ name: 'flow', value: flowToken }] })
        : redirect('/forgot-password/sent')
    },
  },
})

export const forgotPasswordSentPage = page({
  path: '/forgot-password/sent',
  action: 'account.enter',
  subject: nobodysOwn,
  get: async ({ w, services }) =>
    screen({
      title: w.account.recovery.sentTitle,
      w,
      children: (
        <>
          <p>{w.account.recovery.sent}</p>
          <Nothing w={w} services={services} />
        </>
      ),
    }),
})

function drawCode({ w, visit, services }: Asked, problems?: readonly Problem[]) {
  const words = w.account.recovery
  return screen({
    title: words.codeTitle,
    w,
    problems,
    children: (
      <>
        <Form visit={visit}>
          <p>{words.codeSent}</p>
          <CodeInput name="code" label={words.code} problems={problems} w={w} />
          <Button>{w.layout.continue}</Button>
        </Form>
        <Nothing w={w} services={services} />
      </>
    ),
  })
}

export const forgotPasswordCodePage = page({
  path: '/forgot-password/code',
  action: 'account.enter',
  subject: nobodysOwn,
  get: async (ask) => drawCode(ask),
  post: {
    fields: ['code'],
    async handle(ask) {
      const input = { flowToken: ask.visit.cookies.flow, code: ask.posted.code ?? '' }
      const entered = await enterResetCode(ask.db, ask.permit, identityOf(ask), input, ask.now)
      if (!entered.ok && entered.problem.code === 'form-expired')
        return redirect('/forgot-password', { notice: 'start-again' })
      if (!entered.ok) return drawCode(ask, entered.problems)
      return redirect('/sign-in/verify', { cookies: [{ name: 'flow', value: entered.value.flowToken }] })
    },
  },
})

function drawUserId({ w, visit }: Asked, email?: string, problems?: readonly Problem[]) {
  return screen({
    title: w.account.recovery.userIdTitle,
    w,
    problems,
    children: (
      <Form visit={visit}>
        <Input
          name="name"
          label={w.account.recovery.email}
          type="email"
          mode="email"
          autocomplete="email"
          value={email}
          problems={problems}
          w={w}
        />
        <Button>{w.account.recovery.submit}</Button>
      </Form>
    ),
  })
}

export const forgotUserIdPage = page({
  path: '/forgot-user-id',
  action: 'account.enter',
  subject: nobodysOwn,
  get: async (ask) => drawUserId(ask),
  post: {
    fields: ['name'],
    async handle(ask) {
      const { name = '' } = ask.posted
      if (!name.includes('@')) return drawUserId(ask, name, [{ code: 'not-an-email', at: 'name' }])
      const asked = await askRecovery(
        ask.db,
        ask.permit,
        identityOf(ask),
        { kind: 'user-id', name },
        callerOf(ask),
        ask.now,
      )
      if (!asked.ok) return drawUserId(ask, name, asked.problems)
      ask.services.wake()
      return redirect('/forgot-user-id/sent')
    },
  },
})

export const forgotUserIdSentPage = page({
  path: '/forgot-user-id/sent',
  action: 'account.enter',
  subject: nobodysOwn,
  get: async ({ w, services }) =>
    screen({
      title: w.account.recovery.sentTitle,
      w,
      children: (
        <>
          <p>{w.account.recovery.sentUserId}</p>
          <Nothing w={w} services={services} />
        </>
      ),
    }),
})
