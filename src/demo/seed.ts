/**
 * Fills an empty database once: contractors, the synthetic registry and exclusion list (through the same
 * importer that reads the published files), accounts, enrollments, applications. Running it again changes nothing.
 */
import { join } from 'node:path'
import type { Db } from '#db/db.ts'
import { open } from '#db/kit/open.ts'
import { findSetting, saveSetting } from '#db/records/settings.ts'
import { authorize, systemActor } from '#domain/access/policy.ts'
import type { Clock } from '#outside/clock.ts'
import { folderFiles } from '#outside/files/folder-files.ts'
import type { Site } from '#outside/services.ts'
import type { Identity } from '#use-cases/account/identity.ts'
import { createAccount } from '#use-cases/account/registration/create-account.ts'
import { en } from '#words/index.ts'
import { DEMO_PASSWORD, demoAccounts } from './accounts/accounts.ts'
import { demoContractors } from './accounts/contractors.ts'
import { seedDelegation } from './accounts/delegation.ts'
import { seedHelpDesk } from './accounts/help-desk.ts'
import { seedMailTexts } from './accounts/mail-texts.ts'
import { seedPolicies } from './accounts/policies.ts'
import { seedPrograms } from './accounts/programs.ts'
import { seedSafety } from './accounts/safety.ts'
import { seedApplications } from './applications/applications.ts'
import { seedCaseTasks } from './applications/case-tasks.ts'
import { seedDecisions } from './applications/decisions.ts'
import { seedAffiliations } from './enrollments/affiliations.ts'
import { seedEnrollments } from './enrollments/enrollments.ts'
import { seedLastClaims } from './enrollments/last-claims.ts'
import { seedMonitoring } from './enrollments/monitoring.ts'
import { seedOrganizations } from './enrollments/organizations.ts'
import { seedOwnership } from './enrollments/ownership.ts'
import { seedReassignments } from './enrollments/reassignments.ts'
import { seedRosters } from './enrollments/rosters.ts'
import { seedSales } from './enrollments/sales.ts'
import { seedSituations } from './enrollments/situations.ts'
import { seedTime } from './enrollments/time.ts'
import { seedFilings } from './filings/filings.ts'
import { loadDemoSources } from './load-demo-sources.ts'

export interface SeedOptions {
  readonly identity: Pick<Identity, 'secrets' | 'passwords'>
  readonly clock: Clock
  readonly dataDir: string
  /** Named by the letters and mails of applications; without it there are none. */
  readonly site?: Site
  readonly small: boolean
  readonly log: (line: string) => void
}

const DONE = 'demo.seeded'

const withNpi = demoAccounts.filter((a) => /^\d{10}$/.test(a.party))
/** Registry people with an account and no enrollment yet: what they become is up to the visitor. */
const peopleByHand: readonly string[] = withNpi.filter((a) => a.role === 'individual-provider').map((a) => a.party)
/** The same of organizations; a small demonstration has their officials too, because nobody registers as one. */
const organizationsByHand: readonly string[] = withNpi
  .filter((a) => !peopleByHand.includes(a.party))
  .map((a) => a.party)

