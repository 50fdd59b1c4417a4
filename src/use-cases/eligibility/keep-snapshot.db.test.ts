import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { day } from '#domain/dates.ts'
import { standingsOf } from '#domain/eligibility/standing.ts'
import { check } from '#domain/eligibility/verdict.ts'
import { movableClock } from '#outside/clock.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { addPeriod, enroll, fillDirectory, group, noteChange, okafor, vega } from '#test/support/directory.ts'
import { createEligibilityKeeper, type EligibilityKeeper } from './keep-snapshot.ts'

let t: TestDatabase
let keeper: EligibilityKeeper
const clock = movableClock()

beforeAll(async () => {
  t = await testDatabase()
  await fillDirectory(t)
  clock.moveTo(new Date('2026-03-01T15:00:00Z'))
  keeper = await createEligibilityKeeper(t.db, clock, { pollMs: 50 })
})
afterAll(async () => {
  keeper.stop()
  await t.close()
})

const ask = (npi: string, on: string, more: object = {}) =>
  check(keeper.current(), { npi, on: day(on), role: 'billing', ...more })

describe('built from the database', () => {
  test('an approved period is a yes on its days and a no before them', () => {
    expect(ask(vega.npi, '2026-01-05')).toMatchObject({ answer: 'yes', enrollmentId: vega.enrollmentId })
    expect(ask(vega.npi, '2026-01-04')).toMatchObject({ answer: 'no', link: 'before-effective-date' })
  })

  test('a reassignment runs from its first day', () => {
    const rendering = { role: 'rendering', payee: group.npi }
    expect(ask(vega.npi, '2026-02-01', rendering).answer).toBe('yes')
    expect(ask(vega.npi, '2026-01-31', rendering).link).toBe('reassignment-not-on-date')
  })

  test('the ordering list and its names decide who may order', () => {
    const ordering = { role: 'ordering', name: { last: 'Vega', first: 'Rosa' } }
    expect(ask(vega.npi, '2026-02-01', ordering).answer).toBe('yes')
    expect(ask(vega.npi, '2026-02-01', { ...ordering, name: { last: 'Okafor', first: 'C' } }).link).toBe('name-differs')
  })

  test('somebody on the ordering list may order without an enrollment here, but not bill', async () => {
    const listed = '2000001448'
    await t.pool.query(
      `insert into order_referring select import_id, $1, 'ROE', 'KIM', true, false, false, false, false from order_referring where npi = $2`,
      [listed, vega.npi],
    )
    await t.pool.query(
      `insert into registry_provider select import_id, $1, 1, 'ROE', 'KIM', 'WI', 'MADISON', null, null, detail from registry_provider where npi = $2`,
      [listed, vega.npi],
    )
    const other = await createEligibilityKeeper(t.db, clock)
    other.stop()
    const of = (role: 'ordering' | 'billing') =>
      check(other.current(), { npi: listed, on: day('2026-02-01'), role }).link
    expect([of('ordering'), of('billing')]).toEqual(['all-held', 'not-enrolled'])
    await t.pool.query('delete from order_referring where npi = $1', [listed])
    await t.pool.query('delete from registry_provider where npi = $1', [listed])
  })

  test('the state of the service is compared with that of the enrollment', () => {
    expect(ask(vega.npi, '2026-02-01', { place: 'WI' }).answer).toBe('yes')
    expect(ask(vega.npi, '2026-02-01', { place: 'IL' }).link).toBe('enrolled-in-other-state')
  })

  test('what was not known yet on a day is not said of that day', () => {
    expect(ask(vega.npi, '2026-01-07', { knownOn: day('2026-01-09') }).answer).toBe('no')
    expect(ask(vega.npi, '2026-01-07', { knownOn: day('2026-01-10') }).answer).toBe('yes')
  })

  test('a look-up reads the same columns', () => {
    const [standing] = standingsOf(keeper.current(), vega.npi, day('2026-02-01'))
    expect(standing).toMatchObject({
      specialty: '14-08',
      status: 'approved',
      from: '2026-01-05',
      reassignedTo: [{ npi: group.npi, from: '2026-02-01' }],
      orders: ['part-b', 'dme'],
    })
    expect(standingsOf(keeper.current(), vega.npi, day('2026-02-01'), day('2026-01-09'))[0]).not.toHaveProperty(
      'status',
    )
  })
})

