/** One webhook: the log of its deliveries, sending again from any of them, a new secret, and its removal. */
import type { Db } from '#db/db.ts'
import {
  type DeliveryLine,
  listDeliveries,
  listWebhooks,
  type WebhookSubject,
  webhookSubject,
} from '#db/queries/api/webhooks.ts'
import { endWebhook, replayWebhook, rotateSecret } from '#use-cases/webhooks/manage-webhooks.ts'
import { type Ask, type Params, page } from '#web/kit/page.ts'
import { Alert, BackLink, Button, Form, SummaryList, Table } from '#web/kit/parts.tsx'
import { notFound, redirect, show } from '#web/kit/reply.ts'
import { callerOf, zone } from '../delegation/teller.ts'
import { showOnce } from './shown-once.tsx'
import { standingOf } from './webhooks-page.tsx'

type HookAsk = Ask<'webhook.manage', WebhookSubject>
const base = '/people/:partyId/webhooks/:webhookId'
const LINES = 100

const subject = async (db: Db, { partyId, webhookId }: Params): Promise<WebhookSubject | undefined> => {
  const found = await webhookSubject(db, webhookId)
  return found?.partyId === partyId ? found : undefined
}
const home = (s: WebhookSubject): string => `/people/${s.partyId}/webhooks/${s.id}`

export const webhookPage = page({
  path: base,
  action: 'webhook.manage',
  subject,
  async get(ask: HookAsk) {
    const { db, permit, subject: s, visit, w } = ask
    const t = w.developers.hooks
    const hook = (await listWebhooks(db, permit, s.partyId)).find((h) => h.id === s.id)
    if (!hook) return notFound
    const lines = await listDeliveries(db, permit, LINES)
    return show(
      hook.url,
      <>
        <BackLink href={`/people/${s.partyId}/webhooks`} w={w} label={t.back} />
        <h1 class="address">{hook.url}</h1>
        {hook.status === 'stopped' && (
          <Alert kind="error" title={t.stoppedTitle}>
            <p>{t.stoppedIntro(hook.lastError ?? '')}</p>
            <Form visit={visit} action={`${home(s)}/replay`} class="inline-form">
              <Button>{t.resume}</Button>
            </Form>
          </Alert>
        )}
        <SummaryList
          w={w}
          rows={[
            { key: t.status, value: standingOf(hook, w) },
            { key: t.types, value: hook.types.map((f) => w.developers.types[f]).join(', ') },
          ]}
        />
        <h2>{t.log}</h2>
        {lines.length === 0 ? <p>{t.noLog}</p> : <Log ask={ask} lines={lines} />}
        <h2>{t.rotateTitle}</h2>
        <p>{t.rotateIntro}</p>
        <Form visit={visit} action={`${home(s)}/secret`}>
          <Button>{t.rotate}</Button>
        </Form>
        <h2>{t.removeTitle}</h2>
        <p>{t.removeIntro}</p>
        <Form visit={visit} action={`${home(s)}/remove`}>
          <Button kind="outline">{t.remove}</Button>
        </Form>
      </>,
    )
  },
})

function Log({ ask, lines }: { readonly ask: HookAsk; readonly lines: readonly DeliveryLine[] }) {
  const { w, visit, subject: s } = ask
  const t = w.developers.hooks
  return (
    <Table
      caption={t.log}
      rows={lines}
      rowKey={(d) => d.id}
      columns={[
        { title: t.at, cell: (d) => w.portal.time.at(d.at, zone) },
        {
          title: t.event,
          cell: (d) => (
            <>
              {w.developers.types[d.type]}
              <span class="quiet below address">{d.eventId}</span>
            </>
          ),
        },
        {
          title: t.answer,
          cell: (d) => (
            <>
              {d.error ?? d.status}
              <span class="quiet below">{`${t.attempt(d.ordinal)}, ${t.milliseconds(d.millis)}`}</span>
            </>
          ),
        },
        {
          title: t.again,
          cell: (d) => (
            <Form visit={visit} action={`${home(s)}/replay`} class="inline-form">
              <input type="hidden" name="after" value={String(d.sequence - 1)} />
              <button class="usa-button usa-button--unstyled" type="submit">
                {t.again}
                <span class="usa-sr-only">{t.againOf(d.eventId)}</span>
              </button>
            </Form>
          ),
        },
      ]}
    />
  )
}

export const replayWebhookPage = page({
  path: `${base}/replay`,
  action: 'webhook.manage',
  subject,
  post: {
    once: true,
    fields: ['after'],
    async handle(ask) {
      const { after } = ask.posted
      if (after !== undefined && !/^\d{1,15}$/.test(after)) return notFound
      const from = after === undefined ? undefined : Number(after)
      const done = await replayWebhook(ask.db, ask.permit, from, callerOf(ask), ask.now)
      if (!done.ok) return notFound
      ask.services.wake()
      return redirect(home(ask.subject), { notice: 'change-made' })
    },
  },
})

export const webhookSecretPage = page({
  path: `${base}/secret`,
  action: 'webhook.manage',
  stepUp: true,
  subject,
  post: {
    once: true,
    fields: [],
    async handle(ask) {
      const made = await rotateSecret(ask.db, ask.permit, callerOf(ask), ask.now)
      if (!made.ok) return notFound
      const t = ask.w.developers.hooks
      return showOnce({
        title: t.secretTitle,
        intro: t.secretIntro,
        label: t.secret,
        secret: made.value,
        href: home(ask.subject),
        done: t.done,
      })
    },
  },
})

export const removeWebhookPage = page({
  path: `${base}/remove`,
  action: 'webhook.manage',
  subject,
  post: {
    fields: [],
    async handle(ask) {
      const done = await endWebhook(ask.db, ask.permit, callerOf(ask), ask.now)
      return done.ok ? redirect(`/people/${ask.subject.partyId}/webhooks`, { notice: 'change-made' }) : notFound
    },
  },
})
