/** The seller's side: somebody says to have bought this enrollment. It is so, and the own filing begins; or it is not. */

import { type EnrollmentSubject, enrollmentSubject } from '#db/queries/enrollment/enrollments.ts'
import { listSalesOf, type Transfer } from '#db/queries/ownership/transfers.ts'
import { siteZone } from '#domain/dates.ts'
import { sellerAnswers } from '#domain/ownership/transfer.ts'
import type { Problem } from '#domain/result.ts'
import { longText } from '#forms/kit/kinds.ts'
import { answerSale } from '#use-cases/ownership-transfer/answer-sale.ts'
import { Control } from '#web/kit/fields.tsx'
import { SaleFacts } from '#web/kit/ownership/sale-facts.tsx'
import { type Ask, type Fields, page } from '#web/kit/page.ts'
import { BackLink, Button, ErrorSummary, Form } from '#web/kit/parts.tsx'
import { redirect, type Shown, show } from '#web/kit/reply.ts'
import { applicationPath } from '../application/section-order.ts'

type AnswerAsk = Ask<'enrollment.manage', EnrollmentSubject>
export const salePath = (enrollmentId: string): string => `/enrollments/${enrollmentId}/sale`

export const answerSalePage = page({
  path: '/enrollments/:enrollmentId/sale',
  action: 'enrollment.manage',
  subject: (db, { enrollmentId }) => enrollmentSubject(db, enrollmentId),
  get: (ask) => draw(ask, {}, []),
  post: {
    fields: ['sale', 'said'],
    async handle(ask) {
      const { db, permit, posted, services, w, now, subject } = ask
      const answer = sellerAnswers.find((a) => a === posted.go)
      if (!answer) return draw(ask, posted, [{ code: 'not-a-choice' }])
      const given = { transferId: posted.sale ?? '', answer, said: answer === 'disputed' ? (posted.said ?? '') : '' }
      const done = await answerSale(db, permit, given, { site: services.site, words: w }, now)
      if (!done.ok) return draw(ask, posted, done.problems)
      services.wake()
      const { applicationId } = done.value
      return applicationId
        ? redirect(applicationPath(applicationId))
        : redirect(salePath(subject.id), { notice: 'sale-disputed' })
    },
  },
})

async function draw(ask: AnswerAsk, typed: Fields, problems: readonly Problem[]): Promise<Shown> {
  const { db, permit, subject, w } = ask
  const t = w.transfers.answer
  const title = t.title(subject.id)
  const sales = await listSalesOf(db, permit)
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${title}` : title,
    <>
      <BackLink href={`/enrollments/${subject.id}`} w={w} />
      <ErrorSummary problems={problems} w={w} nameOf={() => t.said} />
      <h1>{title}</h1>
      {sales.length === 0 && <p>{t.none}</p>}
      {sales.map((sale) => (
        <section key={sale.id}>
          <p class="usa-intro">{t.intro(sale.buyer.name, sale.buyer.npi, w.portal.time.day(sale.saleOn))}</p>
          <SaleFacts sale={sale} w={w} />
          {sale.seller.answer ? (
            <Answered sale={sale} w={w} />
          ) : (
            <Answer ask={ask} sale={sale} typed={typed} problems={problems} />
          )}
        </section>
      ))}
    </>,
    { status: problems.length > 0 ? 422 : 200 },
  )
}

function Answered({ sale, w }: { readonly sale: Transfer; readonly w: AnswerAsk['w'] }) {
  const t = w.transfers.answer
  const { answer, answeredAt, filing } = sale.seller
  return (
    <>
      {answer && answeredAt && (
        <p>{t.answered(w.transfers.sale.answers[answer], w.portal.time.at(answeredAt, siteZone))}</p>
      )}
      {answer === 'disputed' && !filing && (
        <p>
          {t.later}{' '}
          <a class="usa-link" href={`/enrollments/${sale.seller.enrollmentId}/reasons`}>
            {t.fileAfterAll}
          </a>
        </p>
      )}
      {filing && (
        <p>
          <a class="usa-link" href={applicationPath(filing.applicationId)}>
            {t.openFiling}
          </a>
        </p>
      )}
    </>
  )
}

interface AnswerProps {
  readonly ask: AnswerAsk
  readonly sale: Transfer
  readonly typed: Fields
  readonly problems: readonly Problem[]
}
/** Two ways out of one form; the box is needed for the second. */
function Answer({ ask: { w, visit }, sale, typed, problems }: AnswerProps) {
  const t = w.transfers.answer
  const here = typed.sale === undefined || typed.sale === sale.id
  return (
    <Form visit={visit}>
      <input type="hidden" name="sale" value={sale.id} />
      <p>{t.ends}</p>
      <Button go="confirmed">{t.confirm}</Button>
      <Control
        name="said"
        kind={longText(500)}
        words={{ ask: t.said, hint: t.saidHint }}
        optional
        value={here ? (typed.said ?? '') : ''}
        problem={here ? problems.find((p) => p.at === 'said') : undefined}
        w={w}
      />
      <Button go="disputed" kind="outline">
        {t.dispute}
      </Button>
    </Form>
  )
}
