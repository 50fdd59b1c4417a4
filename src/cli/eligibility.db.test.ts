import Fastify from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { fillDirectory, vega } from '#test/support/directory.ts'
import { eligibility } from './eligibility.ts'
import { keepPrinted, runCommand } from './printed.fixture.ts'

let t: TestDatabase
const printed = keepPrinted()

beforeAll(async () => {
  t = await testDatabase()
  await fillDirectory(t)
})
afterAll(() => t.close())

const run = (...args: string[]) => runCommand(eligibility, t.db, ['eligibility', 'check', ...args])

test('a yes from the database exits 0', async () => {
  await run('--npi', vega.npi, '--on', '2026-02-01', '--database')
  expect(printed.text).toContain(`Yes: ${vega.npi}, billing, on 2026-02-01. Every check held`)
  expect(process.exitCode).toBe(0)
})

test('a no exits 1 and says what mends it', async () => {
  await run('--npi', vega.npi, '--on', '2020-02-01', '--database')
  expect(printed.text).toContain(
    'The date is before the enrollment took effect.\nWhat to do: correct the claim. Who: whoever sent the claim.',
  )
  expect(process.exitCode).toBe(1)
})

test('as JSON, with the link', async () => {
  await run(
    '--npi',
    vega.npi,
    '--on',
    '2026-02-01',
    '--role',
    'ordering',
    '--service',
    'hospice',
    '--json',
    '--database',
  )
  expect(JSON.parse(printed.text)).toMatchObject({ answer: 'no', link: 'service-not-orderable', role: 'ordering' })
})

test.each([
  [['--npi', '123']],
  [['--npi', vega.npi, '--on', '2026-02-30']],
  [['--npi', vega.npi, '--role', 'boss']],
  [['--on', '2026-02-01']],
])('%j is wrong usage', async (args) => {
  await expect(run(...args)).rejects.toThrow(
    expect.objectContaining({ name: expect.stringMatching(/Commander|Argument/) }),
  )
})

test('over HTTP it sends what it was given, and a portal that is away is named', async () => {
  const asked: unknown[] = []
  const portal = Fastify()
  portal.get('/api/v1/eligibility', async (request) => {
    asked.push(request.query)
    return {
      answer: 'yes',
      npi: vega.npi,
      role: 'billing',
      on: '2026-02-01',
      message: 'm',
      version: { sequence: 1, asOf: '2026-02-01' },
    }
  })
  const url = await portal.listen({ port: 0, host: '127.0.0.1' })
  await run('--npi', vega.npi, '--on', '2026-02-01', '--url', url)
  expect(asked).toEqual([{ npi: vega.npi, on: '2026-02-01', role: 'billing' }])
  expect(process.exitCode).toBe(0)
  await portal.close()
  await expect(run('--npi', vega.npi, '--url', url)).rejects.toThrow(`Nothing answers at ${url}`)
})
