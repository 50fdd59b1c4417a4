/** /not-me: where "was it not you?" of a notice leads. Mail scanners open links, so only the button does anything. */
import { factorsLockedFor } from '#domain/access/limits.ts'
import { canDisavow, disavow } from '#use-cases/account/disavow.ts'
import { sayInstant } from '#use-cases/account/tell-owner.ts'
import { nobodysOwn, page } from '#web/kit/page.ts'
import { Button, Form } from '#web/kit/parts.tsx'
import { redirect } from '#web/kit/reply.ts'
import { type Asked, callerOf, identityOf, screen } from '../screen.tsx'

const PATH = '/not-me'

const over = ({ w, services }: Asked) =>
  screen({
    title: w.account.safety.overTitle,
    w,
    children: (
      <>
        <p>
          {w.account.safety.over} {services.site.helpDesk.phone}
        </p>
        <p>
          <a class="usa-link" href="/forgot-password">
            {w.account.signIn.forgotPassword}
          </a>
        </p>
      </>
    ),
  })

export const notMePage = page({
  path: PATH,
  action: 'account.enter',
  subject: nobodysOwn,
  query: ['token'],
  async get(ask) {
    const { db, permit, query, visit, now, w } = ask
    // The secret leaves the address, so that it is in no history and no referrer.
    if (query.token) return redirect(PATH, { cookies: [{ name: 'flow', value: query.token }] })
    if (!(await canDisavow(db, permit, visit.cookies.flow, now))) return over(ask)
    const t = w.account.safety
    return screen({
      title: t.notMeTitle,
      w,
      children: (
        <Form visit={visit}>
          <p>{t.notMeIntro}</p>
          <ul class="usa-list">
            {t.notMeSteps(factorsLockedFor / 3_600_000).map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ul>
          <p>{t.notMeNothing}</p>
          <Button>{t.notMeButton}</Button>
        </Form>
      ),
    })
  },
  post: {
    fields: [],
    async handle(ask) {
      const { db, permit, visit, now, w } = ask
      const done = await disavow(db, permit, identityOf(ask), visit.cookies.flow, callerOf(ask), now)
      if (!done.ok) return over(ask)
      ask.services.wake()
      const t = w.account.safety
      const shown = screen({
        title: t.doneTitle,
        w,
        children: (
          <>
            <p class="usa-intro">{t.done(done.value.number)}</p>
            <ol class="usa-list">
              {t.doneSteps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
            <p>{t.doneUntil(sayInstant(done.value.lockedUntil))}</p>
            <p>
              {w.layout.helpDesk}: {ask.services.site.helpDesk.phone}
            </p>
          </>
        ),
      })
      return { ...shown, cookies: (['flow', 'session'] as const).map((name) => ({ name, value: null })) }
    },
  },
})
