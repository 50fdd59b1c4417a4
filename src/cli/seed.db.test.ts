/** `seed` as an operator runs it: refused in production, and what it prints. */
import { Command } from 'commander'
import { afterEach, expect, test, vi } from 'vitest'
import { openSecrets } from '#outside/secrets.ts'
import { testDatabase } from '#test/support/database.ts'
import { seed } from './seed.ts'

afterEach(() => {
  process.exitCode = undefined
})

test('the command refuses production before it opens anything, and counts that are none', async () => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const opened = vi.fn()
  const command = (production: boolean, ...args: string[]) => {
    const program = new Command().exitOverride().configureOutput({ writeErr: () => {} })
    seed(program, opened, () => production)
    return program.parseAsync(['seed', ...args], { from: 'user' })
  }
  await command(true, '--enrollments', '5')
  expect(process.exitCode).toBe(3)
  expect(said).toHaveBeenCalledWith(expect.stringContaining('production installation'))
  for (const bad of ['0', '-1', '1e3', '1000001', 'x'])
    await expect(command(false, '--enrollments', bad)).rejects.toThrow()
  expect(opened).not.toHaveBeenCalled()
  said.mockRestore()
})

test('the command prints what it did', async () => {
  const t = await testDatabase()
  await t.pool.query(
    "insert into contractor (id, name, time_zone, phone, email, address) values ('lakes', 'Lakes', 'America/Chicago', '1', 'a@b.example', 'x')",
  )
  const printed: string[] = []
  const program = new Command().exitOverride()
  const context = {
    db: t.db,
    clock: { now: () => new Date('2026-11-25T15:00:00Z') },
    actor: { userId: 'command-line', memberships: [{ role: 'operator', partyId: 'system' }] },
    secrets: openSecrets(new Uint8Array(32)),
    out: (line: string) => printed.push(line),
    err: (line: string) => printed.push(line),
    close: async () => {},
  }
  seed(
    program,
    async () => context as never,
    () => false,
  )
  await program.parseAsync(['seed', '--enrollments', '40', '--json'], { from: 'user' })
  expect(JSON.parse(printed[0]!)).toMatchObject({ enrollments: 40, already: 0, seed: 1 })
  await t.close()
})
