/** Step 1 of creating an account: the e-mail address and its code. Known addresses get the same pages. */

import { maskContact } from '#domain/access/assurance.ts'
import { accountKinds } from '#domain/access/flow-content.ts'
import type { Problem } from '#domain/result.ts'
import { email as emailKind } from '#forms/kit/kinds.ts'
import {
  confirmRegistrationEmail,
  sendRegistrationCode,
  startRegistration,
} from '#use-cases/account/registration/register-email.ts'
import { findRegistration, isIndividual, type RegisterFlow } from '#use-cases/account/registration/registration.ts'
import { nobodysOwn, page } from '#web/kit/page.ts'
import { BackLink, Button, Form } from '#web/kit/parts.tsx'
import { redirect } from '#web/kit/reply.ts'
import { CodeInput, Input, Radios } from '../boxes.tsx'
import { type Asked, callerOf, identityOf, screen } from '../screen.tsx'
import { Steps } from '../steps.tsx'

function drawStart(
  { w, visit, services }: Asked,
  email: string | undefined,
  kind: string,
  problems?: readonly Problem[],
) {
  const words = w.account.register
  return screen({
    title: words.startTitle,
    w,
    problems,
    before: <Steps at={1} w={w} />,
    children: (
      <>
        <p>{words.startIntro(services.site.product)}</p>
        <h2>{words.needTitle}</h2>
        <ul class="usa-list">
          {words.need.map((n) => (
            <li key={n}>{n}</li>
          ))}
        </ul>
        <p>
          {words.needTime}{' '}
          <a class="usa-link" href="/help/register">
            {words.needHelp}
          </a>
        </p>
        <Form visit={visit}>
          <Radios
            name="kind"
            legend={words.kind}
            value={kind}
            options={accountKinds.map((k) => [k, words.kinds[k].name, words.kinds[k].hint] as const)}
            problems={problems}
            w={w}
          />
          <p class="usa-hint">{words.kindHint}</p>
          <Input
            name="email"
            label={words.email}
            hint={words.emailHint}
            type="email"
            mode="email"
            autocomplete="email"
            value={email}
            problems={problems}
            w={w}
          />
          <Button>{words.sendCode}</Button>
        </Form>
        <p>
          <a class="usa-link" href="/sign-in">
            {words.have}
          </a>
        </p>
      </>
    ),
  })
}

export const registerPage = page({
  path: '/register',
  action: 'account.enter',
  subject: nobodysOwn,
  async get(ask) {
    const flow = await findRegistration(ask.db, ask.permit, ask.visit.cookies.flow, ask.now)
    return drawStart(ask, flow?.content.email, flow?.content.kind ?? 'individual')
  },
  post: {
    fields: ['email', 'kind'],
    async handle(ask) {
      const typed = ask.posted.email?.trim() ?? ''
      const email = typed ? emailKind.parse(typed) : undefined
      const chosen = ask.posted.kind ?? 'individual'
      const kind = accountKinds.find((k) => k === chosen)
      if (!kind) return drawStart(ask, typed, chosen, [{ code: 'not-a-choice', at: 'kind' }])
      if (!email?.ok) return drawStart(ask, typed, kind, [{ code: typed ? 'not-an-email' : 'required', at: 'email' }])
      const started = await startRegistration(
        ask.db,
        ask.permit,
        identityOf(ask),
        { email: email.value, kind },
        callerOf(ask),
        ask.now,
      )
      if (!started.ok) return drawStart(ask, typed, kind, started.problems)
      ask.services.wake()
      return redirect('/register/code', { cookies: [{ name: 'flow', value: started.value.flowToken }] })
    },
  },
})

/** Only individual providers are asked for an NPI. */
const afterEmail = (flow: RegisterFlow) => (isIndividual(flow.content) ? '/register/npi' : '/register/user-id')

function drawCode({ w, visit }: Asked, email: string, problems?: readonly Problem[]) {
  const words = w.account.register
  return screen({
    title: words.codeTitle,
    w,
    problems,
    before: (
      <>
        <BackLink href="/register" w={w} />
        <Steps at={1} w={w} />
      </>
    ),
    children: (
      <>
        <Form visit={visit}>
          <p>{words.codeSent(maskContact(email))}</p>
          <CodeInput name="code" label={words.code} problems={problems} w={w} />
          <Button>{w.layout.continue}</Button>
        </Form>
        <Form visit={visit}>
          <Button go="send" kind="unstyled">
            {words.resend}
          </Button>
        </Form>
        <p>
          {words.noCode}{' '}
          <a class="usa-link" href="/help/codes">
            {w.account.signIn.noCode}
          </a>
        </p>
      </>
    ),
  })
}

export const registerCodePage = page({
  path: '/register/code',
  action: 'account.enter',
  subject: nobodysOwn,
  async get(ask) {
    const flow = await findRegistration(ask.db, ask.permit, ask.visit.cookies.flow, ask.now)
    if (!flow) return redirect('/register', { notice: 'start-again' })
    return flow.content.emailConfirmed ? redirect(afterEmail(flow)) : drawCode(ask, flow.content.email)
  },
  post: {
    fields: ['code'],
    async handle(ask) {
      const flowToken = ask.visit.cookies.flow
      const flow = await findRegistration(ask.db, ask.permit, flowToken, ask.now)
      if (!flow) return redirect('/register', { notice: 'start-again' })
      if (ask.posted.go === 'send') {
        const sent = await sendRegistrationCode(ask.db, ask.permit, identityOf(ask), flowToken, ask.now)
        if (!sent.ok) return drawCode(ask, flow.content.email, sent.problems)
        ask.services.wake()
        return redirect('/register/code', { notice: 'code-sent' })
      }
      const code = ask.posted.code ?? ''
      if (!code.trim()) return drawCode(ask, flow.content.email, [{ code: 'required', at: 'code' }])
      const confirmed = await confirmRegistrationEmail(
        ask.db,
        ask.permit,
        identityOf(ask),
        { flowToken, code },
        ask.now,
      )
      if (!confirmed.ok && confirmed.problem.code === 'form-expired')
        return redirect('/register', { notice: 'start-again' })
      if (!confirmed.ok) return drawCode(ask, flow.content.email, confirmed.problems)
      return redirect(afterEmail(flow), { cookies: [{ name: 'flow', value: confirmed.value.flowToken }] })
    },
  },
})
