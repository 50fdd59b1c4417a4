/**
 * The handles by which a test outside moves a demonstration: clock, outbox, jobs.
 * Outside demo mode the routes do not exist (404).
 */
import type { FastifyInstance } from 'fastify'
import type { Db } from '#db/db.ts'
import { listMessages } from '#db/queries/messages.ts'
import { anonymous, authorize } from '#domain/access/policy.ts'
import type { Services } from '#outside/services.ts'

export const demoControl =
  (db: Db, services: Services) =>
  (app: FastifyInstance): void => {
    const clock = services.movableClock
    if (!services.site.demo || !clock) return

    app.post('/test/clock', async (request, reply) => {
      const asked = (request.body ?? {}) as Readonly<Record<string, unknown>>
      const unknown = Object.keys(asked).find((name) => name !== 'now')
      if (unknown !== undefined)
        return reply.code(400).send({ code: 'unknown', detail: `There is no field ${unknown}. Send only "now"` })
      const at = new Date(String(asked.now ?? ''))
      if (Number.isNaN(at.getTime()))
        return reply.code(400).send({ code: 'not-a-date', detail: 'Send {"now": "2026-03-01T12:00:00Z"}' })
      clock.moveTo(at)
      return { now: clock.now().toISOString() }
    })

    app.get('/test/outbox', async () => {
      const permit = authorize(anonymous, 'demo.control', { id: 'public' })
      if (!permit.ok) throw new Error('anyone may read the outbox of a demonstration')
      return { messages: await listMessages(db, permit.value) }
    })

    app.post('/test/jobs/run', async () => {
      await services.runJobs()
      return { now: clock.now().toISOString() }
    })
  }
