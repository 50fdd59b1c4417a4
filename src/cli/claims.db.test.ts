import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeClaims } from '#domain/claims/synthetic-837.ts'
import { day } from '#domain/dates.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { fillDirectory, group, vega } from '#test/support/directory.ts'
import { claims } from './claims.ts'
import { keepPrinted, runCommand } from './printed.fixture.ts'

let t: TestDatabase
const printed = keepPrinted()
const folder = mkdtempSync(join(tmpdir(), 'claims-'))

const fileOf = (name: string, on: string): string => {
  const rendering = { npi: vega.npi, last: 'VEGA', first: 'ROSA' }
  const claim = { number: name, cents: 12_345, days: [day(on)], providers: { rendering } }
  const billing = { npi: group.npi, last: 'THE GROUP' }
  const path = join(folder, name)
  writeFileSync(
    path,
    writeClaims({ kind: 'professional', madeOn: day('2026-02-20'), batches: [{ billing, claims: [claim] }] }),
  )
  return path
}

beforeAll(async () => {
  t = await testDatabase()
  await fillDirectory(t)
})
afterAll(() => t.close())

const run = (...args: string[]) => runCommand(claims, t.db, ['claims', 'check', ...args])

test('a file of sound claims exits 0', async () => {
  await run(fileOf('SOUND', '2026-02-10'))
  expect(printed.text).toContain('Nothing found: 1 claim, $123.45')
  expect(process.exitCode).toBe(0)
})

test('claims that would be turned away exit 1, in every kind of answer', async () => {
  const path = fileOf('EARLY', '2025-01-02')
  await run(path)
  expect(printed.text).toContain('Would be turned away: 1 claim, $123.45')
  expect(process.exitCode).toBe(1)
  for (const [option, expected] of [
    ['--json', '"atRisk":{"claims":1,"cents":12345}'],
    ['--csv', 'EARLY,,123.45,no,rendering'],
    ['--999', 'IK5*A~'],
    ['--277ca', 'TRN*2*EARLY~'],
  ] as const) {
    printed.text = ''
    await run(path, option)
    expect(printed.text).toContain(expected)
    expect(process.exitCode).toBe(1)
  }
})

test('a file that is not there, and two answers at once, are wrong usage', async () => {
  await run(join(folder, 'none'))
  expect(process.exitCode).toBe(2)
  await expect(run(fileOf('TWICE', '2026-02-10'), '--json', '--csv')).rejects.toMatchObject({ exitCode: 2 })
})
