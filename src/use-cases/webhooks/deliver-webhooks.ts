/**
 * Pushes the feed to its webhooks: at least once, in order, under the same id. A webhook is a place in the feed that
 * moves only when its receiver said 2xx, so a crash repeats an event and never loses one. A receiver that is down holds
 * up its own webhook only; after the last try it stops there, its party is told, and goes on from there when resumed.
 */
import type { Db } from '#db/db.ts'
import { rolesOfProgram } from '#db/queries/api/caller.ts'
import { listEventsFor } from '#db/queries/api/feed.ts'
import { isRowId } from '#db/queries/application/applications.ts'
import { headsAddresses } from '#db/queries/delegation/parties.ts'
import { type HeldWebhook, holdWebhook, noteTry, rest } from '#db/records/api/webhooks.ts'
import { queueMessage } from '#db/records/messages.ts'
import { transact } from '#db/records/transact.ts'
import { enrolleesFor, type Permit } from '#domain/access/policy.ts'
import { type FeedEvent, toldEvent } from '#domain/events/feed.ts'
import type { Clock } from '#outside/clock.ts'
import type { PostAnswer, Posted } from '#outside/webhooks/post-safely.ts'
import { signatureHeaders } from '#outside/webhooks/sign.ts'
import type { Words } from '#words/index.ts'

/** Minutes until the next try, by tries made: three days in all, as most senders do. */
export const BACK_OFF = [1, 5, 15, 30, 60, 120, 240, 480, 720, 1440, 1440] as const
/** Longer than one delivery can take; if the worker dies, another goes on after it. */
const HOLD_SECONDS = 60
const MOST_A_TURN = 100
const AT_ONCE = 8

export interface WebhookSender {
  readonly clock: Clock
  readonly origin: string
  readonly words: Words
  post(m: Posted): Promise<PostAnswer>
}

/** Returns how many events were delivered. What went wrong at one receiver is thrown once the others are done. */
export async function deliverWebhooks(db: Db, permit: Permit<'system.run'>, sender: WebhookSender): Promise<number> {
  const seen: string[] = []
  const running = new Set<Promise<void>>()
  const failures: unknown[] = []
  let delivered = 0
  for (;;) {
    const held = await holdWebhook(db, permit, sender.clock.now(), HOLD_SECONDS, seen)
    if (!held) break
    seen.push(held.id)
    // Never rejects: a rejection while the next one is being held would be nobody's and end the process.
    const work: Promise<void> = deliverOne(db, permit, sender, held)
      .then(
        (n) => {
          delivered += n
        },
        (failure: unknown) => {
          failures.push(failure)
        },
      )
      .finally(() => running.delete(work))
    running.add(work)
    if (running.size >= AT_ONCE) await Promise.race(running)
  }
  await Promise.all(running)
  if (failures.length > 0) throw failures[0]
  return delivered
}

async function deliverOne(
  db: Db,
  permit: Permit<'system.run'>,
  sender: WebhookSender,
  held: HeldWebhook,
): Promise<number> {
  const memberships = await rolesOfProgram(db, held.partyId, sender.clock.now())
  const enrollees = enrolleesFor({ userId: held.id, memberships }, 'application.view').filter(isRowId)
  let { position, attempts } = held
  let delivered = 0
  for (;;) {
    const want = { enrollees, types: held.types, after: position }
    const events = await listEventsFor(db, permit, want, MOST_A_TURN)
    for (const event of events) {
      const { done, stays } = await tryOnce(db, permit, sender, { ...held, position, attempts }, event)
      if (done) delivered++
      if (!done || !stays) return delivered
      position = event.seq
      attempts = 0
    }
    if (events.length < MOST_A_TURN) break
  }
  await rest(db, permit, held.id, sender.clock.now(), position)
  return delivered
}

/** One event to one receiver, and the note of it. `stays` is false when somebody moved the webhook meanwhile. */
async function tryOnce(
  db: Db,
  permit: Permit<'system.run'>,
  sender: WebhookSender,
  held: HeldWebhook,
  event: FeedEvent,
): Promise<{ readonly done: boolean; readonly stays: boolean }> {
  const { position, attempts } = held
  const began = performance.now()
  const answer = await sender.post(messageOf(event, held, sender))
  const millis = Math.round(performance.now() - began)
  const now = sender.clock.now()
  const status = 'status' in answer ? answer.status : undefined
  const done = status !== undefined && status >= 200 && status < 300
  const error = done ? undefined : 'error' in answer ? answer.error : `HTTP ${answer.status}`
  const wait = BACK_OFF[attempts]
  const next = done
    ? { position: event.seq, attempts: 0, nextTryAt: new Date(now.getTime() + HOLD_SECONDS * 1000) }
    : { position, attempts: attempts + 1, nextTryAt: new Date(now.getTime() + (wait ?? 0) * 60_000), stopped: !wait }
  const tried = { ordinal: attempts + 1, status, error, millis }
  const stays = await transact(db, async (tx) => {
    const moved = await noteTry(tx, permit, held, event, tried, next, now)
    if (moved && !done && !wait) await tellStopped(tx, held, event, sender, now)
    return moved
  })
  return { done, stays }
}

function messageOf(event: FeedEvent, held: HeldWebhook, { clock, origin }: WebhookSender): Posted {
  const body = JSON.stringify(toldEvent(event, origin))
  const headers = signatureHeaders(event.id, body, held.secrets, clock.now())
  return {
    url: held.url,
    body,
    headers: { ...headers, 'content-type': 'application/json', 'user-agent': 'OpenPECOS-Webhooks/1' },
  }
}

async function tellStopped(tx: Db, held: HeldWebhook, event: FeedEvent, s: WebhookSender, now: Date): Promise<void> {
  const mail = s.words.developers.stoppedMail({
    url: held.url,
    link: `${s.origin}/people/${held.partyId}/webhooks/${held.id}`,
  })
  for (const recipient of await headsAddresses(tx, held.partyId)) {
    const dedupeKey = `webhook-stopped|${held.id}|${event.id}|${now.toISOString()}|${recipient}`
    await queueMessage(tx, { channel: 'email', recipient, template: 'webhook-stopped', dedupeKey, ...mail }, now)
  }
}
