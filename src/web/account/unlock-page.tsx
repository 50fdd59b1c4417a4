/** /unlock: where the link of the lock letter leads. Mail scanners open links, so only the button unlocks. */
import { canUnlock, unlockAccount } from '#use-cases/account/sign-in/unlock-account.ts'
import { nobodysOwn, page } from '#web/kit/page.ts'
import { Button, Form } from '#web/kit/parts.tsx'
import { redirect } from '#web/kit/reply.ts'
import { Over } from './reset-password-page.tsx'
import { callerOf, identityOf, screen } from './screen.tsx'

export const unlockPage = page({
  path: '/unlock',
  action: 'account.enter',
  subject: nobodysOwn,
  query: ['token'],
  async get({ db, permit, query, visit, now, w }) {
    if (query.token) return redirect('/unlock', { cookies: [{ name: 'flow', value: query.token }] })
    if (!(await canUnlock(db, permit, visit.cookies.flow, now)))
      return screen({ title: w.account.recovery.overTitle, w, children: <Over w={w} again="/forgot-password" /> })
    return screen({
      title: w.account.recovery.unlockTitle,
      w,
      children: (
        <Form visit={visit}>
          <p>{w.account.recovery.unlockIntro}</p>
          <Button>{w.account.recovery.unlock}</Button>
        </Form>
      ),
    })
  },
  post: {
    fields: [],
    async handle(ask) {
      const done = await unlockAccount(
        ask.db,
        ask.permit,
        identityOf(ask),
        ask.visit.cookies.flow,
        callerOf(ask),
        ask.now,
      )
      return redirect('/sign-in', {
        notice: done.ok ? 'unlocked' : 'start-again',
        cookies: [{ name: 'flow', value: null }],
      })
    },
  },
})
