/** Every job, in the order in which a demonstration runs them: what queues messages before what sends them. */
import { authorize, systemActor } from '#domain/access/policy.ts'
import { openAuditSigner } from '#outside/audit-signer.ts'
import { type Posted, postSafely } from '#outside/webhooks/post-safely.ts'
import { answerRecoveryRequests } from '#use-cases/account/recovery/answer-recovery-requests.ts'
import { sweepAccess } from '#use-cases/account/sign-in/sweep-access.ts'
import { publishEvents } from '#use-cases/api/publish-events.ts'
import { sweepApi } from '#use-cases/api/sweep-api.ts'
import { expireDrafts } from '#use-cases/application/expire-drafts.ts'
import { chainAudit } from '#use-cases/audit/chain-audit.ts'
import { deliverLetters } from '#use-cases/decisions/deliver-letters.ts'
import { settleEnrollmentStatuses } from '#use-cases/decisions/settle-enrollment-statuses.ts'
import { confirmSurrogacies } from '#use-cases/delegation/confirm-surrogacies.ts'
import { remindDevelopment } from '#use-cases/development/remind-development.ts'
import { scanDocuments } from '#use-cases/documents/scan-documents.ts'
import { takeUpHeld } from '#use-cases/early-revalidation/take-up-held.ts'
import { publishNow } from '#use-cases/fhir/publish-now.ts'
import { openLostFactors } from '#use-cases/help-desk/lost-factors.ts'
import { deliverMessages } from '#use-cases/messages/deliver-messages.ts'
import { monitorEnrollments } from '#use-cases/monitoring/monitor-enrollments.ts'
import { tendPackets } from '#use-cases/packets/remind-packet.ts'
import { publishFiles } from '#use-cases/public-files/publish-files.ts'
import { expireProposals } from '#use-cases/reassignments/expire-proposals.ts'
import { remindReassignments } from '#use-cases/reassignments/remind-signers.ts'
import { completeSearch } from '#use-cases/registry/complete-search.ts'
import { remindDesk } from '#use-cases/reminders/remind-desk.ts'
import { remindDrafts } from '#use-cases/reminders/remind-drafts.ts'
import { remindFiling } from '#use-cases/reminders/remind-filing.ts'
import { watchRosters } from '#use-cases/roster/watch-rosters.ts'
import { screenSubmissions } from '#use-cases/screening/screen-submissions.ts'
import { remindSigners } from '#use-cases/signatures/remind-signers.ts'
import { sendDigests } from '#use-cases/time/send-digests.ts'
import { tellOfRevalidations } from '#use-cases/time/tell-of-revalidations.ts'
import { deliverWebhooks } from '#use-cases/webhooks/deliver-webhooks.ts'
import { en } from '#words/index.ts'
import type { Job } from './job.ts'

/** Early and late, so that a day on which the portal was down at noon is not lost. */
const TWICE_A_DAY = '0 12,20 * * *'

function systemPermit() {
  const permit = authorize(systemActor, 'system.run', { id: 'jobs' })
  if (!permit.ok) throw new Error('the policy lets the system run')
  return permit.value
}

function registryPermit() {
  const permit = authorize(systemActor, 'registry.manage', { id: 'jobs' })
  if (!permit.ok) throw new Error('the policy lets the system keep the registry')
  return permit.value
}

