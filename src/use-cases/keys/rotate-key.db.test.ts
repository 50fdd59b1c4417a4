/** A rotation of the master key over a filed application with a stored file, killed in its middle and run again. */
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Connection, connect } from '#db/kit/connect.ts'
import { openVault } from '#db/kit/vault.ts'
import { checkSealed } from '#db/queries/backup/sealed-values.ts'
import { sealDocument } from '#db/records/application/documents.ts'
import { taxIdIndex } from '#db/records/enrollment/enrollees.ts'
import { authorize } from '#domain/access/policy.ts'
import { openAuditSigner } from '#outside/audit-signer.ts'
import { folderFiles } from '#outside/files/folder-files.ts'
import { openPasswords, testCost } from '#outside/passwords.ts'
import { openSecrets } from '#outside/secrets.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { recoveryMac, recoveryMacs } from '#use-cases/account/methods/recovery-codes.ts'
import { seedDesk } from '#use-cases/case/desk.fixture.ts'
import { fileApplication } from '#use-cases/case/filed.fixture.ts'
import { rotateKey } from './rotate-key.ts'
import { settleKeys } from './settle-keys.ts'

const now = new Date('2026-11-25T15:00:00Z')
const key = (n: number) => new Uint8Array(32).fill(n)
const [oldKey, newKey, newest, stranger] = [key(7), key(8), key(9), key(6)]
const folder = mkdtempSync(join(tmpdir(), 'rotate-'))
const files = folderFiles(folder)
const operator = authorize(
  { userId: 'command-line', memberships: [{ role: 'operator', partyId: 'system' }] },
  'registry.manage',
  { id: 'installation' },
)
if (!operator.ok) throw new Error('an operator may')
const permit = operator.value
let t: TestDatabase
const opened: Connection[] = []

beforeAll(async () => {
  t = await testDatabase()
  await settleKeys(t.db, { current: oldKey, previous: undefined }, now)
  const world = await seedDesk(t.db, now)
  const ids = [await fileApplication(t.db, world, now)]
  for (const id of ids) {
    const documentId = randomUUID()
    const storedAs = await files.put(sealDocument(t.db, documentId, Buffer.from('a diploma')))
    await t.pool.query(
      `insert into document (id, application_id, slot, file_name, media_type, bytes, sha256, stored_as, added_by, added_at)
       values ($1, $2, 'x', 'a', 'text/plain', 9, 'x', $3, $4, $5)`,
      [documentId, id, storedAs, randomUUID(), now],
    )
  }
})
afterAll(async () => {
  for (const c of opened) await c.close().catch(() => {})
  await t.close()
  rmSync(folder, { recursive: true })
})

function under(current: Uint8Array, previous?: Uint8Array): Connection {
  const connection = connect(t.url, openVault(current, previous), 2)
  opened.push(connection)
  return connection
}
const settle = (c: Connection, current: Uint8Array, previous?: Uint8Array) =>
  settleKeys(c.db, { current, previous }, now)

async function counts(c: Connection) {
  const sum = { opened: 0, former: 0, failed: 0 }
  for await (const k of checkSealed(c.db, permit, files.get)) {
    sum.opened += k.opened
    sum.former += k.former
    sum.failed += k.failed
  }
  return sum
}

