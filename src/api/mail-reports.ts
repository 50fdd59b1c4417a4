/**
 * What a mail provider reports of a mail: delivered, come back, unwanted. One declared shape, signed by Standard Webhooks
 * with a secret that both know; an adapter turns what a provider sends into it (docs/mail-reports.md). The same report
 * twice is one report. Answers 200 when it is noted, 401 for a wrong signature, 400 for a wrong shape.
 */
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import type { Db } from '#db/db.ts'
import { authorize, systemActor } from '#domain/access/policy.ts'
import { idInMessageId, mailReportKinds } from '#domain/time/mail-report.ts'
import type { Services } from '#outside/services.ts'
import { isSignedBy } from '#outside/webhooks/verify.ts'
import { noteMailReport } from '#use-cases/time/note-mail-report.ts'
import { sendProblem } from './kit/problem.ts'

export const MAIL_REPORTS = '/mail/reports'
const LARGEST = 10_000

export const mailReportShape = z.strictObject({
  type: z.enum(mailReportKinds),
  /** To whom the mail went. */
  email: z.email().max(254),
  /** The Message-ID of the mail, or the part before its @. */
  messageId: z.string().max(250).optional(),
  /** What the other side said, such as "5.1.1 user unknown". */
  reason: z.string().max(300).optional(),
  at: z.iso.datetime({ offset: true }),
})

/** Absent without a secret: then nobody can report anything. */
export const mailReports =
  (db: Db, services: Services) =>
  (app: FastifyInstance): void => {
    const { mailReportSecret: secret } = services
    if (secret === undefined) return
    app.register(async (own) => {
      // The signature is over the text as it came.
      own.removeAllContentTypeParsers()
      own.addContentTypeParser('application/json', { parseAs: 'string' }, (_, body, done) => done(null, body))
      own.post(MAIL_REPORTS, { bodyLimit: LARGEST }, async (request, reply) => {
        const text = typeof request.body === 'string' ? request.body : ''
        const id = request.headers['webhook-id']
        if (typeof id !== 'string' || !isSignedBy(secret, text, request.headers))
          return sendProblem(reply, 'unauthorized', {
            detail: 'The signature of the report is missing, wrong or too old',
          })
        const read = mailReportShape.safeParse(parsed(text))
        if (!read.success)
          return sendProblem(reply, 'invalid-request', {
            errors: read.error.issues.map((i) => ({
              parameter: i.path.join('.') || 'body',
              code: 'invalid' as const,
              detail: i.message,
            })),
          })
        const { type: kind, email, messageId, reason, at } = read.data
        const permit = authorize(systemActor, 'system.run', { id: 'mail' })
        if (!permit.ok) throw new Error('the policy lets the system run')
        const report = {
          id,
          kind,
          email: email.toLowerCase(),
          messageId: messageId === undefined ? undefined : idInMessageId(messageId),
          reason,
          at: new Date(at),
        }
        return noteMailReport(db, permit.value, report, services.clock.now())
      })
    })
  }

/** Undefined for what is no JSON: no shape fits it. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
