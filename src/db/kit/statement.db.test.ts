import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { transact } from '../records/transact.ts'
import { type At, statement, withDates } from './statement.ts'

let made: TestDatabase
beforeAll(async () => {
  made = await testDatabase()
  await made.pool.query(`create table thing (id int primary key, name text, at timestamptz)`)
  await made.pool.query(`insert into thing values (1, 'one', '2026-03-01T10:00:00.123Z'), (2, 'two', null)`)
})
afterAll(() => made.close())

const things = statement((k, at: At<{ ids: readonly number[]; but: string }>) => {
  const query = sql<{ id: number; name: string }>`
    select * from thing where id = any(${at('ids')}::int[]) and name <> ${at('but')} and id < ${100} order by id`
  return { compile: () => query.compile(k) }
})

test('is given its values by name, as often as wanted, on the pool and inside a transaction', async () => {
  const names = async (ids: readonly number[], but = '') => (await things(made.db, { ids, but })).map((t) => t.name)
  expect(await names([1, 2])).toEqual(['one', 'two'])
  expect(await names([2])).toEqual(['two'])
  expect(await names([])).toEqual([])
  expect(await names([1, 2], 'one')).toEqual(['two'])
  expect(await transact(made.db, (tx) => things(tx, { ids: [1], but: '' }))).toMatchObject([{ name: 'one' }])
})

test('goes on after its table was altered under it', async () => {
  for (let i = 0; i < 8; i++) await things(made.db, { ids: [1], but: '' })
  await made.pool.query('alter table thing add column more text')
  for (let i = 0; i < 8; i++) expect(await things(made.db, { ids: [1], but: '' })).toMatchObject([{ more: null }])
})

test('instants of JSON rows are dates again, and what is absent stays absent', async () => {
  const { rows } = await made.pool.query(`select json_agg(t order by id) as all from thing t`)
  const found = rows[0].all.map((r: { at: string | null }) => withDates(r, ['at']))
  expect(found).toMatchObject([{ at: new Date('2026-03-01T10:00:00.123Z') }, { at: null }])
})
