/** `backup`, `restore` and `keys verify` as an operator runs them, over a database with a case and a stored file. */
import { randomUUID } from 'node:crypto'
import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { connect } from '#db/kit/connect.ts'
import { open } from '#db/kit/open.ts'
import { openVault } from '#db/kit/vault.ts'
import { sealedColumns, sealedFiles } from '#db/queries/backup/sealed-kinds.ts'
import { sealDocument } from '#db/records/application/documents.ts'
import { attachPartitions, makePartitions } from '#db/records/registry/bulk/partitions.ts'
import { type Actor, authorize } from '#domain/access/policy.ts'
import { openAuditSigner } from '#outside/audit-signer.ts'
import { folderFiles } from '#outside/files/folder-files.ts'
import { openSecrets } from '#outside/secrets.ts'
import { type TestDatabase, testDatabase, testVault } from '#test/support/database.ts'
import { chainAudit } from '#use-cases/audit/chain-audit.ts'
import { seedDesk } from '#use-cases/case/desk.fixture.ts'
import { fileApplication } from '#use-cases/case/filed.fixture.ts'
import { backup } from './backup.ts'
import { type KeepingContext, openScratch } from './context.ts'
import { keys } from './keys.ts'
import { restore } from './restore.ts'

const now = new Date('2026-11-25T15:00:00Z')
const base = mkdtempSync(join(tmpdir(), 'backup-'))
const kept = join(base, 'kept')
const files = folderFiles(join(base, 'files'))
const secrets = openSecrets(new Uint8Array(32).fill(7))
const actor: Actor = { userId: 'command-line', memberships: [{ role: 'operator', partyId: 'system' }] }
const paper = Buffer.from('a diploma')
const documentId = randomUUID()
let source: TestDatabase
let storedAs = ''
let printed: string[] = []

beforeAll(async () => {
  source = await testDatabase()
  const k = open(source.db)
  const applicationId = await fileApplication(source.db, await seedDesk(source.db, now), now)
  storedAs = await files.put(sealDocument(source.db, documentId, paper))
  await sql`insert into document (id, application_id, slot, file_name, media_type, bytes, sha256, stored_as, added_by, added_at)
    values (${documentId}, ${applicationId}, 'x', ${'tab\tline\nback\\slash'}, 'text/plain', 9, 'x', ${storedAs}, ${randomUUID()}, ${now})`.execute(
    k,
  )
  // One load of the registry that readers find, one that is being read.
  const operator = authorize(actor, 'registry.manage', { id: 'registry' })
  const auditor = authorize(actor, 'audit.view', { id: 'audit' })
  if (!operator.ok || !auditor.ok) throw new Error('an operator may')
  const [loaded, loading] = [randomUUID(), randomUUID()]
  for (const id of [loaded, loading]) {
    await makePartitions(source.db, id)
    await sql`insert into ${sql.table(`registry_near_word_${id.replaceAll('-', '')}`)} values (${id}, 'a', 'b')`.execute(
      k,
    )
  }
  await attachPartitions(source.db, operator.value, loaded)
  await chainAudit(source.db, auditor.value, openAuditSigner(secrets.audit), now)
  await run(source, 'backup', kept)
})
afterAll(async () => {
  await source.close()
  rmSync(base, { recursive: true })
})
beforeEach(() => {
  printed = []
})
afterEach(() => {
  process.exitCode = undefined
})

async function run(t: Pick<TestDatabase, 'db'>, ...args: string[]): Promise<void> {
  const program = new Command().exitOverride().configureOutput({ writeErr: () => {} })
  const say = (line: string) => void printed.push(line)
  const context = async (): Promise<KeepingContext> => ({
    db: t.db,
    clock: { now: () => now },
    actor,
    secrets,
    files,
    product: 'OpenPECOS',
    scratch: () => openScratch(source.url, testVault),
    out: say,
    err: say,
    close: async () => {},
  })
  backup(program, context)
  restore(program, context)
  keys(program, context)
  await program.parseAsync(args, { from: 'user' })
}

