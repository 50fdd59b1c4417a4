/** Confirms that an affiliation is taken out of an answer, and puts one back. */
import { listAffiliations } from '#db/queries/affiliations/disclosed.ts'
import { type AffiliationSubject, affiliationSubject } from '#db/queries/affiliations/requests.ts'
import type { Problem } from '#domain/result.ts'
import { removeAffiliation } from '#use-cases/affiliations/answer-affiliations.ts'
import { type Ask, page } from '#web/kit/page.ts'
import { Button, ErrorSummary, Form, SummaryList } from '#web/kit/parts.tsx'
import { notFound, redirect, show } from '#web/kit/reply.ts'
import { affiliationsPath } from './affiliation-paths.ts'
import { rowsOf } from './affiliations-shown.tsx'

type AnswerAsk = Ask<'affiliation.answer', AffiliationSubject>

async function confirm(ask: AnswerAsk, problems: readonly Problem[]) {
  const { db, permit, w, visit, params, subject } = ask
  const item = (await listAffiliations(db, permit)).find((i) => i.id === params.itemId)
  if (!item) return notFound
  const t = w.portal.section
  const title = t.removeTitle(w.affiliations.section.item?.one ?? '')
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${title}` : title,
    <div class="one-thing">
      <ErrorSummary problems={problems} w={w} />
      <h1>{title}</h1>
      <SummaryList w={w} rows={rowsOf(item, w)} />
      <Form visit={visit}>
        <div class="form-buttons">
          <Button>{t.removeYes}</Button>
          <a class="usa-button usa-button--outline" href={affiliationsPath(subject.id)}>
            {t.removeNo}
          </a>
        </div>
      </Form>
    </div>,
    { status: problems.length > 0 ? 422 : 200 },
  )
}

export const removeAffiliationPage = page({
  path: '/affiliations/:requestId/items/:itemId/remove',
  action: 'affiliation.answer',
  subject: (db, { requestId }) => affiliationSubject(db, requestId),
  get: (ask) => confirm(ask, []),
  post: {
    fields: [],
    async handle(ask) {
      const done = await removeAffiliation(ask.db, ask.permit, ask.params.itemId ?? '', ask.now)
      return done.ok
        ? redirect(affiliationsPath(ask.subject.id), { notice: 'affiliation-removed' })
        : confirm(ask, done.problems)
    },
  },
})

export const restoreAffiliationPage = page({
  path: '/affiliations/:requestId/items/:itemId/restore',
  action: 'affiliation.answer',
  subject: (db, { requestId }) => affiliationSubject(db, requestId),
  post: {
    fields: [],
    async handle(ask) {
      const done = await removeAffiliation(ask.db, ask.permit, ask.params.itemId ?? '', null)
      return done.ok ? redirect(affiliationsPath(ask.subject.id), { notice: 'restored' }) : notFound
    },
  },
})
