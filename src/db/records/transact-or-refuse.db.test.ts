/** A refusal leaves nothing behind: alone, and inside the transaction of a form that acts once. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ok, refuse } from '#domain/result.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { findSetting, saveSetting } from './settings.ts'
import { transact } from './transact.ts'
import { transactOrRefuse } from './transact-or-refuse.ts'

let t: TestDatabase
beforeAll(async () => {
  t = await testDatabase()
})
afterAll(() => t.close())

test('what was written before a refusal is gone, whoever began the transaction; what stands around it stays', async () => {
  const refused = (name: string) => (tx: typeof t.db) =>
    transactOrRefuse(tx, async (inner) => {
      await saveSetting(inner, name, 1)
      return refuse({ code: 'stale' })
    })
  expect(await refused('alone')(t.db)).toMatchObject({ ok: false })
  const inside = await transact(t.db, async (tx) => {
    await saveSetting(tx, 'around', 1)
    const first = await refused('inside')(tx)
    const kept = await transactOrRefuse(tx, async (inner) => {
      await saveSetting(inner, 'kept', 1)
      // The caller bears this refusal, so only it is undone.
      await refused('deep')(inner)
      return ok(null)
    })
    return [first.ok, kept.ok]
  })
  expect(inside).toEqual([false, true])
  const found = await Promise.all(['alone', 'around', 'inside', 'kept', 'deep'].map((n) => findSetting(t.db, n)))
  expect(found).toEqual([undefined, 1, undefined, 1, undefined])
})
