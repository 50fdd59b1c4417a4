/** The feed of events: a program's own, and the changes of the public record. Read it from where you were. */
import * as z from 'zod'
import { listOwnEvents, listPublicChanges } from '#db/queries/api/feed.ts'
import { authorizeCaller } from '#domain/access/api/scopes.ts'
import { feedTypes, toldEvent } from '#domain/events/feed.ts'
import { publicPermit } from '../kit/public-permit.ts'
import { route } from '../kit/route.ts'
import { clientRoute } from './client-route.ts'
import { limitOf, limitParameter, sequenceParameter } from './paging.ts'

export const eventShape = z
  .strictObject({
    id: z.string().meta({ description: 'The same in webhooks: two with one id are one event' }),
    type: z.enum(feedTypes),
    sequence: z.int(),
    timestamp: z.iso.datetime(),
    data: z.strictObject({ object: z.enum(['application', 'enrollment']), id: z.string(), link: z.string() }),
  })
  .meta({ id: 'Event', description: 'What happened and where to look; never who or what' })

export const eventsRoute = clientRoute({
  method: 'get',
  path: '/events',
  id: 'listEvents',
  summary: 'What happened to the applications and enrollments of the providers that you act for, oldest first',
  scope: 'events.read',
  parameters: z.strictObject({ after: sequenceParameter, limit: limitParameter }),
  response: z
    .strictObject({ results: z.array(eventShape), hasMore: z.boolean(), next: z.int() })
    .meta({ id: 'EventList', description: '"next" is what to give as "after" the next time' }),
  problems: ['not-found'],
  async handle({ asked, caller, db, parts }) {
    const permit = authorizeCaller(caller, 'events.read', { id: caller.clientId, ownerId: caller.clientId })
    if (!permit.ok) return { problem: 'not-found' }
    const after = Number(asked.after ?? 0)
    const limit = limitOf(asked.limit)
    const found = await listOwnEvents(db, permit.value, after, limit + 1)
    const results = found.slice(0, limit).map((e) => toldEvent(e, parts.services.site.origin))
    return { value: { results, hasMore: found.length > limit, next: results.at(-1)?.sequence ?? after } }
  },
})

export const changesRoute = route({
  path: '/changes',
  id: 'listChanges',
  summary: 'Enrollments whose public record changed, oldest first',
  roles: ['anyone'],
  parameters: z.strictObject({ after: sequenceParameter, limit: limitParameter }),
  response: z
    .strictObject({
      results: z.array(
        z.strictObject({ sequence: z.int(), timestamp: z.iso.datetime(), npi: z.string(), enrollmentId: z.string() }),
      ),
      hasMore: z.boolean(),
      next: z.int(),
    })
    .meta({ id: 'ChangeList' }),
  problems: [],
  ownTag: true,
  async handle(asked, { db }) {
    const after = Number(asked.after ?? 0)
    const limit = limitOf(asked.limit)
    const found = await listPublicChanges(db, publicPermit(), after, limit + 1)
    const results = found.slice(0, limit).map((c) => ({
      sequence: c.seq,
      timestamp: c.at.toISOString(),
      npi: c.npi,
      enrollmentId: c.enrollmentId,
    }))
    return { value: { results, hasMore: found.length > limit, next: results.at(-1)?.sequence ?? after } }
  },
})
