/** A demonstration database for the bench, with a signed-in practitioner in the middle of an application. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from '#db/kit/connect.ts'
import { migrate } from '#db/kit/migrate.ts'
import { open } from '#db/kit/open.ts'
import { openVault } from '#db/kit/vault.ts'
import { insertSession } from '#db/records/access/sessions.ts'
import { saveItem } from '#db/records/application/application-items.ts'
import { insertApplication } from '#db/records/application/applications.ts'
import { transact } from '#db/records/transact.ts'
import { seedDemo } from '#demo/seed.ts'
import { type Action, type Actor, authorize, type Permit, type Subject } from '#domain/access/policy.ts'
import { cms855i } from '#forms/cms855i/index.ts'
import { splitRestricted } from '#forms/kit/answers.ts'
import { sectionOf } from '#forms/kit/form.ts'
import { systemClock } from '#outside/clock.ts'
import { ensureDatabase, repositoryRoot, startEmbeddedPostgres } from '#outside/embedded-postgres/embedded-postgres.ts'
import { openPasswords, testCost } from '#outside/passwords.ts'
import { openSecrets } from '#outside/secrets.ts'
import { drVega } from '#test/people/dr-vega.ts'

/** The key of a database that lives for two minutes. */
export const masterKey = new Uint8Array(32).fill(9)
const DATABASE = 'openpecos_bench'

export interface World {
  readonly url: string
  readonly folder: string
  readonly session: string
  readonly applicationId: string
  /** Whose application it is. */
  readonly actor: Actor
  /** An enrolled NPI that is in the registry. */
  readonly npi: string
}

export interface Made {
  readonly world: World
  stop(): Promise<void>
}

export async function makeWorld(): Promise<Made> {
  const folder = mkdtempSync(join(tmpdir(), 'openpecos-bench-'))
  chmodSync(folder, 0o711)
  const postgres = await startEmbeddedPostgres(folder)
  const stop = async () => {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await ensureDatabase(postgres.url('postgres'), DATABASE)
    const url = postgres.url(DATABASE)
    return { world: { url, folder, ...(await fill(url, folder)) }, stop }
  } catch (fault) {
    await stop()
    throw fault
  }
}

export const permitOf = <A extends Action>(actor: Actor, action: A, subject: Subject): Permit<A> => {
  const permit = authorize(actor, action, subject)
  if (!permit.ok) throw new Error(`bench: ${action} is refused`)
  return permit.value
}

async function fill(url: string, folder: string): Promise<Omit<World, 'url' | 'folder'>> {
  const connection = connect(url, openVault(masterKey))
  const { db } = connection
  try {
    await migrate(connection.pool, join(repositoryRoot(), 'sql/migrations'))
    const secrets = openSecrets(masterKey)
    const identity = { secrets, passwords: openPasswords(secrets.pepper, testCost) }
    await seedDemo(db, { identity, clock: systemClock, dataDir: folder, small: false, log: () => {} })
    const now = systemClock.now()
    const rosa = await open(db)
      .selectFrom('app_user as u')
      .innerJoin('membership as m', 'm.user_id', 'u.id')
      .select(['u.id', 'm.party_id'])
      .where('u.login_id', '=', 'rosa.vega')
      .where('m.role', '=', 'individual-provider')
      .executeTakeFirstOrThrow()
    const actor: Actor = {
      userId: rosa.id,
      memberships: [{ role: 'individual-provider', partyId: rosa.party_id }],
    }
    const mayStart = permitOf(actor, 'application.start', { id: rosa.party_id, enrolleeId: rosa.party_id })
    const applicationId = await transact(db, async (tx) => {
      const draft = { form: cms855i.id, edition: cms855i.edition, reason: 'initial' as const, state: 'IL' }
      const id = await insertApplication(
        tx,
        mayStart,
        { ...draft, contractorId: 'lakes', signerId: rosa.id, prefilled: [] },
        now,
      )
      for (const [sectionId, items] of Object.entries(drVega))
        for (const item of items) {
          const halves = splitRestricted(sectionOf(cms855i, sectionId)!, item.answers)
          const saved = await saveItem(
            tx,
            id,
            { sectionId, itemId: item.id, ...halves, seenVersion: undefined },
            actor,
            now,
          )
          if (!saved.ok) throw new Error(saved.problem.code)
        }
      return id
    })
    const session = 'bench-session-token'
    const factors = { aal: 2 as const, methods: ['password', 'app'], phishingResistant: false }
    const from = { ip: '127.0.0.1', userAgent: 'bench', deviceId: undefined }
    await insertSession(db, { token: session, userId: rosa.id, ...factors, ...from }, now)
    const enrolled = await open(db)
      .selectFrom('enrollment as n')
      .innerJoin('enrollee as e', 'e.id', 'n.enrollee_id')
      .innerJoin('registry_provider as r', 'r.npi', 'e.npi')
      .select('e.npi')
      .orderBy('e.npi')
      .executeTakeFirstOrThrow()
    return { session, applicationId, actor, npi: enrolled.npi }
  } finally {
    await connection.close()
  }
}