export async function seedDemo(db: Db, o: SeedOptions): Promise<void> {
  const done = ((await findSetting(db, DONE)) ?? []) as readonly string[]
  const step = async (name: string, work: () => Promise<unknown>) => {
    if (done.includes(name)) return
    const began = performance.now()
    await work()
    // Written after each step, so that a start that was killed goes on where it was.
    const now = ((await findSetting(db, DONE)) ?? []) as readonly string[]
    await saveSetting(db, DONE, [...now, name])
    o.log(`demo data: ${name} (${Math.round(performance.now() - began)} ms)`)
  }
  await step('contractors', () => insertContractors(db))
  await step('registry', () => loadDemoSources(db, { dataDir: o.dataDir, clock: o.clock }))
  await step('enrollments', () =>
    seedEnrollments(
      db,
      o.clock.now(),
      o.small
        ? { count: 200, byHand: organizationsByHand }
        : { count: 1500, byHand: [...peopleByHand, ...organizationsByHand] },
    ),
  )
  await step('sales', () => seedSales(db, o.clock.now()))
  await step('monitoring', () => seedMonitoring(db, { clock: o.clock, origin: o.site?.origin ?? '', words: en }))
  await step('accounts', () => insertAccounts(db, o))
  if (o.site)
    await step('help desk', () =>
      seedHelpDesk(db, { identity: { ...o.identity, site: o.site!, words: en }, now: o.clock.now() }),
    )
  const site = o.site
  if (site)
    await step('delegation', () =>
      seedDelegation(db, {
        passwords: o.identity.passwords,
        files: folderFiles(join(o.dataDir, 'files')),
        site,
        words: en,
        now: o.clock.now(),
        small: o.small,
      }),
    )
  const reassigning = { passwords: o.identity.passwords, files: folderFiles(join(o.dataDir, 'files')), words: en }
  const reassign = async () =>
    site && (await seedReassignments(db, { ...reassigning, site, now: o.clock.now(), small: o.small }))
  const decide = async () => site && (await seedDecisions(db, { identity: o.identity, site, now: o.clock.now() }))
  if (o.small && site) await step('reassignments', reassign)
  if (o.small && site) await step('decisions', decide)
  if (o.small && site) await step('time', () => seedTime(db, o.identity, o.clock.now()))
  const told = { clock: o.clock, origin: o.site?.origin ?? '', words: en }
  if (o.small) await step('last claims', () => seedLastClaims(db, told))
  if (o.small || !o.site) return
  await step('safety', () => seedSafety(db, { identity: o.identity, site: site!, now: o.clock.now() }))
  const stage = { db, files: folderFiles(join(o.dataDir, 'files')), site: o.site, words: en }
  await step('applications', () => seedApplications(stage, { passwords: o.identity.passwords, now: o.clock.now() }))
  await step('case tasks', () => seedCaseTasks(stage, o.clock.now()))
  await step('organizations', () => seedOrganizations(stage, { passwords: o.identity.passwords, now: o.clock.now() }))
  await step('programs', () => seedPrograms(db, o.clock.now()))
  await step('ownership', () => seedOwnership(db, o.clock.now()))
  await step('reassignments', reassign)
  await step('decisions', decide)
  await step('time', () => seedTime(db, o.identity, o.clock.now()))
  await step('affiliations', () => seedAffiliations(db, o.site!, o.clock.now()))
  await step('policies', () => seedPolicies(db, o.clock.now()))
  await step('mail texts', () => seedMailTexts(db, o.clock.now()))
  await step('rosters', () => seedRosters(db, o.clock.now()))
  await step('situations', () => seedSituations(stage, { passwords: o.identity.passwords, now: o.clock.now() }))
  await step('filings', () => seedFilings(stage, o.clock.now()))
  await step('last claims', () => seedLastClaims(db, told))
}

async function insertContractors(db: Db): Promise<void> {
  for (const { states, zone, ...c } of demoContractors) {
    await open(db)
      .insertInto('contractor')
      .values({ ...c, time_zone: zone })
      .onConflict((x) => x.column('id').doNothing())
      .execute()
    await open(db)
      .insertInto('contractor_state')
      .values(states.map((state) => ({ state, contractor_id: c.id })))
      .onConflict((x) => x.column('state').doNothing())
      .execute()
  }
}

async function insertAccounts(db: Db, o: SeedOptions): Promise<void> {
  const permit = authorize(systemActor, 'system.run', { id: 'demo' })
  if (!permit.ok) throw new Error('the system may seed its demonstration')
  // A small demonstration has no practitioners: they register themselves.
  for (const a of o.small ? demoAccounts.filter((d) => !peopleByHand.includes(d.party)) : demoAccounts) {
    const partyId = /^\d{10}$/.test(a.party) ? await enrolleeOf(db, a.party) : a.party
    const made = await createAccount(
      db,
      permit.value,
      o.identity,
      {
        loginId: a.loginId,
        displayName: a.name,
        password: DEMO_PASSWORD,
        email: a.email,
        totpSeed: a.totpSeed,
        memberships: [{ role: a.role, partyId }],
      },
      o.clock.now(),
    )
    if (!made.ok && made.problem.code !== 'user-id-taken')
      throw new Error(`demo account ${a.loginId}: ${made.problem.code}`)
  }
}

async function enrolleeOf(db: Db, npi: string): Promise<string> {
  const { id } = await open(db).selectFrom('enrollee').select('id').where('npi', '=', npi).executeTakeFirstOrThrow()
  return id
}
