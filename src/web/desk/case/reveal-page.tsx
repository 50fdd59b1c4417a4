/** Shows one hidden answer to an analyst who has just proved who they are and says why they need it. */
import { applicationSubject } from '#db/queries/application/applications.ts'
import type { Problem } from '#domain/result.ts'
import { longText } from '#forms/kit/kinds.ts'
import { hiddenAnswer, revealAnswer } from '#use-cases/case/reveal-answer.ts'
import { Control } from '#web/kit/fields.tsx'
import { page } from '#web/kit/page.ts'
import { BackLink, Button, ErrorSummary, Form, SummaryList } from '#web/kit/parts.tsx'
import { notFound, show } from '#web/kit/reply.ts'
import { type CaseAsk, casePath, loadCase } from './loaded-case.ts'

export const revealPage = page({
  path: '/desk/cases/:applicationId/reveal',
  action: 'application.review',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  query: ['field'],
  stepUp: true,
  get: (ask) => draw(ask, ask.query.field ?? '', '', []),
  post: {
    fields: ['field', 'reason'],
    async handle(ask) {
      const { db, permit, posted, w, now } = ask
      const asked = { field: posted.field ?? '', reason: posted.reason ?? '' }
      const shown = await revealAnswer(db, permit, asked, w, now)
      return draw(ask, asked.field, asked.reason, shown.ok ? [] : shown.problems, shown.ok ? shown.value : undefined)
    },
  },
})

async function draw(
  ask: CaseAsk<'application.review'>,
  field: string,
  reason: string,
  problems: readonly Problem[],
  answer?: string,
) {
  const { w, visit } = ask
  const t = w.desk.case
  const loaded = await loadCase(ask)
  const place = hiddenAnswer(loaded, field)
  if (!place) return notFound
  const question = w.forms[loaded.form.id]!.sections[place.section]!.questions[place.question]!
  const failed = problems.length > 0
  return show(
    failed ? `${w.layout.errorPrefix}${t.revealTitle}` : t.revealTitle,
    <div class="one-thing">
      <BackLink href={casePath(loaded.header.id)} w={w} label={t.backToCase} />
      <ErrorSummary problems={problems} w={w} nameOf={(at) => (at === 'reason' ? t.revealReason : undefined)} />
      <h1>{t.revealTitle}</h1>
      {answer !== undefined ? (
        <SummaryList w={w} rows={[{ key: question.ask, value: answer }]} />
      ) : (
        <Form visit={visit}>
          <p>
            <strong>{question.ask}</strong>
          </p>
          <p>{t.revealIntro}</p>
          <input type="hidden" name="field" value={field} />
          <Control
            name="reason"
            kind={longText(300)}
            words={{ ask: t.revealReason }}
            value={reason}
            problem={problems.find((p) => p.at === 'reason')}
            w={w}
          />
          <Button>{t.revealButton}</Button>
        </Form>
      )}
    </div>,
    { status: failed ? 422 : 200 },
  )
}
