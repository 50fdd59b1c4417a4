import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callerOf } from '#db/queries/api/caller.ts'
import { ensureOrganization } from '#db/records/delegation/organizations.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { BRIGHTLINE, ELM_STREET } from './delegates.ts'
import { demoPrograms, seedPrograms } from './programs.ts'

let t: TestDatabase
const now = new Date('2026-03-01T15:00:00Z')
beforeAll(async () => {
  t = await testDatabase()
  const userId = randomUUID()
  await t.pool.query(
    `insert into app_user (id, login_id, status, display_name, created_at) values ($1, 'boss', 'active', 'Boss', now())`,
    [userId],
  )
  for (const [name, taxId] of [
    [BRIGHTLINE, '080000777'],
    [ELM_STREET, '080000778'],
  ] as const) {
    const { id } = await ensureOrganization(t.db, { kind: 'provider', name, taxId }, now)
    await t.pool.query(
      `insert into membership (id, user_id, role, party_id, status, valid_from) values (gen_random_uuid(), $1, 'authorized-official', $2, 'active', $3)`,
      [userId, id, now],
    )
  }
})
afterAll(() => t.close())

test('every key of the demonstration works, for what the document says', async () => {
  await seedPrograms(t.db, now)
  expect(demoPrograms).toHaveLength(3)
  for (const p of demoPrograms) expect((await callerOf(t.db, p.key, now))?.scopes).toEqual(p.scopes)
})
