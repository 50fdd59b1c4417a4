/** /set-up-access: the mailed link of an invitation, or of somebody who lost every way to verify. Looking changes nothing. */
import type { Problem } from '#domain/result.ts'
import { qrSvg } from '#outside/qr.ts'
import { totpUri } from '#outside/totp.ts'
import { type AccessToSetUp, findAccessToSetUp, setUpAccess } from '#use-cases/account/methods/set-up-access.ts'
import { nobodysOwn, page } from '#web/kit/page.ts'
import { Button, Form } from '#web/kit/parts.tsx'
import { redirect } from '#web/kit/reply.ts'
import { CodeInput, Input, NewPasswordInput } from '../boxes.tsx'
import { AppKey } from '../methods/app-key.tsx'
import { type Asked, callerOf, identityOf, screen } from '../screen.tsx'

export const setUpAccessPage = page({
  path: '/set-up-access',
  action: 'account.enter',
  subject: nobodysOwn,
  query: ['token'],
  async get(ask) {
    const { db, permit, query, visit, now, w } = ask
    if (query.token) return redirect('/set-up-access', { cookies: [{ name: 'flow', value: query.token }] })
    const access = await findAccessToSetUp(db, permit, visit.cookies.flow, now)
    if (!access) return screen({ title: w.account.recovery.overTitle, w, children: <p>{w.helpDesk.cancelOver}</p> })
    return draw(ask, access)
  },
  post: {
    fields: ['password', 'again', 'code'],
    async handle(ask) {
      const { db, permit, visit, now, posted } = ask
      const token = visit.cookies.flow
      const { password = '', again = '', code = '' } = posted
      const done = await setUpAccess(db, permit, identityOf(ask), { token, password, again, code }, callerOf(ask), now)
      if (done.ok) {
        const cookies = [{ name: 'flow', value: null } as const, { name: 'session', value: null } as const]
        return redirect('/sign-in', { notice: 'access-set-up', cookies })
      }
      const access = await findAccessToSetUp(db, permit, token, now)
      return access ? draw(ask, access, done.problems) : redirect('/sign-in', { notice: 'start-again' })
    },
  },
})

async function draw({ w, visit, services }: Asked, access: AccessToSetUp, problems?: readonly Problem[]) {
  const t = w.helpDesk
  const s = w.account.security
  const uri = totpUri(access.seed, services.site.product, access.loginId)
  const password = { name: 'password' as const, problems, w }
  return screen({
    title: t.setUpTitle,
    w,
    problems,
    children: (
      <Form visit={visit}>
        <p>{t.setUpIntro(access.loginId)}</p>
        <AppKey svg={await qrSvg(uri)} seed={access.seed} uri={uri} w={w} />
        {access.choosesPassword ? (
          <>
            <NewPasswordInput {...password} label={s.newPassword} hint={w.account.register.passwordHint} />
            <Input name="again" label={s.again} type="password" autocomplete="new-password" problems={problems} w={w} />
          </>
        ) : (
          <Input {...password} label={t.currentPassword} type="password" autocomplete="current-password" />
        )}
        <CodeInput name="code" label={w.account.register.code} problems={problems} w={w} />
        <Button>{t.setUp}</Button>
      </Form>
    ),
  })
}
