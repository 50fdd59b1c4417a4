import { Command } from 'commander'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { open } from '#db/kit/open.ts'
import type { Actor } from '#domain/access/policy.ts'
import { day } from '#domain/dates.ts'
import { movableClock } from '#outside/clock.ts'
import { openSecrets } from '#outside/secrets.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { policies } from './policies.ts'

const operator: Actor = { userId: 'command-line', memberships: [{ role: 'operator', partyId: '' }] }
let t: TestDatabase
let printed: string[] = []

beforeAll(async () => {
  t = await testDatabase()
  const base = { topic: 'levels' as const, key: 'idtf', reason: 'Empty offices.', proposed_at: new Date() }
  const said = { state: 'in-force' as const, proposed_by: null, answered_by: null, answered_at: null, answer: null }
  const value = (first: string) => JSON.stringify({ first, later: 'moderate', cite: '91 FR 1' })
  await open(t.db)
    .insertInto('desk_policy')
    .values([
      { ...base, ...said, version: 1, value: value('high'), from_on: day('2027-01-01') },
      { ...base, ...said, version: 2, value: value('limited'), from_on: day('2028-01-01') },
    ])
    .execute()
})
afterAll(() => t.close())
beforeEach(() => {
  printed = []
})
afterEach(() => {
  process.exitCode = undefined
})

async function run(actor: Actor, ...args: string[]): Promise<void> {
  const program = new Command().exitOverride().configureOutput({ writeErr: () => {} })
  policies(program, async () => ({
    db: t.db,
    clock: movableClock(),
    secrets: openSecrets(new Uint8Array(32)),
    actor,
    out: (line) => printed.push(line),
    err: (line) => printed.push(line),
    close: async () => {},
  }))
  await program.parseAsync(['policies', ...args], { from: 'user' })
}
const levelOf = (on: string) => run(operator, '--on', on).then(() => printed.find((l) => l.includes('diagnostic')))

test('what counts on a day, who set it, and what comes', async () => {
  expect(await levelOf('2026-12-31')).toBe(
    '  Independent diagnostic testing facility: moderate (42 CFR 424.518), as delivered; From January 1, 2027: high at first, moderate later (91 FR 1); From January 1, 2028: limited at first, moderate later (91 FR 1)',
  )
  printed = []
  expect(await levelOf('2028-01-01')).toBe(
    '  Independent diagnostic testing facility: limited at first, moderate later (91 FR 1), set here',
  )
})

test('as JSON, a line each', async () => {
  await run(operator, '--on', '2027-06-01', '--json')
  const lines = printed.map((l) => JSON.parse(l) as { topic: string; key: string; version: number | null })
  expect(lines.find((l) => l.key === 'idtf')).toEqual({
    topic: 'levels',
    key: 'idtf',
    on: '2027-06-01',
    value: { first: 'high', later: 'moderate', cite: '91 FR 1' },
    version: 1,
    coming: [{ version: 2, from: '2028-01-01', value: { first: 'limited', later: 'moderate', cite: '91 FR 1' } }],
  })
  expect(new Set(lines.map((l) => l.topic))).toEqual(new Set(['lists', 'monitoring', 'levels', 'elevations']))
})

test('nobody else sees it, and a day that is none is a mistake', async () => {
  await run({ userId: 'x', memberships: [] })
  expect(process.exitCode).toBe(3)
  await run(operator, '--on', 'soon')
  expect(process.exitCode).toBe(2)
})
