/** /account/password: the current password, and a new one. */
import type { Problem } from '#domain/result.ts'
import { changePassword } from '#use-cases/account/methods/change-password.ts'
import { page, visitorsOwn } from '#web/kit/page.ts'
import { BackLink, Button, Form } from '#web/kit/parts.tsx'
import { notFound, redirect } from '#web/kit/reply.ts'
import { Input, NewPasswordInput } from '../boxes.tsx'
import { type Asked, callerOf, identityOf, screen } from '../screen.tsx'

function draw({ w, visit }: Asked, endOthers: boolean, problems?: readonly Problem[]) {
  const words = w.account.security
  const shared = { type: 'password', problems, w } as const
  return screen({
    title: words.passwordTitle,
    w,
    problems,
    before: <BackLink href="/account" w={w} />,
    children: (
      <Form visit={visit}>
        {/* For password managers; it is not posted. */}
        <input type="text" autocomplete="username" value={visit.session?.loginId} hidden readOnly />
        <Input name="current" label={words.current} autocomplete="current-password" {...shared} />
        <NewPasswordInput
          name="password"
          label={words.newPassword}
          hint={w.account.register.passwordHint}
          problems={problems}
          w={w}
        />
        <Input name="again" label={words.again} autocomplete="new-password" {...shared} />
        <div class="usa-checkbox">
          <input
            class="usa-checkbox__input"
            type="checkbox"
            id="endOthers"
            name="endOthers"
            value="yes"
            checked={endOthers}
          />
          <label class="usa-checkbox__label" for="endOthers">
            {words.endOthersToo}
          </label>
        </div>
        <Button>{words.passwordTitle}</Button>
      </Form>
    ),
  })
}

export const changePasswordPage = page({
  path: '/account/password',
  action: 'account.secure',
  subject: visitorsOwn,
  get: async (ask) => draw(ask, true),
  post: {
    fields: ['current', 'password', 'again', 'endOthers'],
    async handle(ask) {
      const here = ask.visit.session
      if (!here) return notFound
      const { current = '', password = '', again = '' } = ask.posted
      const endOthers = ask.posted.endOthers === 'yes'
      const input = { current, password, again, endOthers, sessionId: here.id }
      const done = await changePassword(ask.db, ask.permit, identityOf(ask), input, callerOf(ask), ask.now)
      if (!done.ok) return draw(ask, endOthers, done.problems)
      ask.services.wake()
      return redirect('/account', { notice: 'password-new' })
    },
  },
})