describe('kept current', () => {
  test('a decision is seen within a second of its commit, and the tag changes', async () => {
    expect(ask(okafor.npi, '2026-03-01').link).toBe('not-enrolled')
    const before = keeper.status().tag
    const id = 'I20260301000001'
    await enroll(t.pool, {
      ...okafor,
      enrollmentId: id,
      type: 'individual',
      name: 'Chidi Okafor',
      specialty: '14-50',
      ptan: 'WI9',
    })
    await addPeriod(t.pool, id, { status: 'approved', from: '2026-02-15', knownFrom: '2026-03-01T15:00:00Z' })
    await noteChange(t.pool, id)
    await vi.waitFor(() => expect(ask(okafor.npi, '2026-03-01').answer).toBe('yes'), { timeout: 1000, interval: 20 })
    expect(keeper.status().tag).not.toBe(before)
  })

  test('two nodes see the same decision, each within a second', async () => {
    const node = await createEligibilityKeeper(t.db, clock, { pollMs: 50 })
    const ends = (k: EligibilityKeeper) =>
      check(k.current(), { npi: okafor.npi, on: day('2026-03-05'), role: 'billing' })
    expect([ends(keeper).answer, ends(node).answer]).toEqual(['yes', 'yes'])
    await t.pool.query(
      `with ended as (
         update enrollment_period set known_to = '2026-03-01T17:00:00Z' where enrollment_id = $1 and known_to is null returning *
       ) insert into enrollment_period
         select gen_random_uuid(), enrollment_id, status, from_on, '2026-03-02', known_to, null, '[]', null from ended`,
      ['I20260301000001'],
    )
    await noteChange(t.pool, 'I20260301000001')
    await vi.waitFor(
      () => expect([ends(keeper).link, ends(node).link]).toEqual(['after-last-period', 'after-last-period']),
      { timeout: 1000, interval: 20 },
    )
    expect(node.current().version.sequence).toBe(keeper.current().version.sequence)
    node.stop()
  })

  test('whoever is approved may order from then on, though no list names him yet', () => {
    const ordering = { role: 'ordering', service: 'dme' }
    expect(ask(okafor.npi, '2026-02-20', ordering).answer).toBe('yes')
    expect(ask(okafor.npi, '2026-02-14', ordering).link).toBe('before-effective-date')
    expect(ask(okafor.npi, '2026-02-20', { role: 'ordering', service: 'hospice' }).link).toBe('service-not-orderable')
  })

  test('a change whose number is lower but commits later is not lost', async () => {
    const late = await t.pool.connect()
    await late.query('begin')
    await late.query(`insert into enrollment_change (enrollment_id, at) values ($1, now())`, [vega.enrollmentId])
    await late.query(
      `update enrollment_period set known_to = '2026-03-01T16:00:00Z' where enrollment_id = $1 and known_to is null`,
      [vega.enrollmentId],
    )
    await late.query(
      `insert into enrollment_period values (gen_random_uuid(), $1, 'revoked', '2026-01-05', null, '2026-03-01T16:00:00Z', null, '[]', null)`,
      [vega.enrollmentId],
    )
    await noteChange(t.pool, group.enrollmentId)
    await keeper.refreshNow()
    expect(ask(vega.npi, '2026-02-01').answer).toBe('yes')
    const tag = keeper.status().tag
    await late.query('commit')
    late.release()
    await keeper.refreshNow()
    expect(ask(vega.npi, '2026-02-01')).toMatchObject({ answer: 'no', link: 'revoked' })
    expect(keeper.status().tag).not.toBe(tag)
  })

  test('a replaced list builds it anew', async () => {
    expect(ask('2000001448', '2026-03-01').link).toBe('npi-not-in-registry')
    await t.pool.query(
      `insert into registry_provider select import_id, '2000001448', 1, 'NEW', 'NAN', 'WI', 'MADISON', null, null, detail from registry_provider where npi = $1`,
      [vega.npi],
    )
    await t.pool.query(`update source_import set finished_at = now() + interval '1 s' where source = 'nppes'`)
    await keeper.refreshNow()
    expect(ask('2000001448', '2026-03-01').link).toBe('not-enrolled')
  })
})

test('before the first import every answer is "unknown", never "no such NPI"', async () => {
  const empty = await testDatabase()
  await fillDirectory(empty, { lists: false })
  const other = await createEligibilityKeeper(empty.db, clock)
  expect(check(other.current(), { npi: vega.npi, on: day('2026-02-01'), role: 'billing' })).toMatchObject({
    answer: 'unknown',
    link: 'registry-not-loaded',
  })
  other.stop()
  await empty.close()
})
