/** /help/contact: the request form, for anybody. It says the same whether the user ID exists or not. */
import { pathOnly } from '#domain/access/local-path.ts'
import type { Subject } from '#domain/access/policy.ts'
import { ticketText, ticketTopics } from '#domain/help/ticket.ts'
import type { Problem } from '#domain/result.ts'
import { choice, email, longText, text } from '#forms/kit/kinds.ts'
import { askHelp } from '#use-cases/help-desk/ask-help.ts'
import { callerOf } from '#web/kit/caller.ts'
import { fieldNames } from '#web/kit/field-names.ts'
import { Control } from '#web/kit/fields.tsx'
import { type Ask, type Fields, nobodysOwn, page } from '#web/kit/page.ts'
import { Button, ErrorSummary, Form } from '#web/kit/parts.tsx'
import { refusalStatus } from '#web/kit/refusal-status.ts'
import { show } from '#web/kit/reply.ts'

type Asked = Ask<'help.ask', Subject>

export const contactPage = page({
  path: '/help/contact',
  action: 'help.ask',
  subject: nobodysOwn,
  query: ['from'],
  get: async (ask) => draw(ask, { from: pathOnly(ask.query.from ?? '') }, []),
  post: {
    once: true,
    fields: ['name', 'email', 'loginId', 'topic', 'text', 'from'],
    async handle(ask) {
      const { name = '', email = '', loginId = '', topic = '', text = '', from = '' } = ask.posted
      const { services, w } = ask
      const input = { name, email, loginId, topic, text, from }
      const writer = { secrets: services.secrets, site: services.site, words: w }
      const caller = callerOf(ask)
      const done = await askHelp(ask.db, ask.permit, writer, input, caller, ask.now)
      return done.ok ? sent(ask, done.value.number) : draw(ask, ask.posted, done.problems)
    },
  },
})

function draw({ w, visit }: Asked, typed: Fields, problems: readonly Problem[]) {
  const t = w.tickets
  const box = (name: string) => ({ name, value: typed[name] ?? '', problem: problems.find((p) => p.at === name), w })
  const session = visit.session
  const form = (
    <Form visit={visit} action="/help/contact">
      <input type="hidden" name="from" value={typed.from ?? ''} />
      {session ? (
        <p>{t.answerTo(session.displayName)}</p>
      ) : (
        <>
          <Control {...box('name')} kind={text(100)} words={{ ask: t.name }} autocomplete="name" />
          <Control {...box('email')} kind={email} words={{ ask: t.email }} autocomplete="email" />
          <Control {...box('loginId')} kind={text(60)} words={{ ask: t.loginId, hint: t.loginIdHint }} optional />
        </>
      )}
      <Control {...box('topic')} kind={choice(...ticketTopics)} words={{ ask: t.topic, options: t.topics }} />
      <Control {...box('text')} kind={longText(ticketText.max)} words={{ ask: t.text, hint: t.textHint }} />
      <Button>{t.send}</Button>
    </Form>
  )
  const names = new Map([...fieldNames(form)])
  const failed = problems.length > 0
  return show(
    failed ? `${w.layout.errorPrefix}${t.askTitle}` : t.askTitle,
    <>
      <ErrorSummary problems={problems} w={w} nameOf={(at) => names.get(at)} />
      <h1>{t.askTitle}</h1>
      <p class="usa-intro">{t.askIntro}</p>
      <p>{t.knows}</p>
      {form}
    </>,
    refusalStatus(problems),
  )
}

/** Shown in answer to the form: the number is in no address, and sending again asks again only when it is meant. */
function sent({ w, visit, services }: Asked, number: string) {
  const t = w.tickets
  return show(
    t.sentTitle,
    <>
      <h1>{t.sentTitle}</h1>
      <p class="usa-intro" role="status">
        {t.sent(number)}
      </p>
      <p>{t.sentHours(services.site.helpDesk.hours)}</p>
      {visit.session && (
        <p>
          <a href="/help/tickets">{t.sentOwn}</a>
        </p>
      )}
    </>,
  )
}
