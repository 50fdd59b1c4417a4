/**
 * kill -9 of the portal and of its database in the middle of submissions. After a start: what was acknowledged is
 * there with the number that was told, nothing is there twice, and a retry of the rest gives one submission each.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '#db/kit/connect.ts'
import { openVault } from '#db/kit/vault.ts'
import { saveItem } from '#db/records/application/application-items.ts'
import { insertApplication } from '#db/records/application/applications.ts'
import { transact } from '#db/records/transact.ts'
import { type Actor, authorize, systemActor } from '#domain/access/policy.ts'
import { dayIn } from '#domain/dates.ts'
import { stateCodes } from '#domain/party/states.ts'
import { cms855i } from '#forms/cms855i/index.ts'
import { splitRestricted } from '#forms/kit/answers.ts'
import { sectionOf } from '#forms/kit/form.ts'
import { readingOf } from '#forms/readings.ts'
import { borrowEmbeddedPostgres } from '#outside/embedded-postgres/embedded-postgres.ts'
import { openPasswords, productionCost } from '#outside/passwords.ts'
import { openSecrets } from '#outside/secrets.ts'
import { createAccount } from '#use-cases/account/registration/create-account.ts'
import { compareApplication } from '#use-cases/case/compare-application.ts'
import { explainDifference } from '#use-cases/case/explain-difference.ts'
import { drVega } from '../people/dr-vega.ts'
import { freePort } from './free-port.ts'
import { signInOverHttp } from './steps/http-sign-in.ts'

const DRAFTS = 24
const master = randomBytes(32)
const root = mkdtempSync(join(tmpdir(), 'crash-'))
chmodSync(root, 0o711)
let port = 0
let portal: ChildProcess
let drafts: readonly string[] = []
let cookie = ''
const account = {
  loginId: 'crash.tester',
  password: 'gravel orchid salute 19',
  totpSeed: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXZ',
}

beforeAll(async () => {
  port = await freePort()
  await start()
  drafts = await prepareDrafts()
  cookie = await signInOverHttp(origin(), account)
}, 120_000)
afterAll(async () => {
  const gone = new Promise((r) => portal.once('exit', r))
  portal.kill('SIGTERM')
  await gone
  rmSync(root, { recursive: true, force: true })
})

const origin = () => `http://127.0.0.1:${port}`

function spawned(key: Buffer, stderr: 'inherit' | 'pipe' = 'inherit'): ChildProcess {
  const main = new URL('../../dist/portal.mjs', import.meta.url).href
  return spawn(process.execPath, ['-e', `import(${JSON.stringify(main)}).then((m) => m.main())`], {
    env: {
      ...process.env,
      NODE_ENV: 'development',
      DATABASE_URL: '',
      PORT: String(port),
      DATA_DIR: root,
      MASTER_KEY: key.toString('hex'),
    },
    stdio: ['ignore', 'ignore', stderr],
  })
}

async function start(): Promise<void> {
  portal = spawned(master)
  for (let i = 0; i < 600; i++) {
    const ready = await fetch(`${origin()}/readyz`).catch(() => undefined)
    if (ready?.ok) return
    if (portal.exitCode !== null) throw new Error('the portal did not start')
    await new Promise((r) => setTimeout(r, 100))
  }
  throw new Error('the portal is not ready after a minute')
}

/** Complete drafts of one person, one a state, with every difference explained: each can be signed at once. */
async function prepareDrafts(): Promise<readonly string[]> {
  const { db, close } = await connection()
  const now = new Date()
  const actorFor = (enrolleeId: string): Actor => ({
    userId: userId!,
    memberships: [{ role: 'individual-provider', partyId: enrolleeId }],
  })
  const enrolleeId = (await rows<{ id: string }>("select id from enrollee where npi = '2000001117'"))[0]!.id
  const seed = authorize(systemActor, 'system.run', { id: 'test' })
  if (!seed.ok) throw new Error('the system may create accounts')
  const secrets = openSecrets(master)
  const made = await createAccount(
    db,
    seed.value,
    { secrets, passwords: openPasswords(secrets.pepper, productionCost) },
    {
      ...account,
      displayName: 'Rosa Vega',
      email: 'crash@example.com',
      memberships: [{ role: 'individual-provider', partyId: enrolleeId }],
    },
    now,
  )
  const userId = made.ok ? made.value.userId : undefined
  const permit = authorize(actorFor(enrolleeId), 'application.start', { id: enrolleeId, enrolleeId })
  if (!permit.ok || !userId) throw new Error('the account could not be made')
  const ids: string[] = []
  for (const state of stateCodes.slice(0, DRAFTS)) {
    const id = await transact(db, (tx) =>
      insertApplication(
        tx,
        permit.value,
        {
          form: 'CMS-855I',
          edition: cms855i.edition,
          reason: 'initial',
          state,
          contractorId: 'lakes',
          signerId: userId,
          prefilled: [],
        },
        now,
      ),
    )
    await transact(db, async (tx) => {
      for (const [sectionId, items] of Object.entries(drVega))
        for (const item of items) {
          const parts = splitRestricted(sectionOf(cms855i, sectionId)!, item.answers)
          await saveItem(
            tx,
            id,
            { sectionId, itemId: item.id, ...parts, seenVersion: undefined },
            permit.value.actor,
            now,
          )
        }
    })
    const edit = authorize(permit.value.actor, 'application.edit', { id, enrolleeId })
    if (!edit.ok) throw new Error('the owner may edit')
    const on = dayIn('America/Chicago', now)
    const compared = await compareApplication(db, edit.value, readingOf(cms855i.id), drVega, on)
    for (const row of compared.rows.filter((r) => r.standing === 'explain'))
      await explainDifference(db, edit.value, { key: row.key, explanation: 'The record is older than this.' }, on, now)
    ids.push(id)
  }
  await close()
  return ids
}

