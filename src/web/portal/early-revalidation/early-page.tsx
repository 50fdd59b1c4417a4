/** A revalidation that came early: until when it is kept, what happens then, and asking to have it taken up now. */
import { type ApplicationSubject, applicationSubject, findApplication } from '#db/queries/application/applications.ts'
import { allows } from '#domain/application/lifecycle.ts'
import type { Problem } from '#domain/result.ts'
import { earlyReasonNames } from '#domain/time/early-revalidation.ts'
import { choice, longText } from '#forms/kit/kinds.ts'
import { processEarly } from '#use-cases/early-revalidation/process-early.ts'
import { Control } from '#web/kit/fields.tsx'
import { type Ask, type Fields, page } from '#web/kit/page.ts'
import { BackLink, Button, ErrorSummary, Form } from '#web/kit/parts.tsx'
import { redirect, type Shown, show } from '#web/kit/reply.ts'
import { applicationPath } from '../application/section-order.ts'

type EarlyAsk = Ask<'application.take-up', ApplicationSubject>

export const earlyRevalidationPage = page({
  path: '/applications/:applicationId/early',
  action: 'application.take-up',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  get: (ask) => draw(ask, {}, []),
  post: {
    fields: ['reason', 'explanation'],
    async handle(ask) {
      const { db, permit, posted, now, services, subject } = ask
      const asked = { reason: posted.reason, explanation: posted.explanation ?? '' }
      const done = await processEarly(db, permit, asked, now)
      if (!done.ok) return draw(ask, posted, done.problems)
      services.wake()
      return redirect(applicationPath(subject.id), { notice: 'taken-up-early' })
    },
  },
})

async function draw(
  ask: EarlyAsk,
  typed: Fields,
  problems: readonly Problem[],
): Promise<Shown | ReturnType<typeof redirect>> {
  const { db, permit, w, visit } = ask
  const header = await findApplication(db, permit)
  if (!allows(header.status, 'process-early') && problems.length === 0) return redirect(applicationPath(header.id))
  const t = w.time.held
  const names: Readonly<Record<string, string>> = { reason: t.reason, explanation: t.explanation }
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${t.title}` : t.title,
    <div class="one-thing">
      <BackLink href={applicationPath(header.id)} w={w} />
      <ErrorSummary problems={problems} w={w} nameOf={(at) => names[at]} />
      <h1>{t.title}</h1>
      {header.dueOn && <p class="usa-intro">{t.until(w.portal.time.day(header.dueOn))}</p>}
      <p>{t.onTheDay}</p>
      <h2>{t.nowTitle}</h2>
      <p>{t.nowMeans}</p>
      <Form visit={visit}>
        <Control
          name="reason"
          kind={choice(...earlyReasonNames)}
          words={{ ask: t.reason, options: t.reasons }}
          value={typed.reason ?? ''}
          problem={problems.find((p) => p.at === 'reason')}
          w={w}
        />
        <Control
          name="explanation"
          kind={longText(500)}
          words={{ ask: t.explanation, hint: t.explanationHint }}
          value={typed.explanation ?? ''}
          problem={problems.find((p) => p.at === 'explanation')}
          w={w}
        />
        <Button>{t.button}</Button>
      </Form>
    </div>,
    { status: problems.length > 0 ? 422 : 200 },
  )
}
