/** /sign-in/verify: the second factor, for signing in, for confirming who you are, and before a new password. */
import { visitorOf } from '#db/queries/access/sessions.ts'
import { type Method, maskContact } from '#domain/access/assurance.ts'
import { homePath, localPath } from '#domain/access/local-path.ts'
import type { Problem } from '#domain/result.ts'
import { targetOf } from '#use-cases/account/sign-in/send-code.ts'
import {
  findVerification,
  sendVerificationCode,
  type Verification,
  verifySignIn,
} from '#use-cases/account/sign-in/verify-sign-in.ts'
import { nobodysOwn, page } from '#web/kit/page.ts'
import { Alert, Button, Form } from '#web/kit/parts.tsx'
import { redirect } from '#web/kit/reply.ts'
import { CodeInput, Input } from './boxes.tsx'
import { PasskeyForm } from './passkeys/passkey-form.tsx'
import { type Asked, callerOf, identityOf, screen, sessionCookies } from './screen.tsx'

const PATH = '/sign-in/verify'
const startAgain = redirect('/sign-in', { notice: 'start-again', cookies: [{ name: 'flow', value: null }] })

interface Drawn {
  readonly verification: Verification
  readonly method: Method | undefined
  /** Was a code sent by this method (as far as this page knows)? */
  readonly sent: boolean
  readonly problems?: readonly Problem[] | undefined
}

function draw(asked: Asked, { verification, method, sent, problems }: Drawn) {
  const { w, visit, services } = asked
  const words = w.account.signIn
  const { held, methods } = verification
  const help = (
    <p>
      {words.lost} <a href={`tel:${services.site.helpDesk.phone.replace(/\D/g, '')}`}>{services.site.helpDesk.phone}</a>
    </p>
  )
  if (!method)
    return screen({ title: words.verifyTitle, w, problems, children: <Alert kind="warning">{words.noneLeft}</Alert> })
  const target = targetOf(held, method)
  const masked = target ? maskContact(target.value) : ''
  const others = methods.filter((m) => m !== method)
  return screen({
    title: words.verifyTitle,
    w,
    problems,
    children: (
      <>
        {method === 'passkey' && (
          <PasskeyForm
            asked={asked}
            action={PATH}
            options="/sign-in/passkey/options"
            kind="get"
            for="verify"
            evenOff
            box="code"
            button={w.account.passkeys.verify}
          >
            <input type="hidden" name="method" value="passkey" />
          </PasskeyForm>
        )}
        {method !== 'passkey' && (sent || !target) && (
          <Form visit={visit} action={PATH}>
            <input type="hidden" name="method" value={method} />
            {method === 'app' && (
              <p>
                {words.app}{' '}
                {services.site.demo && (
                  <a class="usa-link" href="/demo/codes" target="_blank" rel="noreferrer">
                    {words.demoCodes}
                  </a>
                )}
              </p>
            )}
            {method === 'phone' && <p>{words.phone(masked)}</p>}
            {method === 'voice' && <p>{words.voice(masked)}</p>}
            {method === 'email' && <p>{words.email(masked)}</p>}
            {target && (
              <p>
                <a class="usa-link" href="/help/codes">
                  {words.noCode}
                </a>
              </p>
            )}
            {method === 'recovery-code' ? (
              <Input name="code" label={words.recoveryCode} hint={words.recoveryCodeHint} problems={problems} w={w} />
            ) : (
              <CodeInput name="code" label={words.code} problems={problems} w={w} />
            )}
            <Button>{words.verify}</Button>
          </Form>
        )}
        {target && (
          <Form visit={visit} action={PATH}>
            <input type="hidden" name="method" value={method} />
            {!sent && <p>{method === 'voice' ? words.callTo(masked) : words.sendTo(masked)}</p>}
            <Button go="send" {...(sent && { kind: 'unstyled' as const })}>
              {method === 'voice' ? (sent ? words.callAgain : words.call) : sent ? words.resend : words.send}
            </Button>
          </Form>
        )}
        {others.length > 0 && (
          <nav aria-label={words.others}>
            <h2>{words.others}</h2>
            <ul class="usa-list">
              {others.map((m) => (
                <li key={m}>
                  <a class="usa-link" href={`${PATH}?method=${m}`}>
                    {words.other[m]}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {help}
      </>
    ),
  })
}

export const verifyPage = page({
  path: PATH,
  action: 'account.enter',
  subject: nobodysOwn,
  query: ['method', 'sent'],
  async get(ask) {
    const verification = await findVerification(ask.db, ask.permit, identityOf(ask), ask.visit.cookies.flow, ask.now)
    if (!verification) return startAgain
    const chosen = verification.methods.find((m) => m === ask.query.method)
    // Signing in sends a code by the first method by itself; opening this page never sends one.
    const sent = ask.query.sent === 'yes' || (!chosen && verification.kind !== 'reset')
    return draw(ask, { verification, method: chosen ?? verification.methods[0], sent })
  },
  post: {
    fields: ['method', 'code'],
    async handle(ask) {
      const { method = '', code = '', go } = ask.posted
      const flowToken = ask.visit.cookies.flow
      const verification = await findVerification(ask.db, ask.permit, identityOf(ask), flowToken, ask.now)
      const chosen = verification?.methods.find((m) => m === method)
      if (!verification || !chosen) return startAgain
      if (go === 'send') {
        const sent = await sendVerificationCode(ask.db, ask.permit, identityOf(ask), flowToken, method, ask.now)
        if (!sent.ok) return draw(ask, { verification, method: chosen, sent: true, problems: sent.problems })
        ask.services.wake()
        return redirect(`${PATH}?method=${chosen}&sent=yes`, { notice: 'code-sent' })
      }
      if (!code.trim() && method !== 'passkey')
        return draw(ask, { verification, method: chosen, sent: true, problems: [{ code: 'required', at: 'code' }] })
      const done = await verifySignIn(
        ask.db,
        ask.permit,
        identityOf(ask),
        { flowToken, method, code, boundTo: ask.visit.csrf },
        callerOf(ask),
        ask.now,
      )
      if (!done.ok && done.problem.code === 'form-expired') return startAgain
      if (!done.ok) return draw(ask, { verification, method: chosen, sent: true, problems: done.problems })
      ask.services.wake()
      if (done.value.is === 'may-choose-password')
        return redirect('/reset-password', { cookies: [{ name: 'flow', value: done.value.flowToken }] })
      const visitor = await visitorOf(ask.db, done.value.sessionToken, ask.now)
      return redirect(localPath(done.value.next, homePath(visitor?.actor.memberships ?? [])), {
        cookies: sessionCookies(done.value),
        ...(verification.kind === 'step-up' && { notice: 'confirmed' }),
      })
    },
  },
})
