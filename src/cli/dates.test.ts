/** The command of the date ledger, from its words to its exit code. */
import { Command } from 'commander'
import { afterEach, expect, test, vi } from 'vitest'
import { dates } from './dates.ts'

afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = 0
})

function run(...args: readonly string[]) {
  const [out, err]: [string[], string[]] = [[], []]
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0)
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => err.push(String(text)) > 0)
  const program = new Command().exitOverride()
  dates(program)
  program.parse(['dates', ...args], { from: 'user' })
  return { out: out.join(''), err: err.join(''), code: process.exitCode ?? 0 }
}

test('prints the days in words, with the one that sets the date marked', () => {
  const { out, code } = run('reassign', '--received', '2026-05-01', '--first-service', '2026-03-01')
  expect(code).toBe(0)
  for (const line of [
    'Effective date: May 1, 2026',
    'Services may be billed from: April 1, 2026',
    'Days of service that are not paid: 31 days: March 1, 2026 to March 31, 2026',
    '2026-05-01  Received *',
  ])
    expect(out).toContain(line)
})
test('prints JSON', () =>
  expect(
    JSON.parse(run('reactivate', '--received', '2026-05-01', '--deactivated', '2026-04-30', '--json').out),
  ).toMatchObject({ act: 'reactivate', effectiveOn: '2026-05-01', atRisk: { days: 1 } }))
test('names what is missing or wrong, by the option', () => {
  const { err, code } = run('reactivate', '--received', 'tomorrow')
  expect([code, err]).toEqual([2, expect.stringMatching(/^--received: .+\n--deactivated: .+\n$/)])
  expect(run('marry').code).toBe(2)
})
