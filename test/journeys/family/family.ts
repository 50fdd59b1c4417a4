/**
 * A portal and the family of applications before it: accounts of the named fixtures, records that a story begins from,
 * and the desk below the browser, all by the use-cases of the pages.
 */
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import type { Db } from '#db/db.ts'
import { type Connection, connect } from '#db/kit/connect.ts'
import { open } from '#db/kit/open.ts'
import { openVault } from '#db/kit/vault.ts'
import { DEMO_PASSWORD, demoAccounts } from '#demo/accounts/accounts.ts'
import { type Actor, authorize, systemActor } from '#domain/access/policy.ts'
import { type Day, day } from '#domain/dates.ts'
import type { File } from '#forms/kit/section.ts'
import { openPasswords, testCost } from '#outside/passwords.ts'
import { paymentPage } from '#outside/payments/payment-page.ts'
import { openSecrets } from '#outside/secrets.ts'
import { createAccount } from '#use-cases/account/registration/create-account.ts'
import { begun, decided, signed } from '#use-cases/application/reasons.fixture.ts'
import type { DeskWorld } from '#use-cases/case/desk.fixture.ts'
import type { ApprovalChoice } from '#use-cases/decisions/approval-plan.ts'
import { must, onDecision, onEnrollment } from '#use-cases/decisions/decisions.fixture.ts'
import { issueDecision } from '#use-cases/decisions/issue-decision.ts'
import { prepareDecision } from '#use-cases/decisions/prepare-decision.ts'
import { payAtOnce } from '#use-cases/fee/pay-at-once.ts'
import { setFeeAmount } from '#use-cases/fee/set-amount.ts'
import { setRevalidationDate } from '#use-cases/time/set-revalidation-date.ts'
import { en } from '#words/index.ts'
import { running } from '../../support/identity.ts'
import { openStage, type Stage } from '../portal.ts'
import { signInByApp } from '../steps/account.ts'
import { type Filer, inRegistry, isPerson, nameOf, npiOf, signerOf } from './cast.ts'

const KEY = '5d'.repeat(32)
const SEED = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PZ2'

export interface Cast {
  readonly filer: Filer
  /** The people of the use-cases: who files, who reviews, who decides. */
  readonly world: DeskWorld
}
export interface Family {
  readonly stage: Stage
  readonly db: Db
  readonly pool: Connection['pool']
  /** Gives them a line in the NPI registry and an account. */
  cast(filer: Filer, at: Date): Promise<Cast>
  /** An enrollment that was applied for and approved at that time; returns its number. */
  record(cast: Cast, at: Date, otherwise?: (file: File) => File): Promise<string>
  /** The desk asks for its revalidation by that day. */
  askRevalidation(cast: Cast, enrollmentId: string, due: Day, at: Date): Promise<void>
  /** The desk deactivates it, in two hands, for want of claims. */
  deactivate(cast: Cast, enrollmentId: string, at: Date): Promise<void>
  /** The desk takes, screens, recommends and approves. */
  approve(cast: Cast, applicationId: string, at: Date, choice?: ApprovalChoice): Promise<string>
  signIn(page: Page, loginId: string): Promise<void>
  close(): Promise<void>
}

