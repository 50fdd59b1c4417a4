/** What leaves the house: messages, events, watched rosters, published files. */
import { type Posted, postSafely } from '#outside/webhooks/post-safely.ts'
import { publishEvents } from '#use-cases/api/publish-events.ts'
import { sweepApi, sweepSentForms } from '#use-cases/api/sweep-api.ts'
import { publishNow } from '#use-cases/fhir/publish-now.ts'
import { deliverMessages } from '#use-cases/messages/deliver-messages.ts'
import { publishFiles } from '#use-cases/public-files/publish-files.ts'
import { watchRosters } from '#use-cases/roster/watch-rosters.ts'
import { deliverWebhooks } from '#use-cases/webhooks/deliver-webhooks.ts'
import { en } from '#words/index.ts'
import type { Job } from './job.ts'
import { systemPermit } from './permits.ts'

export const deliveries: readonly Job[] = [
  {
    name: 'watch-rosters',
    cron: '10 11,17 * * *',
    run: async ({ db, clock, site, eligibility }) => {
      await watchRosters(db, systemPermit(), eligibility(), { origin: site.origin, words: en }, clock.now())
    },
  },
  {
    name: 'publish-events',
    cron: '* * * * *',
    atOnce: true,
    run: async ({ db }) => {
      await publishEvents(db, systemPermit())
    },
  },
  {
    name: 'deliver-webhooks',
    cron: '* * * * *',
    atOnce: true,
    run: async ({ db, clock, site }) => {
      const rules = { allowLoopback: site.webhooksToLoopback ?? false }
      const sender = { clock, origin: site.origin, words: en, post: (m: Posted) => postSafely(m, rules) }
      await deliverWebhooks(db, systemPermit(), sender)
    },
  },
  {
    name: 'sweep-sent-forms',
    cron: '20 * * * *',
    run: ({ db, clock }) => sweepSentForms(db, systemPermit(), clock.now()),
  },
  { name: 'sweep-api', cron: '40 3 * * *', run: ({ db, clock }) => sweepApi(db, systemPermit(), clock.now()) },
  {
    name: 'deliver-messages',
    cron: '* * * * *',
    atOnce: true,
    run: async ({ db, carrier, clock, site }) => {
      await deliverMessages(db, carrier, clock, site.demo)
    },
  },
  {
    name: 'publish-directory',
    cron: '* * * * *',
    atOnce: true,
    run: async ({ db, clock, site, eligibility }) => {
      await publishNow(db, systemPermit(), { site, snapshot: eligibility }, clock.now())
    },
  },
  {
    name: 'publish-files',
    cron: '*/10 * * * *',
    run: async ({ db, clock }) => {
      await publishFiles(db, systemPermit(), en.portal.enrollment.specialty, clock.now())
    },
  },
]