const scratches = async (): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from pg_database where datname like 'openpecos_scratch_%'`.execute(open(source.db))
  return rows[0]!.n
}

test('a backup is tried in a database of its own, which is dropped', async () => {
  const before = await scratches()
  await run(source, 'restore', kept, '--verify')
  expect(printed.join('\n')).toMatch(/can be restored: .* sealed values open, .* rows of the audit log verify/)
  expect(process.exitCode).toBeUndefined()
  expect(await scratches()).toBe(before)
})

test('what is restored is what was there, its files too, and counters go on', async () => {
  const target = await testDatabase()
  try {
    await files.remove(storedAs)
    await run(target, 'restore', kept)
    expect(printed.join('\n')).toContain('Restored as of 2026-11-25T15:00:00.000Z')
    const again = join(base, 'again')
    await run(target, 'backup', again)
    const manifest = (folder: string) => JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
    const byName = (folder: string) =>
      manifest(folder).tables.map((t: { name: string; rows: number }) => [t.name, t.rows])
    expect(byName(again)).toEqual(byName(kept))
    expect(manifest(again).partitions).toEqual(manifest(kept).partitions)
    const { rows } = await sql<{ file_name: string }>`select file_name from document`.execute(open(target.db))
    expect(rows).toEqual([{ file_name: 'tab\tline\nback\\slash' }])
    expect(testVault.unseal(`document|file|${documentId}`, await files.get(storedAs))).toEqual(paper)
    const foreignKeys = sql<{ n: number }>`select count(*)::int as n from pg_constraint where contype = 'f'`
    expect((await foreignKeys.execute(open(target.db))).rows).toEqual((await foreignKeys.execute(open(source.db))).rows)
    printed = []
    await run(target, 'restore', kept)
    expect(printed.join()).toContain('The database is in use')
    expect(process.exitCode).toBe(1)
  } finally {
    await target.close()
  }
})

test('keys verify counts by kind, and names the kind that does not open', async () => {
  await run(source, 'keys', 'verify')
  expect(printed).toContainEqual(expect.stringMatching(/^document\.stored_as +1 open$/))
  expect(printed.at(-1)).toMatch(/^All \d+ sealed values open/)
  expect(process.exitCode).toBeUndefined()
  printed = []
  const other = connect(source.url, openVault(new Uint8Array(32).fill(8)), 2)
  await run(other, 'keys', 'verify').finally(() => other.close())
  expect(printed).toContainEqual(expect.stringMatching(/^submission\.sealed_document +0 open, 1 do not$/))
  expect(process.exitCode).toBe(1)
  printed = []
  const rotated = connect(source.url, openVault(new Uint8Array(32).fill(8), new Uint8Array(32).fill(7)), 2)
  await run(rotated, 'keys', 'verify').finally(() => rotated.close())
  expect(printed.at(-2)).toMatch(/^All \d+ sealed values open/)
  expect(printed.at(-1)).toContain('still under the former key')
})

test('refusals: a folder in use, no backup, another key, a damaged part', async () => {
  await run(source, 'backup', kept)
  await run(source, 'restore', base)
  const other = connect(source.url, openVault(new Uint8Array(32).fill(8)), 2)
  await run(other, 'restore', kept).finally(() => other.close())
  const damaged = join(base, 'damaged')
  cpSync(kept, damaged, { recursive: true })
  writeFileSync(join(damaged, 'tables/submission.gz'), 'x')
  copyFileSync(join(damaged, 'manifest.json'), join(damaged, 'files', storedAs.slice(0, 2), storedAs))
  await run(source, 'restore', damaged)
  expect(printed).toEqual([
    expect.stringContaining('is not empty'),
    expect.stringContaining('no manifest.json'),
    expect.stringContaining('another master key'),
    expect.stringContaining(`damaged: tables/submission.gz, files/${storedAs} are missing or altered`),
  ])
  expect(process.exitCode).toBe(1)
})

test('every sealed column and every name of a stored file is known to the check', async () => {
  const { rows } = await sql<{ of: string }>`
    select table_name || '.' || column_name as of from information_schema.columns
    where table_schema = 'public' and (column_name like '%stored_as' or data_type = 'bytea'
      and (column_name like '%sealed%' or column_name = 'restricted'))
    order by 1`.execute(open(source.db))
  const known = [...sealedColumns, ...sealedFiles].map((s) => `${s.table}.${s.column}`)
  expect(rows.map((r) => r.of)).toEqual(known.sort())
})
