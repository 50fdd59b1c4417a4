/** /sign-in: a passkey, or user ID and password. Says the same for known and unknown ids. */
import { homePath, localPath } from '#domain/access/local-path.ts'
import { sessionLimits } from '#domain/access/session.ts'
import type { Problem } from '#domain/result.ts'
import { signIn } from '#use-cases/account/sign-in/sign-in.ts'
import { nobodysOwn, page } from '#web/kit/page.ts'
import { Alert, Button, Form } from '#web/kit/parts.tsx'
import { redirect } from '#web/kit/reply.ts'
import type { Words } from '#words/index.ts'
import { Input } from './boxes.tsx'
import { hasPasskeys, PasskeyForm } from './passkeys/passkey-form.tsx'
import { type Asked, callerOf, identityOf, screen } from './screen.tsx'

interface Drawn {
  readonly loginId?: string | undefined
  readonly next: string
  readonly problems?: readonly Problem[]
  readonly ended?: string | undefined
  readonly publicComputer?: boolean
}

export function drawSignIn(asked: Asked, { loginId, next, problems, ended, publicComputer }: Drawn) {
  const { w, visit, services } = asked
  const words = w.account.signIn
  const isLocked = problems?.some((p) => p.code === 'account-locked')
  return screen({
    title: words.title,
    w,
    problems,
    before: (ended === 'idle' || ended === 'kept') && (
      <Alert kind="info">{ended === 'kept' ? words.endedKept : words.endedIdle}</Alert>
    ),
    children: (
      <>
        {isLocked && (
          <Alert kind="warning" title={words.lockedTitle}>
            <ul class="usa-list">
              {words.lockedWays.map((way) => (
                <li key={way}>{way}</li>
              ))}
              <li>
                {w.layout.helpDesk}: {services.site.helpDesk.phone}
              </li>
              <li>
                <a class="usa-link" href="/help/locked">
                  {words.lockedWhy}
                </a>
              </li>
            </ul>
          </Alert>
        )}
        <Form visit={visit} action="/sign-in">
          <input type="hidden" name="next" value={next} />
          <Input
            name="loginId"
            label={words.loginId}
            value={loginId}
            autocomplete="username webauthn"
            problems={problems}
            w={w}
          />
          <Input
            name="password"
            label={words.password}
            type="password"
            autocomplete="current-password"
            problems={problems}
            w={w}
          />
          <PublicComputer id="publicComputer" ticked={publicComputer} w={w} />
          <Button>{words.submit}</Button>
        </Form>
        {hasPasskeys(services.site) && (
          <>
            <h2>{w.account.passkeys.orPasskey}</h2>
            <PasskeyForm
              asked={asked}
              action="/sign-in/passkey"
              options="/sign-in/passkey/options"
              kind="get"
              autofill
              button={w.account.passkeys.signIn}
            >
              <p class="usa-hint">{w.account.passkeys.signInHint}</p>
              <input type="hidden" name="next" value={next} />
              <PublicComputer id="publicComputer-passkey" ticked={publicComputer} w={w} />
            </PasskeyForm>
          </>
        )}
        <ul class="usa-list usa-list--unstyled link-list">
          <li>
            <a class="usa-link" href="/forgot-password">
              {words.forgotPassword}
            </a>
          </li>
          <li>
            <a class="usa-link" href="/forgot-user-id">
              {words.forgotUserId}
            </a>
          </li>
          <li>
            <a class="usa-link" href="/register">
              {words.noAccount}
            </a>
          </li>
          <li>
            <a class="usa-link" href="/help/sign-in">
              {words.helpSignIn}
            </a>
          </li>
          {services.identityProvider && (
            <li>
              <a class="usa-link" href={`/sign-in/staff${next ? `?next=${encodeURIComponent(next)}` : ''}`}>
                {w.account.staffSignIn.link}
              </a>
            </li>
          )}
        </ul>
        <p class="usa-hint">{words.check(services.site.origin)}</p>
      </>
    ),
  })
}

/** In both forms of the page; a script that asks for a passkey takes either tick for both (web/browser/passkeys.ts). */
function PublicComputer({ id, ticked, w }: { id: string; ticked: boolean | undefined; w: Words }) {
  return (
    <div class="usa-checkbox">
      <input
        class="usa-checkbox__input"
        type="checkbox"
        id={id}
        name="publicComputer"
        value="yes"
        checked={ticked}
        data-alike
      />
      <label class="usa-checkbox__label" for={id}>
        {w.account.safety.publicComputer}
        <span class="usa-checkbox__label-description">
          {w.account.safety.publicComputerHint(sessionLimits.publicIdle / 60_000)}
        </span>
      </label>
    </div>
  )
}

export const signInPage = page({
  path: '/sign-in',
  action: 'account.enter',
  subject: nobodysOwn,
  query: ['next', 'ended'],
  async get(ask) {
    const next = localPath(ask.query.next, '')
    if (ask.visit.session) return redirect(next || homePath(ask.visit.actor.memberships))
    return drawSignIn(ask, { next, ended: ask.query.ended })
  },
  post: {
    fields: ['loginId', 'password', 'publicComputer', 'next'],
    async handle(ask) {
      const { loginId = '', password = '' } = ask.posted
      const next = localPath(ask.posted.next, '')
      const publicComputer = ask.posted.publicComputer === 'yes'
      const missing = [
        ...(loginId.trim() ? [] : [{ code: 'required', at: 'loginId' } as const]),
        ...(password ? [] : [{ code: 'required', at: 'password' } as const]),
      ]
      if (missing.length > 0) return drawSignIn(ask, { loginId, next, publicComputer, problems: missing })
      const given = await signIn(
        ask.db,
        ask.permit,
        identityOf(ask),
        { loginId, password, next, publicComputer },
        callerOf(ask),
        ask.now,
      )
      // The letter with the way back is written by the worker, for those who exist.
      if (!given.ok && given.problem.code === 'account-locked') ask.services.wake()
      if (!given.ok) return drawSignIn(ask, { loginId, next, publicComputer, problems: given.problems })
      ask.services.wake()
      return redirect('/sign-in/verify', { cookies: [{ name: 'flow', value: given.value.flowToken }] })
    },
  },
})