interface Told {
  readonly at: string
}
/** Signs one draft with its key; undefined when no answer came. */
async function sign(id: string, key: string): Promise<Told | undefined> {
  try {
    const page = await fetch(`${origin()}/applications/${id}/sign`, { headers: { cookie }, redirect: 'manual' })
    if (page.status === 303) return { at: page.headers.get('location') ?? '' }
    const html = await page.text()
    const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
    const answer = await fetch(`${origin()}/applications/${id}/sign`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        csrf: hidden('csrf'),
        sha256: hidden('sha256'),
        key,
        name: 'Rosa Maria Vega',
        agree: 'yes',
      }),
    })
    return answer.status === 303 ? { at: answer.headers.get('location') ?? '' } : undefined
  } catch {
    return undefined
  }
}

test('nothing acknowledged is lost and nothing is done twice', async () => {
  const keys = new Map(drafts.map((id) => [id, randomUUID()]))
  const acknowledged = new Map<string, string>()
  let cutOff = 0
  for (let round = 0; round < 4; round++) {
    const open = drafts.filter((id) => !acknowledged.has(id))
    let first = () => {}
    const firstAnswer = new Promise<void>((told) => {
      first = told
    })
    const postmaster = postmasterPid()
    const signing = Promise.all(
      open.map(async (id) => {
        const told = await sign(id, keys.get(id)!)
        if (!told?.at.includes('/submitted')) return cutOff++
        acknowledged.set(id, (await trackingOf(id)) ?? 'not read in time')
        return first()
      }),
    )
    // In the middle: one was acknowledged, the others are under way.
    await Promise.race([firstAnswer, signing])
    await new Promise((r) => setTimeout(r, randomInt(0, 60)))
    portal.kill('SIGKILL')
    if (round % 2 === 0) process.kill(postmaster, 'SIGKILL')
    await signing
    await start()
  }
  expect(cutOff).toBeGreaterThan(0)
  // The rest, with the same keys; the sign-in may have been cut off too.
  for (const id of drafts) if (!acknowledged.has(id)) await sign(id, keys.get(id)!)

  const stored = await rows<{
    id: string
    submissions: number
    submits: number
    tracking: string | null
    mails: number
  }>(
    `
    select a.id, a.tracking_number as tracking,
      (select count(*)::int from submission s where s.application_id = a.id) as submissions,
      (select count(*)::int from application_event e where e.application_id = a.id and e.event = 'submit') as submits,
      (select count(*)::int from message m where m.template = 'submitted' and m.body like '%' || a.id || '%') as mails
    from application a where a.id = any($1)`,
    [drafts],
  )
  expect(stored).toHaveLength(DRAFTS)
  // One mail for each of the two accounts that work for this provider.
  for (const row of stored) expect([row.id, row.submissions, row.submits, row.mails]).toEqual([row.id, 1, 1, 2])
  expect(new Set(stored.map((r) => r.tracking)).size).toBe(DRAFTS)
  for (const [id, told] of acknowledged)
    if (told !== 'not read in time') expect(stored.find((r) => r.id === id)?.tracking).toBe(told)
  expect(acknowledged.size).toBeGreaterThan(0)
}, 240_000)

const trackingOf = async (id: string): Promise<string | undefined> =>
  (
    await rows<{ tracking: string }>('select tracking_number as tracking from application where id = $1', [id]).catch(
      () => [],
    )
  )[0]?.tracking

const databaseUrl = async (): Promise<string> => {
  const borrowed = await borrowEmbeddedPostgres(root)
  if (!borrowed) throw new Error('no database is running')
  return borrowed.url('openpecos')
}
/** The first line of the pid file is the database's first process. */
const postmasterPid = (): number => Number(readFileSync(join(root, 'pg18/postmaster.pid'), 'utf8').split('\n')[0])
async function rows<R>(statement: string, values: unknown[] = []): Promise<readonly R[]> {
  const client = new pg.Client({ connectionString: await databaseUrl() })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(statement, values)).rows as R[]
  } finally {
    await client.end().catch(() => {})
  }
}
const connection = async () => connect(await databaseUrl(), openVault(master), 4)

// Last, because the portal of the tests above is stopped for it.
test('a wrong master key does not start, says so, and leaves no database running', { timeout: 60_000 }, async () => {
  const gone = new Promise((r) => portal.once('exit', r))
  portal.kill('SIGTERM')
  await gone
  const wrong = spawned(randomBytes(32), 'pipe')
  let said = ''
  wrong.stderr!.on('data', (text: Buffer) => {
    said += text.toString()
  })
  expect(await new Promise((r) => wrong.once('exit', r))).toBe(1)
  expect(said).toContain('MASTER_KEY is not the key of this database')
  expect(await borrowEmbeddedPostgres(root)).toBeUndefined()
  await start()
})
