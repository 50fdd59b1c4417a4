import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { writeClaims } from '#domain/claims/synthetic-837.ts'
import { day } from '#domain/dates.ts'
import { movableClock } from '#outside/clock.ts'
import { openSecrets } from '#outside/secrets.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { fillDirectory, group, vega } from '#test/support/directory.ts'
import { claims } from './claims.ts'

let t: TestDatabase
let printed = ''
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
beforeEach(() => {
  printed = ''
  vi.spyOn(process.stdout, 'write').mockImplementation(((text: string, done?: (fault?: Error) => void) => {
    printed += text
    done?.()
    return true
  }) as typeof process.stdout.write)
})
afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = undefined
})

async function run(...args: string[]): Promise<void> {
  const program = new Command().exitOverride().configureOutput({ writeErr: () => {} })
  claims(program, async () => ({
    db: t.db,
    clock: movableClock(),
    secrets: openSecrets(new Uint8Array(32)),
    actor: { userId: 'command-line', memberships: [] },
    out: () => {},
    err: () => {},
    close: async () => {},
  }))
  for (const c of program.commands.flatMap((c) => [c, ...c.commands]))
    c.exitOverride().configureOutput({ writeErr: () => {} })
  await program.parseAsync(['claims', 'check', ...args], { from: 'user' })
}

test('a file of sound claims exits 0', async () => {
  await run(fileOf('SOUND', '2026-02-10'))
  expect(printed).toContain('Nothing found: 1 claim, $123.45')
  expect(process.exitCode).toBe(0)
})

test('claims that would be turned away exit 1, in every kind of answer', async () => {
  const path = fileOf('EARLY', '2025-01-02')
  await run(path)
  expect(printed).toContain('Would be turned away: 1 claim, $123.45')
  expect(process.exitCode).toBe(1)
  for (const [option, expected] of [
    ['--json', '"atRisk":{"claims":1,"cents":12345}'],
    ['--csv', 'EARLY,,123.45,no,rendering'],
    ['--999', 'IK5*A~'],
    ['--277ca', 'TRN*2*EARLY~'],
  ] as const) {
    printed = ''
    await run(path, option)
    expect(printed).toContain(expected)
    expect(process.exitCode).toBe(1)
  }
})

test('a file that is not there, and two answers at once, are wrong usage', async () => {
  await run(join(folder, 'none'))
  expect(process.exitCode).toBe(2)
  await expect(run(fileOf('TWICE', '2026-02-10'), '--json', '--csv')).rejects.toMatchObject({ exitCode: 2 })
})
