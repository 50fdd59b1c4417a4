/** The questions about one affiliation. Saved as far as they are answered, so that somebody may come back later. */
import { randomUUID } from 'node:crypto'
import { listAffiliations, type StoredAffiliation } from '#db/queries/affiliations/disclosed.ts'
import {
  type AffiliationRequest,
  type AffiliationSubject,
  affiliationSubject,
  findAffiliationRequest,
} from '#db/queries/affiliations/requests.ts'
import { dayIn } from '#domain/dates.ts'
import type { Problem } from '#domain/result.ts'
import { affiliationSection as section } from '#forms/affiliations/affiliation-section.ts'
import { asTyped, parseAnswers, type Typed } from '#forms/kit/answers.ts'
import { keepAffiliation } from '#use-cases/affiliations/answer-affiliations.ts'
import { type Ask, type Post, page } from '#web/kit/page.ts'
import { Alert, BackLink, ErrorSummary } from '#web/kit/parts.tsx'
import { notFound, type Reply, redirect, show } from '#web/kit/reply.ts'
import { typedFrom } from '#web/kit/typed-fields.ts'
import {
  type AskedIn,
  manyPostedBy,
  postedBy,
  QuestionForm,
  shownNames,
  withSaved,
} from '../application/question-form.tsx'
import { affiliationsPath } from './affiliation-paths.ts'

type AnswerAsk = Ask<'affiliation.answer', AffiliationSubject>
type AnswerPost = Post<'affiliation.answer', AffiliationSubject>

interface Item {
  readonly request: AffiliationRequest
  readonly whole: AskedIn
  readonly title: string
  readonly itemId: string
  readonly stored: StoredAffiliation | undefined
}
/** A new one gets its id when the page is drawn, so that a second click saves the same again. */
const ITEM_ID = /^[\w-]{1,60}$/

export const affiliationItemPage = page({
  path: '/affiliations/:requestId/items/:itemId',
  action: 'affiliation.answer',
  subject: (db, { requestId }) => affiliationSubject(db, requestId),
  async get(ask) {
    const item = await itemOf(ask, ask.params.itemId === 'new' ? randomUUID() : undefined)
    return item ? draw(ask, item, item.stored ? asTyped(section, item.stored.answers) : {}, []) : notFound
  },
  post: {
    fields: [...postedBy(section)],
    many: manyPostedBy(section),
    async handle(ask) {
      const key = ask.posted.itemKey
      const fresh = ask.params.itemId === 'new' ? (key && ITEM_ID.test(key) ? key : randomUUID()) : undefined
      const item = await itemOf(ask, fresh)
      return item ? answer(ask, item) : notFound
    },
  },
})

async function itemOf(ask: AnswerAsk, fresh: string | undefined): Promise<Item | undefined> {
  const { db, permit, params, now, w } = ask
  const request = await findAffiliationRequest(db, permit)
  const items = await listAffiliations(db, permit)
  const itemId = fresh ?? params.itemId ?? ''
  const at = items.findIndex((i) => i.id === itemId)
  if (at < 0 && fresh === undefined) return undefined
  const today = dayIn(request.contractorZone, now)
  const header = { prefilled: [], contractorZone: request.contractorZone, createdAt: request.askedAt }
  const title = w.affiliations.itemTitle((at < 0 ? items.length : at) + 1)
  return { request, whole: { today, file: {}, header }, title, itemId, stored: items[at] }
}

async function answer(ask: AnswerPost, item: Item): Promise<Reply> {
  const { db, permit, posted, now } = ask
  const typed: Typed = Object.fromEntries(
    Object.entries(section.questions).map(([name, q]) => [name, typedFrom(name, q, posted)]),
  )
  const complete = withSaved(section, typed, item.stored?.answers ?? {})
  const { answers, problems } = parseAnswers(section, complete, item.whole.today)
  const later = posted.go === 'later'
  const before = posted.shown?.split(',')
  const opened = shownNames(item.whole, section, complete).filter((n) => before && !before.includes(n) && !complete[n])
  // Without JavaScript a question that an answer opens is first seen now: that is no mistake of anybody.
  if (!later && opened.length > 0 && problems.every((p) => opened.includes(p.at ?? '')))
    return draw(ask, item, typed, [], true)
  const left = later ? problems.filter((p) => p.code !== 'required') : problems
  if (left.length > 0) return draw(ask, item, typed, left)
  const seenVersion = posted.seenVersion ? Number(posted.seenVersion) : undefined
  const done = await keepAffiliation(db, permit, { itemId: item.itemId, answers, seenVersion }, now)
  if (done.ok) return redirect(affiliationsPath(item.request.id), { notice: 'saved' })
  return draw(ask, (await itemOf(ask, item.itemId)) ?? item, typed, done.problems)
}

function draw(ask: AnswerAsk, item: Item, typed: Typed, problems: readonly Problem[], opened = false): Reply {
  const { w, visit } = ask
  const words = w.affiliations.section
  const { stored, title, request } = item
  const failed = problems.length > 0
  const stale = problems.some((p) => p.code === 'stale')
  return show(
    failed ? `${w.layout.errorPrefix}${title}` : title,
    <div class="one-thing">
      <BackLink href={affiliationsPath(request.id)} w={w} label={w.affiliations.title} />
      <ErrorSummary
        problems={problems}
        w={w}
        nameOf={(at) => words.questions[at as keyof typeof words.questions]?.ask}
      />
      {opened && <Alert kind="info">{w.portal.section.oneMore}</Alert>}
      <h1>{title}</h1>
      {request.state === 'asked' ? (
        <QuestionForm
          whole={item.whole}
          section={section}
          words={words}
          itemId={item.itemId}
          typed={typed}
          saved={stored?.answers ?? {}}
          seenVersion={stored?.version}
          problems={problems}
          newer={stale ? stored?.answers : undefined}
          visit={visit}
          w={w}
        />
      ) : (
        <Alert kind="warning">{w.affiliations.notNow}</Alert>
      )}
      {stored && (
        <p class="usa-hint saved-at">
          {w.portal.section.savedAt(w.portal.time.at(stored.savedAt, request.contractorZone))}
        </p>
      )}
    </div>,
    { status: failed ? 422 : 200 },
  )
}
