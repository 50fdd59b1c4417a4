/** Takes an application back, after asking once. */
import { type ApplicationSubject, applicationSubject, findApplication } from '#db/queries/application/applications.ts'
import { allows } from '#domain/application/lifecycle.ts'
import type { Problem } from '#domain/result.ts'
import { withdrawApplication } from '#use-cases/application/withdraw-application.ts'
import { type Ask, page } from '#web/kit/page.ts'
import { BackLink, Button, ErrorSummary, Form } from '#web/kit/parts.tsx'
import { redirect, show } from '#web/kit/reply.ts'
import { applicationPath } from './section-order.ts'

async function draw(ask: Ask<'application.withdraw', ApplicationSubject>, problems: readonly Problem[]) {
  const { w, visit, db, permit } = ask
  const header = await findApplication(db, permit)
  const t = w.portal.withdrawal
  if (problems.length === 0 && !allows(header.status, 'withdraw')) return redirect(applicationPath(header.id))
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${t.title}` : t.title,
    <div class="one-thing">
      <BackLink href={applicationPath(header.id)} w={w} />
      <ErrorSummary problems={problems} w={w} />
      <h1>{t.title}</h1>
      <p>{allows(header.status, 'submit') ? t.draftIntro : t.intro}</p>
      <Form visit={visit}>
        <div class="form-buttons">
          <Button kind="secondary">{t.yes}</Button>
          <a class="usa-button usa-button--outline" href={applicationPath(header.id)}>
            {t.no}
          </a>
        </div>
      </Form>
    </div>,
    { status: problems.length > 0 ? 422 : 200 },
  )
}

export const withdrawPage = page({
  path: '/applications/:applicationId/withdraw',
  action: 'application.withdraw',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  get: (ask) => draw(ask, []),
  post: {
    fields: [],
    async handle(ask) {
      const done = await withdrawApplication(ask.db, ask.permit, ask.now)
      return done.ok ? redirect('/dashboard', { notice: 'withdrawn' }) : draw(ask, done.problems)
    },
  },
})
