/** One command as its own program against a test database, and what it printed. For tests. */
import { Command } from 'commander'
import { afterEach, beforeEach, vi } from 'vitest'
import type { Db } from '#db/db.ts'
import { movableClock } from '#outside/clock.ts'
import { openSecrets } from '#outside/secrets.ts'
import type { CliContext } from './context.ts'

type Register = (program: Command, open: () => Promise<CliContext>) => void

/** Runs the command with these arguments; a usage error throws and prints nothing. */
export async function runCommand(register: Register, db: Db, args: readonly string[]): Promise<void> {
  const program = new Command().exitOverride().configureOutput({ writeErr: () => {} })
  register(program, async () => ({
    db,
    clock: movableClock(),
    secrets: openSecrets(new Uint8Array(32)),
    actor: { userId: 'command-line', memberships: [] },
    out: () => {},
    err: () => {},
    close: async () => {},
  }))
  for (const c of program.commands.flatMap((c) => [c, ...c.commands]))
    c.exitOverride().configureOutput({ writeErr: () => {} })
  await program.parseAsync([...args], { from: 'user' })
}

/** Standard output of each test of the file, kept instead of shown; the exit code is put back afterwards. */
export function keepPrinted(): { text: string } {
  const kept = { text: '' }
  beforeEach(() => {
    kept.text = ''
    vi.spyOn(process.stdout, 'write').mockImplementation(((text: string, done?: (fault?: Error) => void) => {
      kept.text += String(text)
      if (typeof done === 'function') done()
      return true
    }) as typeof process.stdout.write)
  })
  afterEach(() => {
    vi.restoreAllMocks()
    process.exitCode = undefined
  })
  return kept
}