export async function openFamily(at: Date): Promise<Family> {
  const stage = await openStage(at, () => ({ MASTER_KEY: KEY }))
  const master = Buffer.from(KEY, 'hex')
  const connection = connect(stage.databaseUrl, openVault(master, undefined), 3)
  const { db } = connection
  const secrets = openSecrets(master)
  const passwords = openPasswords(secrets.pepper, testCost)
  const payments = paymentPage(undefined, { origin: stage.origin, demo: true }, secrets)!
  const site = authorize(systemActor, 'registry.manage', { id: 'site' })
  if (!site.ok) throw new Error('the system sets amounts')
  await must(setFeeAmount(db, site.value, { year: at.getUTCFullYear(), cents: 75_000, cite: 'Invented' }))
  const staff = async (loginId: string): Promise<Actor> => {
    const { role, party } = demoAccounts.find((a) => a.loginId === loginId)!
    return { userId: await userId(db, loginId), memberships: [{ role, partyId: party }] }
  }

  async function cast(filer: Filer, now: Date): Promise<Cast> {
    await intoRegistry(db, filer)
    const enrolleeId = randomUUID()
    const kind = isPerson(filer.form) ? 'individual' : 'organization'
    await open(db)
      .insertInto('enrollee')
      .values({
        id: enrolleeId,
        kind,
        npi: npiOf(filer),
        display_name: nameOf(filer),
        practice: '{}',
        created_at: now,
      })
      .execute()
    const role = kind === 'individual' ? 'individual-provider' : 'authorized-official'
    const memberships = [{ role, partyId: enrolleeId }] as const
    const account = {
      loginId: filer.loginId,
      displayName: signerOf(filer),
      password: DEMO_PASSWORD,
      email: `${filer.loginId}@family.example`,
      totpSeed: SEED,
      memberships,
    }
    const made = await createAccount(db, running, { secrets, passwords }, account, now)
    if (!made.ok) throw new Error(made.problem.code)
    const vega: Actor = { userId: made.value.userId, memberships }
    const [analyst, otherAnalyst] = [await staff('analyst.ada'), await staff('analyst.ben')]
    const supervisor = await staff('super.carla')
    const auditor = await staff('auditor.gia')
    return { filer, world: { analyst, otherAnalyst, supervisor, stranger: auditor, auditor, vega, enrolleeId } }
  }

  async function record({ filer, world }: Cast, now: Date, otherwise = (file: File) => file): Promise<string> {
    const id = await begun(db, world, filer.form, otherwise(filer.file), now)
    const paid = await payAtOnce(db, world.vega, id, { payments, origin: stage.origin, words: en }, now)
    if (!paid.ok && paid.problem.code !== 'fee-not-open') throw new Error(paid.problem.code)
    await signed(db, world.vega, id, now)
    const { tieIn } = filer
    return decided(db, world, id, now, tieIn && { delay: 'none', ...tieIn, effectiveOn: day(tieIn.effectiveOn) })
  }

  return {
    stage,
    db,
    pool: connection.pool,
    cast,
    record,
    async askRevalidation({ world }, enrollmentId, due, now) {
      const permit = await onEnrollment(db, world.analyst, 'enrollment.prepare-decision', enrollmentId)
      await must(setRevalidationDate(db, permit, { dueOn: due, reason: 'It is asked for in this round.' }, now))
    },
    async deactivate({ world }, enrollmentId, now) {
      const decision = { kind: 'deactivate', reasons: ['not-billing'], found: 'The last claim is a year old.' } as const
      const preparing = await onEnrollment(db, world.analyst, 'enrollment.prepare-decision', enrollmentId)
      const decisionId = await must(prepareDecision(db, preparing, decision, en, now))
      await must(issueDecision(db, await onDecision(db, world.supervisor, 'enrollment.decide', decisionId), en, now))
    },
    approve: ({ world }, id, now, choice) => decided(db, world, id, now, choice),
    async signIn(page, loginId) {
      const known = demoAccounts.find((a) => a.loginId === loginId)
      const who = { loginId, password: DEMO_PASSWORD, totpSeed: known?.totpSeed ?? SEED }
      await signInByApp(stage, page, who)
    },
    async close() {
      await connection.close()
      await stage.close()
    },
  }
}

const userId = async (db: Db, loginId: string): Promise<string> =>
  (await open(db).selectFrom('app_user').select('id').where('login_id', '=', loginId).executeTakeFirstOrThrow()).id

/** Over what the demonstration has under the number, when it has one. */
async function intoRegistry(db: Db, filer: Filer): Promise<void> {
  const detail = inRegistry(filer)
  const k = open(db)
  const { id } = await k
    .selectFrom('source_import')
    .select('id')
    .where('source', '=', 'nppes')
    .where('status', '=', 'current')
    .executeTakeFirstOrThrow()
  await k.deleteFrom('registry_provider').where('import_id', '=', id).where('npi', '=', detail.npi).execute()
  await k
    .insertInto('registry_provider')
    .values({
      import_id: id,
      npi: detail.npi,
      entity_type: detail.entityType ?? null,
      name_key: (detail.person?.last ?? detail.organization ?? '').toUpperCase(),
      first_key: (detail.person?.first ?? '').toUpperCase(),
      state: detail.practice?.state ?? '',
      city_key: '',
      deactivated_on: null,
      reactivated_on: null,
      detail: JSON.stringify(detail),
    })
    .execute()
}
