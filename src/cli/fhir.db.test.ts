/** `fhir publish`: files that a web server can offer, filled from the record of the moment. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '#outside/clock.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { fillDirectory, vega } from '#test/support/directory.ts'
import type { CliContext } from './context.ts'
import { fhir } from './fhir.ts'

let t: TestDatabase
beforeAll(async () => {
  t = await testDatabase()
  await fillDirectory(t)
})
afterAll(() => t.close())

test('publishes and says what it wrote', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fhir-'))
  const said: string[] = []
  const context = { db: t.db, clock: systemClock, out: (line: string) => said.push(line), close: async () => {} }
  const program = new Command().exitOverride()
  // The command asks for nothing else of what the command line is given.
  fhir(program, async () => context as unknown as CliContext)
  await program.parseAsync(['fhir', 'publish', folder], { from: 'user' })
  expect((await readdir(folder)).sort()).toContain('manifest.json')
  expect((await readdir(folder)).filter((f) => f.endsWith('.part'))).toEqual([])
  const people = (await readFile(join(folder, 'Practitioner.ndjson'), 'utf8')).trim().split('\n')
  expect(people.map((line) => JSON.parse(line).id)).toEqual([vega.npi])
  expect(said.find((line) => line.startsWith('Practitioner.ndjson: 1 resources'))).toBeDefined()
  await rm(folder, { recursive: true })
})
