/** Nodes that start from the file of another: whole and of this database, or not at all; then caught up from the feed. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { day } from '#domain/dates.ts'
import { check } from '#domain/eligibility/verdict.ts'
import { movableClock } from '#outside/clock.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { fillDirectory, group, noteChange, vega } from '#test/support/directory.ts'
import { createEligibilityKeeper, type EligibilityKeeper } from './keep-snapshot.ts'

let t: TestDatabase
const clock = movableClock()
const folder = mkdtempSync(join(tmpdir(), 'openpecos-kept-'))
const file = join(folder, 'eligibility.snapshot')
const nodes: EligibilityKeeper[] = []
let said: string[] = []

beforeAll(async () => {
  t = await testDatabase()
  await fillDirectory(t)
  clock.moveTo(new Date('2026-03-01T15:00:00Z'))
})
afterEach(() => {
  for (const n of nodes.splice(0)) n.stop()
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await t.close()
})

/** A node that has started, and whose file, if it wrote one, is written. */
async function node(path = file, of = t) {
  said = []
  const keeper = await createEligibilityKeeper(of.db, clock, {
    pollMs: 60_000,
    file: path,
    log: (line) => said.push(line.replaceAll(folder, '')),
  })
  nodes.push(keeper)
  await keeper.kept()
  return keeper
}
const link = (k: EligibilityKeeper, npi = vega.npi) =>
  check(k.current(), { npi, on: day('2026-02-01'), role: 'billing' }).link

test('the first start builds and leaves a file for its owner only; the second starts from it and answers the same', async () => {
  const first = await node()
  expect([first.status().from, said]).toEqual(['database', []])
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const second = await node()
  expect(second.status().from).toBe('file')
  expect(said).toEqual([
    expect.stringMatching(/^eligibility: 2 enrollments from \/eligibility.snapshot, up to change \d+, /),
  ])
  expect(second.current()).toEqual(first.current())
  expect(second.status().tag).toBe(first.status().tag)
})

test('what was decided since the file was written is there when the node has started, and followed from then on', async () => {
  await t.pool.query(`update enrollment_period set status = 'revoked' where enrollment_id = $1`, [vega.enrollmentId])
  await noteChange(t.pool, vega.enrollmentId)
  const k = await node()
  expect([k.status().from, link(k), link(k, group.npi)]).toEqual(['file', 'revoked', 'all-held'])
  await t.pool.query(`update enrollment_period set status = 'approved' where enrollment_id = $1`, [vega.enrollmentId])
  await noteChange(t.pool, vega.enrollmentId)
  await k.refreshNow()
  expect(link(k)).toBe('all-held')
})

test('a change that committed late, with a number below that of the file, is not lost', async () => {
  const late = await t.pool.connect()
  await late.query('begin')
  await late.query(`insert into enrollment_change (enrollment_id, at) values ($1, now())`, [vega.enrollmentId])
  await late.query(`update enrollment_period set status = 'revoked' where enrollment_id = $1`, [vega.enrollmentId])
  await noteChange(t.pool, group.enrollmentId)
  const path = join(folder, 'late.snapshot')
  expect(link(await node(path))).toBe('all-held')
  await late.query('commit')
  late.release()
  const k = await node(path)
  expect([k.status().from, link(k)]).toEqual(['file', 'revoked'])
})

test.each<[string, (whole: Buffer) => Buffer, RegExp]>([
  [
    'one bit is wrong',
    (w) => {
      const at = Math.trunc(w.length / 2)
      return Buffer.concat([w.subarray(0, at), Buffer.from([w[at]! ^ 4]), w.subarray(at + 1)])
    },
    /damaged/,
  ],
  ['it is cut short', (w) => w.subarray(0, w.length - 100), /cut short/],
  ['it is empty', () => Buffer.alloc(0), /not a snapshot/],
  [
    'it is of another version',
    (w) => Buffer.from(w.toString('latin1').replace('snapshot-3', 'snapshot-9'), 'latin1'),
    /not a snapshot/,
  ],
])('%s: built from the database, with a line in the log, and written anew', async (_, damage, why) => {
  writeFileSync(file, damage(readFileSync(file)))
  const k = await node()
  expect([k.status().from, link(k)]).toEqual(['database', 'revoked'])
  expect(said).toEqual([expect.stringMatching(why)])
  expect(said[0]).toContain('built from the database')
  expect((await node()).status().from).toBe('file')
})

test('the file of another database, of a history that was taken back, and one that no list fits any more', async () => {
  const other = await testDatabase()
  await fillDirectory(other)
  await node(file, other)
  expect(said).toEqual([expect.stringContaining('another database, version or history')])
  await other.close()

  await node()
  await node()
  expect(said).toEqual([expect.stringContaining('enrollments from')])
  // As after a restore: the last number is given again, to another change.
  await t.pool.query(
    `update enrollment_change set at = at - interval '1 second' where sequence = (select max(sequence) from enrollment_change)`,
  )
  expect((await node()).status().from).toBe('database')

  await t.pool.query(
    `insert into registry_provider
    select import_id, '2000001448', 1, 'NEW', 'NAN', 'WI', 'MADISON', null, null, detail from registry_provider where npi = $1`,
    [vega.npi],
  )
  await t.pool.query(`update source_import set finished_at = now() + interval '1 s' where source = 'nppes'`)
  const k = await node()
  expect(link(k, '2000001448')).toBe('not-enrolled')
  expect(link(await node(), '2000001448')).toBe('not-enrolled')
})

test('a place where nothing can be written stops nobody', async () => {
  const k = await node(join(folder, 'nowhere', 'x.snapshot'))
  expect(link(k)).toBe('revoked')
  expect(said).toEqual([expect.stringMatching(/was not written: ENOENT/)])
})
