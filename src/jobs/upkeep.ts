/** What keeps the record and the desk as the day has it: statuses, screening, monitoring, recovery, letters, the audit log. */
import { openAuditSigner } from '#outside/audit-signer.ts'
import { answerRecoveryRequests } from '#use-cases/account/recovery/answer-recovery-requests.ts'
import { sweepAccess } from '#use-cases/account/sign-in/sweep-access.ts'
import { chainAudit } from '#use-cases/audit/chain-audit.ts'
import { deliverLetters } from '#use-cases/decisions/deliver-letters.ts'
import { settleEnrollmentStatuses } from '#use-cases/decisions/settle-enrollment-statuses.ts'
import { scanDocuments } from '#use-cases/documents/scan-documents.ts'
import { openLostFactors } from '#use-cases/help-desk/open-lost-factors.ts'
import { monitorEnrollments } from '#use-cases/monitoring/monitor-enrollments.ts'
import { completeSearch } from '#use-cases/registry/complete-search.ts'
import { indexFiledParties } from '#use-cases/screening/filed-parties.ts'
import { screenSubmissions } from '#use-cases/screening/screen-submissions.ts'
import { en } from '#words/index.ts'
import type { Job } from './job.ts'
import { registryPermit, systemPermit } from './permits.ts'

export const upkeep: readonly Job[] = [
  {
    name: 'settle-enrollment-statuses',
    cron: '10 5 * * *',
    run: async ({ db, clock }) => {
      await settleEnrollmentStatuses(db, systemPermit(), clock.now())
    },
  },
  { name: 'complete-registry-search', cron: '*/10 * * * *', run: ({ db }) => completeSearch(db, registryPermit()) },
  { name: 'sweep-access', cron: '30 3 * * *', run: ({ db, clock }) => sweepAccess(db, systemPermit(), clock.now()) },
  // Whom filings name, of what was signed before that was kept.
  {
    name: 'index-filed-parties',
    cron: '*/10 * * * *',
    run: async ({ db }) => {
      await indexFiledParties(db, systemPermit())
    },
  },
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
]
