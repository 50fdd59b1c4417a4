/** Confirms that an item is removed, and puts one back. */
import { applicationSubject } from '#db/queries/application/applications.ts'
import { sectionOf } from '#forms/kit/form.ts'
import { linesOf } from '#forms/kit/say.ts'
import { removeItem, restoreItem } from '#use-cases/application/remove-item.ts'
import { page } from '#web/kit/page.ts'
import { Button, ErrorSummary, Form, SummaryList } from '#web/kit/parts.tsx'
import { notFound, redirect, show } from '#web/kit/reply.ts'
import type { EditAsk } from './ask-section.tsx'
import { readFrom, sectionPath } from './section-order.ts'
import { wholeApplication } from './whole-application.ts'

const back = ({ params, query, subject }: EditAsk) =>
  sectionPath(subject.id, params.sectionId ?? '', readFrom(query.from))
const which = ({ params }: EditAsk) => ({ sectionId: params.sectionId ?? '', itemId: params.itemId ?? '' })

async function confirm(ask: EditAsk, problems: Parameters<typeof ErrorSummary>[0]['problems']) {
  const { w, visit } = ask
  const whole = await wholeApplication(ask)
  const section = sectionOf(whole.form, which(ask).sectionId)
  const item = section && whole.file[section.id]?.find((i) => i.id === which(ask).itemId)
  if (!section?.repeats || !item) return notFound
  const words = whole.words.sections[section.id]!
  const t = w.portal.section
  const title = t.removeTitle(words.item?.one ?? '')
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${title}` : title,
    <div class="one-thing">
      <ErrorSummary problems={problems} w={w} />
      <h1>{title}</h1>
      <SummaryList
        w={w}
        rows={linesOf(section, words, item.answers, w.values)
          .filter((line) => line.given)
          .map((line) => ({ key: line.ask, value: line.said }))}
      />
      <p>{t.removeIntro}</p>
      <Form visit={visit}>
        <div class="form-buttons">
          <Button>{t.removeYes}</Button>
          <a class="usa-button usa-button--outline" href={back(ask)}>
            {t.removeNo}
          </a>
        </div>
      </Form>
    </div>,
    { status: problems.length > 0 ? 422 : 200 },
  )
}

export const removeItemPage = page({
  path: '/applications/:applicationId/sections/:sectionId/items/:itemId/remove',
  action: 'application.edit',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  query: ['from'],
  get: (ask) => confirm(ask, []),
  post: {
    fields: [],
    async handle(ask) {
      const done = await removeItem(ask.db, ask.permit, which(ask), ask.now)
      return done.ok ? redirect(back(ask), { notice: 'removed' }) : confirm(ask, done.problems)
    },
  },
})

export const restoreItemPage = page({
  path: '/applications/:applicationId/sections/:sectionId/items/:itemId/restore',
  action: 'application.edit',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  query: ['from'],
  post: {
    fields: [],
    async handle(ask) {
      const done = await restoreItem(ask.db, ask.permit, which(ask), ask.now)
      return done.ok ? redirect(back(ask), { notice: 'restored' }) : notFound
    },
  },
})