export const jobs: readonly Job[] = [
  {
    name: 'remind-development',
    cron: TWICE_A_DAY,
    run: ({ db, clock, site }) =>
      remindDevelopment(db, systemPermit(), { origin: site.origin, words: en }, clock.now()),
  },
  {
    name: 'remind-desk',
    cron: TWICE_A_DAY,
    run: ({ db, clock, site }) => remindDesk(db, systemPermit(), { origin: site.origin, words: en }, clock.now()),
  },
  {
    name: 'remind-filing',
    cron: TWICE_A_DAY,
    run: ({ db, clock, site }) => remindFiling(db, systemPermit(), { origin: site.origin, words: en }, clock.now()),
  },
  {
    name: 'remind-drafts',
    cron: TWICE_A_DAY,
    run: ({ db, clock, site }) => remindDrafts(db, systemPermit(), { origin: site.origin, words: en }, clock.now()),
  },
  {
    name: 'remind-signers',
    cron: TWICE_A_DAY,
    run: ({ db, clock, site }) => remindSigners(db, systemPermit(), { origin: site.origin, words: en }, clock.now()),
  },
  {
    name: 'tend-packets',
    cron: TWICE_A_DAY,
    run: ({ db, clock, site }) => tendPackets(db, systemPermit(), { site, words: en }, clock.now()),
  },
  {
    name: 'expire-drafts',
    cron: TWICE_A_DAY,
    run: async ({ db, clock, site }) => {
      await expireDrafts(db, systemPermit(), { origin: site.origin, words: en }, clock.now())
    },
  },
  {
    name: 'confirm-surrogacies',
    cron: TWICE_A_DAY,
    run: ({ db, clock, site }) => confirmSurrogacies(db, systemPermit(), { site, words: en }, clock.now()),
  },
  {
    name: 'remind-reassignments',
    cron: TWICE_A_DAY,
    run: async ({ db, clock, site }) => {
      await expireProposals(db, systemPermit(), { site, words: en }, clock.now())
      await remindReassignments(db, systemPermit(), { site, words: en }, clock.now())
    },
  },
  {
    name: 'tell-of-revalidations',
    cron: TWICE_A_DAY,
    run: async ({ db, clock, site }) => {
      await tellOfRevalidations(db, systemPermit(), { origin: site.origin, words: en }, clock.now())
    },
  },
  {
    name: 'take-up-held',
    cron: '20 5,11 * * *',
    run: async ({ db, clock, site }) => {
      await takeUpHeld(db, systemPermit(), { origin: site.origin, words: en }, clock.now())
    },
  },
  {
    name: 'send-digests',
    cron: '30 11 * * *',
    run: async ({ db, clock, site, secrets }) => {
      await sendDigests(db, systemPermit(), { origin: site.origin, words: en, secrets }, clock.now())
    },
  },
  {
    name: 'settle-enrollment-statuses',
    cron: '10 5 * * *',
    run: async ({ db, clock }) => {
      await settleEnrollmentStatuses(db, systemPermit(), clock.now())
    },
  },
  { name: 'complete-registry-search', cron: '*/10 * * * *', run: ({ db }) => completeSearch(db, registryPermit()) },
  { name: 'sweep-access', cron: '30 3 * * *', run: ({ db, clock }) => sweepAccess(db, systemPermit(), clock.now()) },
  {
    name: 'screen-submissions',
    cron: '* * * * *',
    atOnce: true,
    run: async ({ db, clock }) => {
      await screenSubmissions(db, systemPermit(), clock.now())
    },
  },
  {
    name: 'monitor-enrollments',
    cron: '15 * * * *',
    run: async ({ db, clock, site }) => {
      await monitorEnrollments(db, systemPermit(), { origin: site.origin, words: en }, clock.now())
    },
  },
  {
    name: 'answer-recovery-requests',
    cron: '* * * * *',
    atOnce: true,
    run: async ({ db, clock, site, secrets }) => {
      await answerRecoveryRequests(db, systemPermit(), { secrets, site, words: en }, clock.now())
    },
  },
  {
    name: 'open-lost-factors',
    cron: '* * * * *',
    atOnce: true,
    run: async ({ db, clock, site, secrets }) => {
      await openLostFactors(db, systemPermit(), { secrets, site, words: en }, clock.now())
    },
  },
  {
    name: 'deliver-letters',
    cron: '* * * * *',
    atOnce: true,
    run: async ({ db, clock, site }) => {
      await deliverLetters(db, systemPermit(), { site, words: en }, clock.now())
    },
  },
  {
    name: 'chain-audit',
    cron: '* * * * *',
    atOnce: true,
    run: async ({ db, clock, secrets }) => {
      await chainAudit(db, systemPermit(), openAuditSigner(secrets.audit), clock.now())
    },
  },
  {
    name: 'scan-documents',
    cron: '* * * * *',
    run: async ({ db, clock, files, scanner, site }) => {
      if (scanner)
        await scanDocuments(db, systemPermit(), { files, scanner, origin: site.origin, words: en }, clock.now())
    },
  },
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
