/** What the outbox would have sent: shown only in demo mode, where nothing leaves the machine. */
import { listMessages } from '#db/queries/messages.ts'
import { nobodysOwn, page } from '#web/kit/page.ts'
import { notFound, show } from '#web/kit/reply.ts'

export const mailboxPage = page({
  path: '/demo/mailbox',
  action: 'demo.control',
  subject: nobodysOwn,
  query: ['to'],

  async get({ db, permit, query, services, w }) {
    if (!services.site.demo) return notFound
    const messages = await listMessages(db, permit, query.to || undefined)
    const time = new Intl.DateTimeFormat('en-US', {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: 'America/New_York',
    })
    return show(
      w.demo.mailboxTitle,
      <>
        <h1>{w.demo.mailboxTitle}</h1>
        <p class="usa-intro">{w.demo.mailboxIntro}</p>
        <p>
          <a class="usa-link" href="/demo/codes">
            {w.demo.codesLink}
          </a>
        </p>
        {messages.length === 0 && <p>{w.demo.mailboxEmpty}</p>}
        {messages.map((m) => (
          <article class="message" key={m.id}>
            <h2>{m.subject || w.demo[m.channel]}</h2>
            <p class="message__head">
              {w.demo[m.channel]} · {w.demo.to} {m.recipient} · {time.format(m.queuedAt)}
            </p>
            <div class="message__body">{linked(m.body)}</div>
          </article>
        ))}
      </>,
    )
  },
})

/** Addresses of this site become links, as a mail program would show them. */
const linked = (body: string) =>
  body.split(/(https?:\/\/\S+)/).map((part, i) => (i % 2 === 1 ? <a href={part}>{part}</a> : part))
