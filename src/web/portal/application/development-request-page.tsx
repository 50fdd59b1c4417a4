/** A request for more information: each item with its reason and deadline, a reply, and the answer it is pinned on. */
import { type ApplicationSubject, applicationSubject } from '#db/queries/application/applications.ts'
import { findOpenRequest, type RequestedItem } from '#db/queries/application/development-requests.ts'
import type { Problem } from '#domain/result.ts'
import { sectionOf } from '#forms/kit/form.ts'
import { answerDevelopmentItems } from '#use-cases/development/answer-development-items.ts'
import { type Ask, type Fields, page } from '#web/kit/page.ts'
import { BackLink, Button, ErrorSummary, Form } from '#web/kit/parts.tsx'
import { notFound, redirect, show } from '#web/kit/reply.ts'
import { applicationPath, itemPath, sectionPath } from './section-order.ts'
import { type WholeApplication, wholeApplication } from './whole-application.ts'

type EditAsk = Ask<'application.edit', ApplicationSubject>

const MOST_ITEMS = 60
const replyName = (i: number) => `reply-${i + 1}`

export const developmentRequestPage = page({
  path: '/applications/:applicationId/request',
  action: 'application.edit',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  get: (ask) => draw(ask, undefined, []),
  post: {
    fields: Array.from({ length: MOST_ITEMS }, (_, i) => replyName(i)),
    async handle(ask) {
      const { db, permit, posted, now, subject } = ask
      const request = await findOpenRequest(db, permit)
      if (!request) return notFound
      const replies = request.items.map((item, i) => ({
        itemId: item.id,
        text: posted[replyName(i)] ?? '',
        at: replyName(i),
      }))
      const done = await answerDevelopmentItems(db, permit, replies, now)
      if (!done.ok) return draw(ask, posted, done.problems)
      if (posted.go !== 'sign') return redirect(applicationPath(subject.id, '/request'), { notice: 'saved' })
      const missing = replies.filter((r) => !r.text.trim()).map((r): Problem => ({ code: 'required', at: r.at }))
      return missing.length > 0 ? draw(ask, posted, missing) : redirect(applicationPath(subject.id, '/sign'))
    },
  },
})

async function draw(ask: EditAsk, posted: Fields | undefined, problems: readonly Problem[]) {
  const { w, db, permit, visit } = ask
  const t = w.portal.request
  const whole = await wholeApplication(ask)
  const id = whole.header.id
  const request = await findOpenRequest(db, permit)
  const failed = problems.length > 0
  return show(
    failed ? `${w.layout.errorPrefix}${t.title}` : t.title,
    <>
      <BackLink href={applicationPath(id)} w={w} />
      <ErrorSummary problems={problems} w={w} nameOf={(at) => t.reply(Number(at.slice(6)))} />
      <h1>{t.title}</h1>
      {request ? (
        <>
          <p class="usa-intro">{t.intro(w.portal.time.due(request.dueOn, whole.today))}</p>
          <p>
            {t.sent(w.portal.time.day(request.sentOn))} {t.partial}
          </p>
          <Form visit={visit}>
            {request.items.map((item, i) => (
              <section class="request-item" key={item.id}>
                <h2>{t.item(i + 1, request.items.length)}</h2>
                <p class="request-item__wording">{item.wording}</p>
                <p class="usa-hint">{item.cite}</p>
                <p>
                  <Pinned item={item} whole={whole} w={w} />
                </p>
                <Reply
                  i={i}
                  text={posted?.[replyName(i)] ?? item.answer ?? ''}
                  problem={problems.find((p) => p.at === replyName(i))}
                  w={w}
                />
              </section>
            ))}
            <div class="form-buttons">
              <Button go="sign">{t.saveAndSign}</Button>
              <Button go="save" kind="outline">
                {t.save}
              </Button>
            </div>
          </Form>
        </>
      ) : (
        <p>{t.none}</p>
      )}
    </>,
    { status: failed ? 422 : 200 },
  )
}

interface PinnedProps {
  readonly item: RequestedItem
  readonly whole: WholeApplication
  readonly w: EditAsk['w']
}
function Pinned({ item, whole, w }: PinnedProps) {
  const t = w.portal.request
  const id = whole.header.id
  const section = item.sectionId ? sectionOf(whole.form, item.sectionId) : undefined
  if (!section)
    return (
      <a class="usa-link" href={applicationPath(id, '/documents')}>
        {t.document}
      </a>
    )
  const words = whole.words.sections[section.id]!
  const there = section.repeats && whole.file[section.id]?.some((i) => i.id === item.itemId)
  const path =
    there && item.itemId ? itemPath(id, section.id, item.itemId, 'request') : sectionPath(id, section.id, 'request')
  const question = item.question && words.questions[item.question]?.ask
  return (
    <a class="usa-link" href={`${path}${item.question ? `#${item.question}` : ''}`}>
      {t.pinned(question ? `${words.title}, ${question}` : words.title)}
    </a>
  )
}

interface ReplyProps {
  readonly i: number
  readonly text: string
  readonly problem: Problem | undefined
  readonly w: EditAsk['w']
}
const Reply = ({ i, text, problem, w }: ReplyProps) => (
  <div class={`usa-form-group${problem ? ' usa-form-group--error' : ''}`}>
    <label class="usa-label" for={replyName(i)}>
      {w.portal.request.reply(i + 1)}
    </label>
    <div class="usa-hint" id={`${replyName(i)}-hint`}>
      {w.portal.request.replyHint}
    </div>
    {problem && (
      <span class="usa-error-message" id={`${replyName(i)}-error`}>
        {w.say(problem)}
      </span>
    )}
    <textarea
      class="usa-textarea"
      id={replyName(i)}
      name={replyName(i)}
      aria-describedby={problem ? `${replyName(i)}-hint ${replyName(i)}-error` : `${replyName(i)}-hint`}
      aria-invalid={problem ? 'true' : undefined}
    >
      {text}
    </textarea>
  </div>
)
