/** Who has to be told what: last days, requests, signatures, the digest. What queues messages comes before what sends them. */
import { remindAffiliations } from '#use-cases/affiliations/remind-affiliations.ts'
import { expireDrafts } from '#use-cases/application/expire-drafts.ts'
import { confirmSurrogacies } from '#use-cases/delegation/confirm-surrogacies.ts'
import { remindDevelopment } from '#use-cases/development/remind-development.ts'
import { takeUpHeld } from '#use-cases/early-revalidation/take-up-held.ts'
import { tendPackets } from '#use-cases/packets/remind-packet.ts'
import { expireProposals } from '#use-cases/reassignments/expire-proposals.ts'
import { remindReassignments } from '#use-cases/reassignments/remind-signers.ts'
import { remindDesk } from '#use-cases/reminders/remind-desk.ts'
import { remindDrafts } from '#use-cases/reminders/remind-drafts.ts'
import { remindFiling } from '#use-cases/reminders/remind-filing.ts'
import { remindSigners } from '#use-cases/signatures/remind-signers.ts'
import { sendDigests } from '#use-cases/time/send-digests.ts'
import { tellOfRevalidations } from '#use-cases/time/tell-of-revalidations.ts'
import { en } from '#words/index.ts'
import type { Job } from './job.ts'
import { systemPermit } from './permits.ts'

/** Early and late, so that a day on which the portal was down at noon is not lost. */
const TWICE_A_DAY = '0 12,20 * * *'

export const reminders: readonly Job[] = [
  {
    name: 'remind-development',
    cron: TWICE_A_DAY,
    run: ({ db, clock, site }) =>
      remindDevelopment(db, systemPermit(), { origin: site.origin, words: en }, clock.now()),
  },
  {
    name: 'remind-affiliations',
    cron: TWICE_A_DAY,
    run: ({ db, clock, site }) =>
      remindAffiliations(db, systemPermit(), { origin: site.origin, words: en }, clock.now()),
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
]
