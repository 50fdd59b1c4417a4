/** /cancel-recovery: where the notice of a new way to sign in leads. Mail scanners open links, so only the button stops it. */
import { canCancel, cancelLostFactors } from '#use-cases/help-desk/cancel-lost-factors.ts'
import { nobodysOwn, page } from '#web/kit/page.ts'
import { Button, Form } from '#web/kit/parts.tsx'
import { redirect } from '#web/kit/reply.ts'
import { callerOf, identityOf, screen } from '../screen.tsx'

export const cancelRecoveryPage = page({
  path: '/cancel-recovery',
  action: 'account.enter',
  subject: nobodysOwn,
  query: ['token'],
  async get({ db, permit, query, visit, now, w }) {
    const t = w.helpDesk
    if (query.token) return redirect('/cancel-recovery', { cookies: [{ name: 'flow', value: query.token }] })
    if (!(await canCancel(db, permit, visit.cookies.flow, now)))
      return screen({ title: t.cancelTitle, w, children: <p>{t.cancelOver}</p> })
    return screen({
      title: t.cancelTitle,
      w,
      children: (
        <Form visit={visit}>
          <p>{t.cancelIntro}</p>
          <Button>{t.cancel}</Button>
        </Form>
      ),
    })
  },
  post: {
    fields: [],
    async handle(ask) {
      const { db, permit, visit, now } = ask
      const done = await cancelLostFactors(db, permit, identityOf(ask), visit.cookies.flow, callerOf(ask), now)
      return redirect('/sign-in', {
        notice: done.ok ? 'recovery-stopped' : 'start-again',
        cookies: [{ name: 'flow', value: null }],
      })
    },
  },
})