/** Runs it in a process of its own; with a table, kills it where it waits to write there. */
async function rotation(killedAt?: string): Promise<string> {
  const program = new URL('./rotate-now.fixture.ts', import.meta.url).pathname
  const holder = new pg.Client({ connectionString: t.url })
  await holder.connect()
  await holder.query('begin')
  if (killedAt) await holder.query(`lock table ${killedAt} in share row exclusive mode`)
  const child = spawn(process.execPath, [program, t.url, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  let printed = ''
  child.stdout.on('data', (text: Buffer) => {
    printed += text.toString()
  })
  const gone = new Promise((done) => child.once('exit', done))
  if (killedAt) {
    for (let i = 0; ; i++) {
      const waits = await holder.query('select 1 from pg_locks where not granted and relation = $1::regclass', [
        killedAt,
      ])
      if (waits.rowCount) break
      if (child.exitCode !== null || i > 1500) throw new Error('it did not come so far')
      await new Promise((r) => setTimeout(r, 10))
    }
    child.kill('SIGKILL')
  }
  await gone
  await holder.query('rollback')
  await holder.end()
  return printed.trim().split('\n').at(-1)!
}

test('a portal that still seals with the former key is not overtaken', async () => {
  await t.pool.query('select 1')
  expect(JSON.parse(await rotation())).toMatchObject({ is: 'in-use' })
  // Nothing was touched: the key without the new one still opens everything.
  expect(await counts(t)).toMatchObject({ former: 0, failed: 1 })
})

test('killed in its middle everything still opens; run again it goes on, and then only the new key is needed', async () => {
  const all = (await counts(t)).opened + 1
  const watch = new pg.Client({ connectionString: t.url })
  await watch.connect()
  // The pool of the test is a portal with the former key: it lets go.
  await watch.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name like 'openpecos key%'",
  )
  await watch.end()
  await rotation('section_answers')
  const both = under(newKey, oldKey)
  const half = await counts(both)
  expect(half).toMatchObject({ opened: all, failed: 0 })
  expect(half.former).toBeGreaterThan(0)
  expect(half.former).toBeLessThan(all)
  const done = JSON.parse(await rotation()) as { is: string; resealed: number }
  expect(done).toMatchObject({ is: 'done', resealed: half.former })
  const only = under(newKey)
  expect(await counts(only)).toEqual({ opened: all, former: 0, failed: 0 })
  const { rows } = await only.pool.query("select action, detail from staff_event where action = 'admin.rotate-key'")
  expect(rows).toEqual([
    { action: 'admin.rotate-key', detail: { retired: openVault(oldKey).keyId, resealed: half.former } },
  ])
  expect(await rotateKey(only.db, permit, { files, actorId: 'x', told: () => {} }, now)).toEqual({
    is: 'nothing-to-do',
  })
})

test('what was made under the former key is found, opened and verified without it, after a second rotation too', async () => {
  const index = taxIdIndex(t.db, '912345678')
  const [before, password] = [openSecrets(oldKey), 'tunnel lantern oyster']
  const hashed = await openPasswords(before.pepper, testCost).hash(password)
  const signed = openAuditSigner(before.audit)
  const again = under(newest, newKey)
  await settle(again, newest, newKey)
  const second = await rotateKey(again.db, permit, { files, actorId: 'x', told: () => {} }, now)
  // The connections of the tests above count as a portal with the key before.
  expect(second).toMatchObject({ is: 'in-use' })
  await Promise.all(opened.filter((c) => c !== again).map((c) => c.close()))
  // Their server processes notice a moment later.
  await expect
    .poll(() => rotateKey(again.db, permit, { files, actorId: 'x', told: () => {} }, now).then((r) => r.is))
    .toBe('done')

  const only = under(newest)
  const earlier = await settle(only, newest)
  expect(earlier).toHaveLength(2)
  const secrets = openSecrets(newest, earlier)
  expect(taxIdIndex(only.db, '912345678')).toBe(index)
  const passwords = openPasswords(secrets.pepper, testCost, { earlier: earlier.map((e) => e.pepper) })
  expect(await passwords.verify(hashed.ok ? hashed.value : '', password)).toMatchObject({ value: 'previous' })
  expect(recoveryMacs(secrets, 'u', 'ABCD')).toContain(recoveryMac(before, 'u', 'ABCD'))
  expect(openAuditSigner(secrets.audit).verifies('x', signed.keyId, signed.sign('x'))).toBe(true)
})

test('a retired key, a foreign key and a former key that is set alone do not start', async () => {
  await expect(settle(under(oldKey), oldKey)).rejects.toThrow(/retired on 2026-11-25/)
  await expect(settle(under(stranger), stranger)).rejects.toThrow(/not the key of this database/)
  await expect(settle(under(newKey, newest), newKey, newest)).rejects.toThrow(/retired/)
})

test('a key that is set ahead of its time only opens', async () => {
  const ahead = under(newest, stranger)
  expect(await settle(ahead, newest, stranger)).toHaveLength(2)
  const { rows } = await ahead.pool.query('select count(*)::int as n from sealing_key')
  expect(rows).toEqual([{ n: 3 }])
})
