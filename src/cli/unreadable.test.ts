/** A file that is not there is said to be just that, before a portal or a database is asked. */
import { Command } from 'commander'
import { afterEach, expect, test, vi } from 'vitest'
import { refdataLoad } from './refdata-load.ts'
import { roster } from './roster.ts'

afterEach(() => {
  process.exitCode = undefined
  vi.restoreAllMocks()
})

test.each([
  ['roster', 'check', '/nowhere/roster.csv'],
  ['roster', 'check', '/nowhere/roster.csv', '--database'],
  ['roster', 'check', '/'],
])('%s %s %s', async (...args) => {
  const opened = vi.fn()
  const program = new Command().exitOverride()
  roster(program, opened)
  await expect(program.parseAsync(args, { from: 'user' })).rejects.toThrow(`Cannot read ${args[2]}.`)
  expect(opened).not.toHaveBeenCalled()
})

test('refdata load', async () => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const opened = vi.fn()
  const program = new Command().exitOverride()
  refdataLoad(program, opened)
  await program.parseAsync(['load', '/nowhere/npi.csv'], { from: 'user' })
  expect(said).toHaveBeenCalledWith('Cannot read /nowhere/npi.csv.\n')
  expect([process.exitCode, opened.mock.calls.length]).toEqual([1, 0])
})
