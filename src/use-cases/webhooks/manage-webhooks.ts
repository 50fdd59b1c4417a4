/** Webhooks of a party: made, given a new secret, set back, resumed and removed. The secret is returned once. */
import { randomBytes } from 'node:crypto'
import type { Db } from '#db/db.ts'
import { feedHead } from '#db/queries/api/feed.ts'
import { listWebhooks } from '#db/queries/api/webhooks.ts'
import { appendAuthEvent } from '#db/records/access/auth-events.ts'
import * as records from '#db/records/api/webhooks.ts'
import { holdParty } from '#db/records/delegation/hold-party.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import { apiLimits } from '#domain/access/api/keys.ts'
import type { AuthEventType } from '#domain/access/auth-event.ts'
import type { Permit } from '#domain/access/policy.ts'
import { feedTypes, isFeedType } from '#domain/events/feed.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { addressFault } from '#outside/webhooks/safe-address.ts'
import type { Caller } from '../account/identity.ts'

type Own = Permit<'webhook.manage'>
/** Standard Webhooks: "whsec_" and 24 to 64 bytes in base64. */
const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

export interface NewWebhook {
  readonly url: string
  /** None: all of them. */
  readonly types: readonly string[]
  readonly clientId?: string
}

/** The permit is of the party. Refuses with `webhook-address`, `not-a-choice` or `too-many-items`. */
export async function createWebhook(
  db: Db,
  permit: Own,
  h: NewWebhook,
  allowLoopback: boolean,
  caller: Caller,
  now: Date,
): Promise<Result<{ readonly id: string; readonly secret: string }>> {
  const partyId = permit.subjectId
  const url = h.url.trim()
  if (url === '') return refuse({ code: 'required', at: 'url' })
  if (url.length > 500) return refuse({ code: 'too-long', at: 'url', with: { max: 500 } })
  if (addressFault(url, allowLoopback)) return refuse({ code: 'webhook-address', at: 'url' })
  const types = h.types.length === 0 ? feedTypes : h.types.filter(isFeedType)
  if (types.length < h.types.length) return refuse({ code: 'not-a-choice', at: 'types' })
  const secret = newSecret()
  return transactOrRefuse(db, async (tx) => {
    await holdParty(tx, permit)
    if ((await listWebhooks(tx, permit, partyId)).length >= apiLimits.webhooks)
      return refuse({ code: 'too-many-items', at: 'url', with: { max: apiLimits.webhooks } })
    const position = await feedHead(tx)
    const made = { partyId, clientId: h.clientId, url, types, secret, position }
    const id = await records.insertWebhook(tx, permit, made, now)
    await note(tx, permit, 'webhook-made', { webhook: id, url }, caller, now)
    return ok({ id, secret })
  })
}

/** The permit is of the webhook. The old secret signs beside the new one for the overlap. */
export const rotateSecret = (db: Db, permit: Own, caller: Caller, now: Date): Promise<Result<string>> =>
  transactOrRefuse(db, async (tx) => {
    const secret = newSecret()
    await records.changeSecret(tx, permit, secret, new Date(now.getTime() + apiLimits.overlap))
    await note(tx, permit, 'webhook-changed', { webhook: permit.subjectId, what: 'secret' }, caller, now)
    return ok(secret)
  })

export const endWebhook = (db: Db, permit: Own, caller: Caller, now: Date): Promise<Result<null>> =>
  transactOrRefuse(db, async (tx) => {
    await records.removeWebhook(tx, permit)
    await note(tx, permit, 'webhook-removed', { webhook: permit.subjectId }, caller, now)
    return ok(null)
  })

/** Delivers again what comes after a number of the feed; without one, goes on where it stopped. Refuses with `over-already`. */
export const replayWebhook = (
  db: Db,
  permit: Own,
  after: number | undefined,
  caller: Caller,
  now: Date,
): Promise<Result<null>> =>
  transactOrRefuse(db, async (tx) => {
    if (!(await records.moveWebhook(tx, permit, after, now))) return refuse({ code: 'over-already' })
    const what = after === undefined ? 'resumed' : `again after ${after}`
    await note(tx, permit, 'webhook-changed', { webhook: permit.subjectId, what }, caller, now)
    return ok(null)
  })

/** A program has no account whose history could show it; it is the actor all the same. */
const note = (
  tx: Db,
  { actor, subject }: Own,
  type: AuthEventType,
  detail: Readonly<Record<string, string>>,
  caller: Caller,
  now: Date,
) => {
  const isProgram = actor.memberships.some((m) => m.role === 'api-client')
  const who = isProgram ? { actorId: actor.userId } : { userId: actor.userId }
  return appendAuthEvent(tx, { type, ...who, caller, detail, actingFor: subject.partyIds?.[0] }, now)
}
