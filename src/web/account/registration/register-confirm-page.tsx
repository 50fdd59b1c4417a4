/** The last page of creating an account: the chosen way to verify is proven. Then the account exists. */
import { maskContact } from '#domain/access/assurance.ts'
import type { SignUpMethod } from '#domain/access/flow-content.ts'
import type { Problem } from '#domain/result.ts'
import { qrSvg } from '#outside/qr.ts'
import { totpUri } from '#outside/totp.ts'
import { askForFirstPasskey } from '#use-cases/account/registration/prove-way.ts'
import { registerAccount, sendChosenCode } from '#use-cases/account/registration/register-account.ts'
import { findRegistration, isIndividual, type RegisterFlow } from '#use-cases/account/registration/registration.ts'
import { nobodysOwn, page } from '#web/kit/page.ts'
import { BackLink, Button, Form } from '#web/kit/parts.tsx'
import { json, redirect } from '#web/kit/reply.ts'
import { CodeInput } from '../boxes.tsx'
import { AppKey } from '../methods/app-key.tsx'
import { PasskeyForm } from '../passkeys/passkey-form.tsx'
import { type Asked, callerOf, identityOf, screen, sessionCookies } from '../screen.tsx'
import { Steps } from '../steps.tsx'
import { ready, startAgain } from './register-verification-page.tsx'
import { drawSignIn, drawWho } from './register-who-pages.tsx'

const mayCall = ({ services }: Pick<Asked, 'services'>) => services.site.methods?.includes('voice') !== false

async function drawConfirm(
  asked: Asked,
  { content }: RegisterFlow,
  method: SignUpMethod,
  problems?: readonly Problem[],
) {
  const { w, visit, services } = asked
  const words = w.account.register
  const seed = method === 'app' ? content.seed : undefined
  const uri = seed && totpUri(seed, services.site.product, content.loginId ?? '')
  const to = method === 'phone' ? content.phone : content.email
  return screen({
    title: words.confirmTitle[method],
    w,
    problems,
    before: (
      <>
        <BackLink href="/register/verification" w={w} label={words.otherMethod} />
        <Steps at={5} w={w} short={!isIndividual(content)} />
      </>
    ),
    children:
      method === 'passkey' ? (
        <>
          <p>{words.passkeyWhat}</p>
          <PasskeyForm
            asked={asked}
            action="/register/confirm"
            options="/register/passkey/options"
            kind="create"
            button={words.passkeyFinish}
          />
          <p>{words.passkeyOther}</p>
        </>
      ) : (
        <>
          <Form visit={visit}>
            {seed && uri ? (
              <AppKey svg={await qrSvg(uri)} seed={seed} uri={uri} w={w} />
            ) : (
              <p>{words.phoneRegistered(maskContact(to ?? ''))}</p>
            )}
            <CodeInput name="code" label={words.code} problems={problems} w={w} />
            <Button>{words.finish}</Button>
          </Form>
          {!seed && (
            <Form visit={visit}>
              <Button go="send" kind="unstyled">
                {words.resend}
              </Button>
              {method === 'phone' && mayCall({ services }) && (
                <Button go="call" kind="unstyled">
                  {w.account.signIn.callInstead}
                </Button>
              )}
            </Form>
          )}
        </>
      ),
  })
}

export const registerConfirmPage = page({
  path: '/register/confirm',
  action: 'account.enter',
  subject: nobodysOwn,
  async get(ask) {
    const flow = ready(await findRegistration(ask.db, ask.permit, ask.visit.cookies.flow, ask.now))
    if (!flow) return startAgain
    return flow.content.method ? drawConfirm(ask, flow, flow.content.method) : redirect('/register/verification')
  },
  post: {
    fields: ['code', 'passkey'],
    async handle(ask) {
      const flow = ready(await findRegistration(ask.db, ask.permit, ask.visit.cookies.flow, ask.now))
      const method = flow?.content.method
      if (!flow || !method) return startAgain
      if (ask.posted.go === 'send' || (ask.posted.go === 'call' && mayCall(ask))) {
        const call = ask.posted.go === 'call'
        const sent = await sendChosenCode(ask.db, ask.permit, identityOf(ask), flow, ask.now, call)
        if (!sent.ok) return drawConfirm(ask, flow, method, sent.problems)
        ask.services.wake()
        return redirect('/register/confirm', { notice: 'code-sent' })
      }
      const typed = (method === 'passkey' ? ask.posted.passkey : ask.posted.code) ?? ''
      if (!typed.trim() && method !== 'passkey')
        return drawConfirm(ask, flow, method, [{ code: 'required', at: 'code' }])
      const input = { typed, boundTo: ask.visit.csrf }
      const made = await registerAccount(ask.db, ask.permit, identityOf(ask), flow, input, callerOf(ask), ask.now)
      if (!made.ok && made.problem.code === 'form-expired') return startAgain
      // Somebody else was faster: back to the page where it can be corrected, with everything kept.
      if (!made.ok && made.problem.at === 'npi') return drawWho(ask, shown(flow), made.problems)
      if (!made.ok && made.problem.at === 'loginId')
        return drawSignIn(ask, shown(flow), true, false, made.problems, !isIndividual(flow.content))
      if (!made.ok) return drawConfirm(ask, flow, method, made.problems)
      ask.services.wake()
      return redirect('/account/recovery-codes', {
        notice: 'registered',
        cookies: sessionCookies(made.value, made.value.codesToken),
      })
    },
  },
})

/** What the script asks the browser to make. */
export const registerPasskeyOptionsPage = page({
  path: '/register/passkey/options',
  action: 'account.enter',
  subject: nobodysOwn,
  post: {
    fields: ['for'],
    async handle(ask) {
      const { db, permit, visit, now } = ask
      const flow = ready(await findRegistration(db, permit, visit.cookies.flow, now))
      if (!flow) return json({ code: 'form-expired' }, 422)
      const asked = await askForFirstPasskey(db, permit, identityOf(ask), flow, visit.csrf, callerOf(ask), now)
      return asked.ok ? json(asked.value) : json({ code: asked.problem.code }, 422)
    },
  },
})

const shown = ({ content: { npi, taxId, taxIdKind, loginId, firstName, lastName } }: RegisterFlow) => ({
  npi,
  taxId,
  taxIdKind,
  loginId,
  firstName,
  lastName,
})
