/**
 * Applications of organizations in the demonstration, by the use-cases of the pages: a group that was approved, a
 * nursing home that waits for the decision, and a clinic's draft for another state.
 */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '#db/db.ts'
import { open } from '#db/kit/open.ts'
import { findAccountByLoginId, insertAccount, insertMembership } from '#db/records/access/accounts.ts'
import { transact } from '#db/records/transact.ts'
import { authorize } from '#domain/access/policy.ts'
import { type Day, dayIn } from '#domain/dates.ts'
import { isActive, type RegistryProvider } from '#domain/party/registry-provider.ts'
import { isStateCode } from '#domain/party/states.ts'
import { titleCase } from '#domain/party/title-case.ts'
import { cms855a } from '#forms/cms855a/index.ts'
import { cms855b } from '#forms/cms855b/index.ts'
import type { File } from '#forms/kit/section.ts'
import type { Passwords } from '#outside/passwords.ts'
import { startApplication } from '#use-cases/application/start-application.ts'
import { demoAccounts } from '../accounts/accounts.ts'
import { demoParties } from '../accounts/people.ts'
import type { Owner } from '../applications/applicants.ts'
import { deskOf, must, type Stage } from '../applications/application-case.ts'
import { plan } from '../applications/application-plans.ts'
import { countedFrom, instant, playActs } from '../applications/applications.ts'
import { nursingHomeFile } from '../applications/nursing-home-file.ts'
import { groupFile } from '../applications/organization-file.ts'
import { enrolledAtStart } from '../chance.ts'

const DAVENPORT = { line1: '300 Harbor Ave', line2: undefined, city: 'Davenport', state: 'IA', zip: '52801' }

interface Story {
  readonly provider: RegistryProvider | undefined
  /** The account of its official; somebody without a known password where there is none. */
  readonly official?: string
  readonly form: string
  readonly plan: ReturnType<typeof plan>
  readonly file: (p: RegistryProvider, on: Day) => File
}

/** Needs the registry and the accounts of the demonstration. Running it again adds what is missing. */
export async function seedOrganizations(
  stage: Stage,
  { passwords, now }: { readonly passwords: Passwords; readonly now: Date },
): Promise<void> {
  const from = await countedFrom(stage.db, now)
  const stories: readonly Story[] = [
    {
      provider: await groupInOhio(stage.db),
      form: cms855b.id,
      plan: plan('lakes', 'start 71, submit 67, take 60, recommend 51, approve 48'),
      file: groupFile,
    },
    {
      provider: demoParties.tallgrassCareCenter,
      official: 'ruth.penhallow',
      form: cms855a.id,
      plan: plan('lakes', 'start 41, submit 36, take 24, recommend 2'),
      file: nursingHomeFile,
    },
    {
      provider: demoParties.elmStreetClinic,
      official: 'ida.brandt',
      form: cms855b.id,
      plan: plan('lakes', 'start 3, half 2'),
      file: (p, on) => groupFile(p, on, DAVENPORT),
    },
  ]
  // Nobody ever types it.
  const passwordHash = must(await passwords.hash(randomUUID()), 'password')
  // All come to rest before a fault is told, so that nothing of this run goes on beside the next.
  const ended = await Promise.allSettled(stories.map((story, i) => tell(stage, story, { i, from, passwordHash })))
  for (const end of ended) if (end.status === 'rejected') throw end.reason
}

/** A group of the registry that is not enrolled, the same at every start. */
async function groupInOhio(db: Db): Promise<RegistryProvider | undefined> {
  const rows = await open(db)
    .selectFrom('registry_provider')
    .select('detail')
    .where('import_id', '=', sql<string>`(select id from source_import where source = 'nppes' and status = 'current')`)
    .where('entity_type', '=', 2)
    .where('state', '=', 'OH')
    .orderBy('npi')
    .execute()
  const isGroup = (p: RegistryProvider) => p.taxonomies[0]?.code.startsWith('193') === true
  return rows
    .map((r) => r.detail)
    .find((p) => isGroup(p) && isActive(p) && p.practice && p.authorizedOfficial && !enrolledAtStart(p.npi))
}

async function tell(
  stage: Stage,
  story: Story,
  { i, from, passwordHash }: { readonly i: number; readonly from: Day; readonly passwordHash: string },
): Promise<void> {
  const { provider, form } = story
  const begun = instant(from, story.plan.acts[0]!.daysAgo, 0)
  const owner = provider && (await officialOf(stage.db, provider, { login: story.official, passwordHash }, begun))
  if (!provider || !owner) return
  const file = story.file(provider, dayIn('America/Chicago', begun))
  const applicationId = await begin(stage.db, owner, form, file, begun)
  if (!applicationId) return
  const { analysts, supervisor } = await deskOf(stage.db, story.plan.contractor)
  const analyst = analysts[i % analysts.length]!
  await playActs(stage, story.plan, { applicationId, form, provider, owner, analyst, supervisor, file }, from)
}

const role = 'authorized-official' as const

/** The account that signs for the organization, with the enrollee it acts for. */
async function officialOf(
  db: Db,
  p: RegistryProvider,
  { login, passwordHash }: { readonly login: string | undefined; readonly passwordHash: string },
  at: Date,
): Promise<Owner | undefined> {
  const who = p.authorizedOfficial!
  const displayName = [who.first, who.last].map(titleCase).join(' ')
  return transact(db, async (tx) => {
    const made = await open(tx)
      .insertInto('enrollee')
      .values({
        id: randomUUID(),
        kind: 'organization',
        npi: p.npi,
        display_name: titleCase(p.organization!),
        tax_id_index: null,
        restricted: null,
        practice: '{}',
        created_at: at,
      })
      .onConflict((c) => c.column('npi').doNothing())
      .returning('id')
      .executeTakeFirst()
    const enrolleeId =
      made?.id ??
      (await open(tx).selectFrom('enrollee').select('id').where('npi', '=', p.npi).executeTakeFirstOrThrow()).id
    const ownerIs = (userId: string): Owner => ({
      enrolleeId,
      actor: { userId, memberships: [{ role, partyId: enrolleeId }] },
    })
    const loginId = login ?? `demo.${p.npi}`
    const there = await findAccountByLoginId(tx, loginId)
    if (there) return ownerIs(there.id)
    // A named official is made with the accounts; without them there is nothing to tell.
    if (login !== undefined || demoAccounts.some((a) => a.party === p.npi)) return undefined
    const userId = await insertAccount(tx, { loginId, displayName, passwordHash }, at)
    if (!userId) return undefined
    await insertMembership(tx, { userId, role, partyId: enrolleeId }, at)
    return ownerIs(userId)
  })
}

/** Starts the application, or finds that it was started; undefined when a visitor has one of this form and state. */
async function begin(db: Db, { actor, enrolleeId }: Owner, form: string, file: File, at: Date) {
  const { state, ...said } = file.enrollment![0]!.answers
  if (typeof state !== 'string' || !isStateCode(state)) throw new Error('an application is for a state')
  const there = await open(db)
    .selectFrom('application')
    .select(['id', 'created_at'])
    .where('enrollee_id', '=', enrolleeId)
    .where('form', '=', form)
    .where('state', '=', state)
    .where('reason', '=', 'initial')
    .execute()
  if (there.length > 0) return there.find((a) => a.created_at.getTime() === at.getTime())?.id
  const permit = must(authorize(actor, 'application.start', { id: enrolleeId, enrolleeId }), 'start')
  return must(await startApplication(db, permit, { form, state, said: { ...said, state } }, at), 'application')
    .applicationId
}
