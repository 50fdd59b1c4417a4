/** /reset-password: where the mailed link leads. Looking changes nothing; the token leaves the address at once. */
import type { Problem } from '#domain/result.ts'
import { findReset, resetPassword } from '#use-cases/account/recovery/reset-password.ts'
import { nobodysOwn, page } from '#web/kit/page.ts'
import { Button, Form } from '#web/kit/parts.tsx'
import { redirect } from '#web/kit/reply.ts'
import { Input, NewPasswordInput } from './boxes.tsx'
import { type Asked, callerOf, identityOf, screen } from './screen.tsx'

export const Over = ({ w, again }: Pick<Asked, 'w'> & { again: string }) => (
  <>
    <p>{w.account.recovery.over}</p>
    <a class="usa-link" href={again}>
      {w.account.recovery.askAgain}
    </a>
  </>
)

function draw({ w, visit }: Asked, problems?: readonly Problem[]) {
  const words = w.account.recovery
  return screen({
    title: words.newTitle,
    w,
    problems,
    children: (
      <Form visit={visit}>
        <p>{words.newIntro}</p>
        <NewPasswordInput
          name="password"
          label={w.account.security.newPassword}
          hint={w.account.register.passwordHint}
          problems={problems}
          w={w}
        />
        <Input
          name="again"
          label={w.account.security.again}
          type="password"
          autocomplete="new-password"
          problems={problems}
          w={w}
        />
        <Button>{words.submit}</Button>
      </Form>
    ),
  })
}

export const resetPasswordPage = page({
  path: '/reset-password',
  action: 'account.enter',
  subject: nobodysOwn,
  query: ['token'],
  async get(ask) {
    if (ask.query.token) return redirect('/reset-password', { cookies: [{ name: 'flow', value: ask.query.token }] })
    const reset = await findReset(ask.db, ask.permit, ask.visit.cookies.flow, ask.now)
    if (!reset)
      return screen({
        title: ask.w.account.recovery.overTitle,
        w: ask.w,
        children: <Over w={ask.w} again="/forgot-password" />,
      })
    return reset.verified ? draw(ask) : redirect('/sign-in/verify')
  },
  post: {
    fields: ['password', 'again'],
    async handle(ask) {
      const { password = '', again = '' } = ask.posted
      const input = { flowToken: ask.visit.cookies.flow, password, again }
      const done = await resetPassword(ask.db, ask.permit, identityOf(ask), input, callerOf(ask), ask.now)
      if (done.ok) {
        ask.services.wake()
        const cookies = [{ name: 'flow', value: null } as const, { name: 'session', value: null } as const]
        return redirect('/sign-in', { notice: 'password-changed', cookies })
      }
      if (done.problem.code === 'step-up-needed') return redirect('/sign-in/verify')
      return done.problem.code === 'form-expired'
        ? redirect('/forgot-password', { notice: 'start-again' })
        : draw(ask, done.problems)
    },
  },
})
