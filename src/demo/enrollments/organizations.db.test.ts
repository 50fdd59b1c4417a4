/** Organizations in the demonstration: approved, waiting for the decision, a draft; the same however often it runs. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { open } from '#db/kit/open.ts'
import { folderFiles } from '#outside/files/folder-files.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { identity, site } from '#test/support/identity.ts'
import { en } from '#words/index.ts'
import { seedDemo } from '../seed.ts'
import { seedOrganizations } from './organizations.ts'

const now = new Date('2026-11-25T03:30:00Z')
const dataDir = mkdtempSync(join(tmpdir(), 'openpecos-demo-'))
let t: TestDatabase

beforeAll(async () => {
  t = await testDatabase()
  await seedDemo(t.db, { identity, clock: { now: () => now }, dataDir, small: true, site, log: () => {} })
  const stage = { db: t.db, files: folderFiles(join(dataDir, 'files')), site, words: en }
  for (let i = 0; i < 2; i++) await seedOrganizations(stage, { passwords: identity.passwords, now })
}, 60_000)
afterAll(async () => {
  await t.close()
  rmSync(dataDir, { recursive: true, force: true })
})

test('a group is enrolled, a nursing home waits for its number', async () => {
  const rows = await open(t.db)
    .selectFrom('application as a')
    .innerJoin('enrollee as e', 'e.id', 'a.enrollee_id')
    .leftJoin('enrollment as n', 'n.id', 'a.enrollment_id')
    .select(['a.form', 'a.status', 'e.kind', 'n.specialty'])
    .orderBy('a.form')
    .orderBy('a.status')
    .execute()
  expect(rows).toEqual([
    { form: 'CMS-855A', status: 'recommended', kind: 'organization', specialty: null },
    { form: 'CMS-855B', status: 'approved', kind: 'organization', specialty: '12-70' },
    // Of the clinic whose people the demonstration of delegation made; she goes on with it.
    { form: 'CMS-855B', status: 'draft', kind: 'organization', specialty: null },
  ])
})
