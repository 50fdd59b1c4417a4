/** Webhooks of a party: which there are, how they stand, and the form that adds one. Its secret is shown once. */
import { listWebhooks, type WebhookLine } from '#db/queries/api/webhooks.ts'
import { type PartySubject, partySubject } from '#db/queries/delegation/parties.ts'
import { feedTypes } from '#domain/events/feed.ts'
import type { Problem } from '#domain/result.ts'
import { text } from '#forms/kit/kinds.ts'
import { createWebhook } from '#use-cases/webhooks/manage-webhooks.ts'
import { Control } from '#web/kit/fields.tsx'
import { type Ask, type Fields, page } from '#web/kit/page.ts'
import { BackLink, Button, ErrorSummary, Form, Table } from '#web/kit/parts.tsx'
import { show } from '#web/kit/reply.ts'
import { Ticks } from '#web/kit/ticks.tsx'
import type { Words } from '#words/index.ts'
import { callerOf, zone } from '../delegation/teller.ts'
import { showOnce } from './shown-once.tsx'

type HooksAsk = Ask<'webhook.manage', PartySubject>
const urlKind = text(500)

export const webhooksPage = page({
  path: '/people/:partyId/webhooks',
  action: 'webhook.manage',
  stepUp: true,
  subject: (db, { partyId }) => partySubject(db, partyId),
  get: (ask) => draw(ask, {}, []),
  post: {
    once: true,
    fields: ['url'],
    many: ['types'],
    async handle(ask) {
      const { db, permit, posted, subject, now, w, services } = ask
      const hook = { url: posted.url ?? '', types: (posted.types ?? '').split(',').filter(Boolean) }
      const loopback = services.site.webhooksToLoopback ?? false
      const made = await createWebhook(db, permit, hook, loopback, callerOf(ask), now)
      if (!made.ok) return draw(ask, { types: '', ...posted }, made.problems)
      const t = w.developers.hooks
      return showOnce({
        title: t.secretTitle,
        intro: t.secretIntro,
        label: t.secret,
        secret: made.value.secret,
        href: `/people/${subject.id}/webhooks/${made.value.id}`,
        done: t.done,
      })
    },
  },
})

async function draw(ask: HooksAsk, typed: Fields, problems: readonly Problem[]) {
  const { db, permit, subject, visit, w } = ask
  const t = w.developers.hooks
  const hooks = await listWebhooks(db, permit, subject.id)
  const title = t.title(subject.party.name)
  const names: Readonly<Record<string, string>> = { url: t.url, types: t.types }
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${title}` : title,
    <>
      <BackLink href={`/people/${subject.id}/programs`} w={w} label={w.developers.clients.back} />
      <ErrorSummary problems={problems} w={w} nameOf={(at) => names[at]} />
      <h1>{title}</h1>
      <p class="usa-intro">{t.intro}</p>
      {hooks.length === 0 ? <p>{t.none}</p> : <Hooks partyId={subject.id} rows={hooks} w={w} />}
      <h2>{t.addTitle}</h2>
      <Form visit={visit}>
        <Control
          name="url"
          kind={urlKind}
          words={{ ask: t.url, hint: t.urlHint }}
          value={typed.url ?? ''}
          problem={problems.find((p) => p.at === 'url')}
          w={w}
        />
        <Ticks
          name="types"
          legend={`${t.types} ${t.typesHint}`}
          options={feedTypes.map((f) => ({ value: f, label: w.developers.types[f], hint: f }))}
          value={typed.types}
          many
          problems={problems}
          w={w}
        />
        <Button>{t.add}</Button>
      </Form>
    </>,
    { status: problems.length > 0 ? 422 : 200 },
  )
}

export const standingOf = (h: WebhookLine, w: Words): string => {
  const t = w.developers.hooks
  if (h.status === 'stopped') return t.stopped
  return h.attempts > 0 ? t.waits(w.portal.time.at(h.nextTryAt, zone)) : t.active
}

function Hooks({
  partyId,
  rows,
  w,
}: {
  readonly partyId: string
  readonly rows: readonly WebhookLine[]
  readonly w: Words
}) {
  const t = w.developers.hooks
  return (
    <Table
      caption={t.caption}
      rows={rows}
      rowKey={(h) => h.id}
      columns={[
        {
          title: t.url,
          cell: (h) => (
            <a class="usa-link address" href={`/people/${partyId}/webhooks/${h.id}`} aria-label={t.openOf(h.url)}>
              {h.url}
            </a>
          ),
        },
        { title: t.status, cell: (h) => standingOf(h, w) },
      ]}
    />
  )
}
