/** Recovery codes: shown until their owner says that they are kept, and made anew on request. */
import {
  findNewRecoveryCodes,
  forgetNewRecoveryCodes,
  renewRecoveryCodes,
} from '#use-cases/account/methods/remove-factor.ts'
import { page, visitorsOwn } from '#web/kit/page.ts'
import { BackLink, Button, Form } from '#web/kit/parts.tsx'
import { download, notFound, redirect } from '#web/kit/reply.ts'
import { callerOf, identityOf, screen } from '../screen.tsx'

export const recoveryCodesPage = page({
  path: '/account/recovery-codes',
  action: 'account.manage',
  subject: visitorsOwn,
  async get({ db, permit, visit, now, w }) {
    const words = w.account.register
    const codes = await findNewRecoveryCodes(db, permit, visit.cookies.flow, now)
    return screen({
      title: words.codesTitle,
      w,
      children: codes ? (
        <>
          <p>{words.codesIntro}</p>
          <ol class="recovery-codes">
            {codes.map((c) => (
              <li key={c}>
                <code>{c}</code>
              </li>
            ))}
          </ol>
          <p>{words.codesAdvice}</p>
          <p>
            <a class="usa-link" href="/account/recovery-codes/file" download>
              {words.codesFile}
            </a>
          </p>
          <Form visit={visit}>
            <Button>{words.codesSaved}</Button>
          </Form>
        </>
      ) : (
        <>
          <p>{words.codesGone}</p>
          <BackLink href="/account" w={w} />
        </>
      ),
    })
  },
  post: {
    fields: [],
    async handle({ db, permit, visit, now }) {
      await forgetNewRecoveryCodes(db, permit, visit.cookies.flow, now)
      return redirect('/dashboard', { cookies: [{ name: 'flow', value: null }] })
    },
  },
})

/** The codes as a text file, while they are shown. */
export const recoveryCodesFilePage = page({
  path: '/account/recovery-codes/file',
  action: 'account.manage',
  subject: visitorsOwn,
  async get({ db, permit, visit, now, w, services }) {
    const codes = await findNewRecoveryCodes(db, permit, visit.cookies.flow, now)
    if (!codes) return notFound
    const { codesFileTitle } = w.account.register
    const text = [codesFileTitle(services.site.product, visit.session?.loginId ?? ''), '', ...codes, ''].join('\r\n')
    return download(new TextEncoder().encode(text), 'text/plain; charset=utf-8', 'recovery-codes.txt')
  },
})

export const renewRecoveryCodesPage = page({
  path: '/account/recovery-codes/new',
  action: 'account.secure',
  subject: visitorsOwn,
  get: async ({ w, visit }) =>
    screen({
      title: w.account.security.renewTitle,
      w,
      before: <BackLink href="/account" w={w} />,
      children: (
        <Form visit={visit}>
          <p>{w.account.security.renewIntro}</p>
          <Button>{w.account.security.renew}</Button>
        </Form>
      ),
    }),
  post: {
    once: true,
    fields: [],
    async handle(ask) {
      const made = await renewRecoveryCodes(ask.db, ask.permit, identityOf(ask), callerOf(ask), ask.now)
      if (!made.ok) return redirect('/account')
      ask.services.wake()
      return redirect('/account/recovery-codes', { cookies: [{ name: 'flow', value: made.value.flowToken }] })
    },
  },
})
