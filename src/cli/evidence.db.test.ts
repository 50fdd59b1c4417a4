/** `evidence export` and `evidence key` over a database, `evidence verify` without one, `rules try` as an operator runs it. */
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { open } from '#db/kit/open.ts'
import { movableClock } from '#outside/clock.ts'
import { folderFiles } from '#outside/files/folder-files.ts'
import { openSecrets } from '#outside/secrets.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { type DeskWorld, seedDesk } from '#use-cases/case/desk.fixture.ts'
import { fileApplication, permitFor } from '#use-cases/case/filed.fixture.ts'
import { seedLists } from '#use-cases/case/lists.fixture.ts'
import { takeCase } from '#use-cases/case/take-case.ts'
import { screenApplication } from '#use-cases/screening/screen-application.ts'
import type { FilesContext } from './context.ts'
import { evidence } from './evidence.ts'
import { rules } from './rules.ts'

const now = new Date('2026-11-25T15:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'evidence-cli-'))
let database: TestDatabase
let world: DeskWorld
let tracking = ''
let printed: string[] = []

beforeAll(async () => {
  database = await testDatabase()
  world = await seedDesk(database.db, now)
  await seedLists(database.db, now)
  const id = await fileApplication(database.db, world, now)
  const permit = await permitFor(database.db, world.analyst, 'application.review', id)
  await takeCase(database.db, permit, now)
  await screenApplication(database.db, permit, now)
  const row = await open(database.db).selectFrom('application').select('tracking_number').executeTakeFirstOrThrow()
  tracking = row.tracking_number ?? ''
})
afterAll(() => database.close())
beforeEach(() => {
  printed = []
  vi.spyOn(process.stdout, 'write').mockImplementation((line) => printed.push(String(line).trim()) > 0)
})
afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = undefined
})

const context = async (role: 'operator' | 'mac-analyst' = 'operator'): Promise<FilesContext> => ({
  db: database.db,
  clock: movableClock(),
  secrets: openSecrets(new Uint8Array(32).fill(9)),
  files: folderFiles(folder),
  product: 'OpenPECOS',
  actor: { userId: 'command-line', memberships: [{ role, partyId: 'system' }] },
  out: (line) => printed.push(line),
  err: (line) => printed.push(line),
  close: async () => {},
})
const none = async (): Promise<FilesContext> => {
  throw new Error('there is no database here')
}
async function run(opening: () => Promise<FilesContext>, ...args: string[]): Promise<string> {
  const program = new Command().exitOverride()
  evidence(program, opening)
  rules(program, opening)
  await program.parseAsync(args, { from: 'user' })
  return printed.join('\n')
}

test('a bundle is exported, noted, and verified without a database', async () => {
  const [bundle, key] = [join(folder, 'b.zip'), join(folder, 'key.pem')]
  await run(context, 'evidence', 'export', tracking, '--to', bundle)
  expect(process.exitCode).toBeUndefined()
  expect(existsSync(`${bundle}.part`)).toBe(false)
  printed = []
  writeFileSync(key, `${await run(context, 'evidence', 'key')}\n`)
  printed = []
  expect(await run(none, 'evidence', 'verify', bundle, '--key', key)).toMatch(/^Good: /)
  const noted = await open(database.db).selectFrom('access_record').selectAll().execute()
  expect(noted).toMatchObject([{ action: 'case.view', actor_id: 'command-line', outcome: 'done' }])
  const bytes = readFileSync(bundle)
  bytes[Math.floor(bytes.length / 3)]! ^= 255
  writeFileSync(bundle, bytes)
  printed = []
  expect(await run(none, 'evidence', 'verify', bundle, '--json')).toMatch(/"ok":false,"firstBad":\{"file":"[^"]+"/)
  expect(process.exitCode).toBe(1)
})

test('an application that is not there, and who may not', async () => {
  expect(await run(context, 'evidence', 'export', 'NONE')).toContain('NONE')
  expect(process.exitCode).toBe(1)
  await run(() => context('mac-analyst'), 'evidence', 'export', tracking)
  expect(process.exitCode).toBe(3)
})

test('rules are tried, and a change that is none is a wrong use', async () => {
  expect(await run(context, 'rules', 'try', '--since', '2026-01-01', '--param', 'fresh-days=10')).toMatch(
    /1 file: 0 pass everything now, 0 would. 1 would/,
  )
  printed = []
  expect(await run(context, 'rules', 'try', '--since', '2026-01-01', '--param', 'match.possible=1')).toContain('12')
  expect(process.exitCode).toBe(2)
})
