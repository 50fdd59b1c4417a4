/**
 * What the payment page tells by itself, apart from the browser that it sends back: signed like that, and safe to send
 * again. Answers 200 when it is recorded, 409 when it is refused for good, so that a sender knows when to stop.
 */
import type { FastifyInstance } from 'fastify'
import type { Db } from '#db/db.ts'
import { toldFields } from '#outside/payments/hosted-page.ts'
import type { Services } from '#outside/services.ts'
import { settlePayment } from '#use-cases/fee/settle-payment.ts'
import { en } from '#words/index.ts'

export const PAYMENT_MESSAGES = '/fees/messages'

export const paymentMessages =
  (db: Db, services: Services) =>
  (app: FastifyInstance): void => {
    app.post(PAYMENT_MESSAGES, { bodyLimit: 10_000 }, async (request, reply) => {
      const body = (request.body ?? {}) as Readonly<Record<string, unknown>>
      const texts = Object.fromEntries(toldFields.map((f) => [f, typeof body[f] === 'string' ? body[f] : undefined]))
      const { payments, site, clock } = services
      const done = await settlePayment(db, texts, { payments, origin: site.origin, words: en }, clock.now())
      if (!done.ok) return reply.code(409).send({ code: done.problem.code, detail: en.say(done.problem) })
      services.wake()
      return { recorded: done.value.outcome }
    })
  }
