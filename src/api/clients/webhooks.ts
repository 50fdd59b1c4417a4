/** Webhooks of a program's party: made, listed, replayed and removed by the program itself. */
import * as z from 'zod'
import type { Db } from '#db/db.ts'
import type { KnownCaller } from '#db/queries/api/caller.ts'
import { listDeliveries, listWebhooks, webhookSubject } from '#db/queries/api/webhooks.ts'
import { authorizeCaller } from '#domain/access/api/scopes.ts'
import { feedTypes } from '#domain/events/feed.ts'
import { createWebhook, endWebhook, replayWebhook } from '#use-cases/webhooks/manage-webhooks.ts'
import { clientRoute } from './client-route.ts'

const shape = z
  .strictObject({
    id: z.string(),
    url: z.string(),
    types: z.array(z.enum(feedTypes)),
    status: z.enum(['active', 'stopped']).meta({ description: 'Stopped after the last try; replay starts it again' }),
    position: z.int().meta({ description: 'The sequence up to which everything was delivered' }),
    lastError: z.string().optional(),
  })
  .meta({ id: 'Webhook' })
const delivery = z
  .strictObject({
    eventId: z.string(),
    sequence: z.int(),
    type: z.enum(feedTypes),
    at: z.iso.datetime(),
    attempt: z.int(),
    status: z.int().optional(),
    error: z.string().optional(),
    milliseconds: z.int(),
  })
  .meta({ id: 'Delivery' })
const idOnly = z.strictObject({ id: z.string().max(60) })

const own = (caller: KnownCaller) =>
  authorizeCaller(caller, 'webhook.manage', { id: caller.partyId, partyIds: [caller.partyId] })
async function permitOf(db: Db, caller: KnownCaller, id: string) {
  const subject = await webhookSubject(db, id)
  const permit = subject && authorizeCaller(caller, 'webhook.manage', subject)
  return permit?.ok ? permit.value : undefined
}

export const webhooksRoute = clientRoute({
  method: 'get',
  path: '/webhooks',
  id: 'listWebhooks',
  summary: 'Webhooks of your organization',
  scope: 'webhooks',
  parameters: z.strictObject({}),
  response: z.strictObject({ results: z.array(shape) }).meta({ id: 'WebhookList' }),
  problems: ['not-found'],
  async handle({ caller, db }) {
    const permit = own(caller)
    if (!permit.ok) return { problem: 'not-found' }
    const results = (await listWebhooks(db, permit.value, caller.partyId)).map((h) => ({
      id: h.id,
      url: h.url,
      types: [...h.types],
      status: h.status,
      position: h.position,
      ...(h.lastError && { lastError: h.lastError }),
    }))
    return { value: { results } }
  },
})

export const createWebhookRoute = clientRoute({
  method: 'post',
  path: '/webhooks',
  id: 'createWebhook',
  summary: 'Sends events to an address from now on. The secret is shown this once',
  scope: 'webhooks',
  parameters: z.strictObject({}),
  body: z
    .strictObject({
      url: z.string().min(1).max(500),
      types: z.array(z.enum(feedTypes)).max(feedTypes.length).optional(),
    })
    .meta({ id: 'NewWebhook' }),
  response: z.strictObject({ id: z.string(), secret: z.string() }).meta({ id: 'MadeWebhook' }),
  problems: ['not-found', 'refused'],
  async handle({ body, caller, db, parts, from, now }) {
    const permit = own(caller)
    if (!permit.ok) return { problem: 'not-found' }
    const hook = { url: body.url, types: body.types ?? [], clientId: caller.clientId }
    const loopback = parts.services.site.webhooksToLoopback ?? false
    const made = await createWebhook(db, permit.value, hook, loopback, from, now)
    return made.ok ? { value: made.value } : { refused: made.problems }
  },
})

export const deleteWebhookRoute = clientRoute({
  method: 'delete',
  path: '/webhooks/:id',
  id: 'deleteWebhook',
  summary: 'Sends nothing more to it',
  scope: 'webhooks',
  parameters: idOnly,
  response: z.strictObject({ id: z.string(), deleted: z.literal(true) }).meta({ id: 'Deleted' }),
  problems: ['not-found'],
  async handle({ asked, caller, db, from, now }) {
    const permit = await permitOf(db, caller, asked.id)
    if (!permit) return { problem: 'not-found' }
    await endWebhook(db, permit, from, now)
    return { value: { id: asked.id, deleted: true } }
  },
})

export const replayWebhookRoute = clientRoute({
  method: 'post',
  path: '/webhooks/:id/replay',
  id: 'replayWebhook',
  summary: 'Sends again what comes after a sequence, or goes on where a stopped webhook stood',
  scope: 'webhooks',
  parameters: idOnly,
  body: z.strictObject({ after: z.int().min(0).optional() }).meta({ id: 'Replay' }),
  response: z.strictObject({ id: z.string() }).meta({ id: 'Replayed' }),
  problems: ['not-found', 'refused'],
  async handle({ asked, body, caller, db, from, parts, now }) {
    const permit = await permitOf(db, caller, asked.id)
    if (!permit) return { problem: 'not-found' }
    const done = await replayWebhook(db, permit, body.after, from, now)
    if (!done.ok) return { refused: done.problems }
    parts.services.wake()
    return { value: { id: asked.id } }
  },
})

export const deliveriesRoute = clientRoute({
  method: 'get',
  path: '/webhooks/:id/deliveries',
  id: 'listDeliveries',
  summary: 'The newest hundred tries of one webhook',
  scope: 'webhooks',
  parameters: idOnly,
  response: z.strictObject({ results: z.array(delivery) }).meta({ id: 'DeliveryList' }),
  problems: ['not-found'],
  async handle({ asked, caller, db }) {
    const permit = await permitOf(db, caller, asked.id)
    if (!permit) return { problem: 'not-found' }
    const results = (await listDeliveries(db, permit, 100)).map((d) => ({
      eventId: d.eventId,
      sequence: d.sequence,
      type: d.type,
      at: d.at.toISOString(),
      attempt: d.ordinal,
      ...(d.status !== undefined && { status: d.status }),
      ...(d.error && { error: d.error }),
      milliseconds: d.millis,
    }))
    return { value: { results } }
  },
})
