/** Asking to be spared the fee: the papers that prove it, and why. */
import { type ApplicationSubject, applicationSubject } from '#db/queries/application/applications.ts'
import { listDocuments } from '#db/queries/application/documents.ts'
import type { Problem } from '#domain/result.ts'
import { longText } from '#forms/kit/kinds.ts'
import { feeStanding } from '#use-cases/fee/fee-standing.ts'
import { askHardship, HARDSHIP_SLOT } from '#use-cases/fee/hardship.ts'
import { Control } from '#web/kit/fields.tsx'
import { type Ask, page } from '#web/kit/page.ts'
import { BackLink, Button, ErrorSummary, Form } from '#web/kit/parts.tsx'
import { redirect, show } from '#web/kit/reply.ts'
import { applicationPath } from '../application/section-order.ts'
import { feePath } from './fee-page.tsx'

export const hardshipPage = page({
  path: '/applications/:applicationId/fee/hardship',
  action: 'fee.pay',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  async get(ask) {
    const fee = await feeStanding(ask.db, ask.permit, ask.now)
    return fee.state !== 'pending' || fee.hardship ? redirect(feePath(ask.subject.id)) : draw(ask, '', [])
  },
  post: {
    once: true,
    fields: ['explanation'],
    async handle(ask) {
      const explanation = ask.posted.explanation ?? ''
      const done = await askHardship(ask.db, ask.permit, explanation, ask.now)
      return done.ok
        ? redirect(feePath(ask.subject.id), { notice: 'hardship-asked' })
        : draw(ask, explanation, done.problems)
    },
  },
})

async function draw(ask: Ask<'fee.pay', ApplicationSubject>, explanation: string, problems: readonly Problem[]) {
  const { db, permit, w, visit, subject } = ask
  const t = w.fee
  const papers = (await listDocuments(db, permit)).filter((d) => d.slot === HARDSHIP_SLOT)
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${t.hardshipTitle}` : t.hardshipTitle,
    <div class="one-thing">
      <BackLink href={feePath(subject.id)} w={w} label={t.backToFee} />
      <ErrorSummary problems={problems} w={w} nameOf={() => t.hardshipAsk} />
      <h1>{t.hardshipTitle}</h1>
      <p class="usa-intro">{t.hardshipIntro}</p>
      {papers.length > 0 && (
        <>
          <p>{t.hardshipPapers(papers.length)}</p>
          <ul class="usa-list">
            {papers.map((p) => (
              <li key={p.id}>{p.fileName}</li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a class="usa-link" href={applicationPath(subject.id, `/documents/slots/${HARDSHIP_SLOT}`)}>
          {t.hardshipAddPaper}
        </a>
      </p>
      <Form visit={visit}>
        <Control
          name="explanation"
          kind={longText(4000)}
          words={{ ask: t.hardshipAsk, hint: t.hardshipHint }}
          value={explanation}
          problem={problems.find((p) => p.at === 'explanation')}
          w={w}
        />
        <Button>{t.hardshipSend}</Button>
      </Form>
    </div>,
    { status: problems.length > 0 ? 422 : 200 },
  )
}
