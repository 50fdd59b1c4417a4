import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { completionScript } from './completion.ts'
import { commandLine } from './main.ts'

const program = commandLine()

/** What bash offers after these words, the last of them unfinished. */
function offered(...words: readonly string[]): readonly string[] {
  const script = `${completionScript(program, 'bash')}
COMP_WORDS=(openpecos ${words.map((w) => `'${w}'`).join(' ')})
COMP_CWORD=${words.length}
_openpecos
printf '%s\\n' "\${COMPREPLY[@]}"`
  const done = spawnSync('bash', ['-c', script], { encoding: 'utf8' })
  if (done.status !== 0) throw new Error(done.stderr)
  return done.stdout.split('\n').filter(Boolean)
}

describe('bash', () => {
  test.each([
    [['el'], ['eligibility']],
    [['eligibility', ''], ['check']],
    [['eligibility', '-'], ['--help']],
    [['refdata', 'load', '--as', 'nppes-o'], ['nppes-other-names']],
    [['refdata', 'load', '--as', 'nppes', '--inc'], ['--increment']],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    // Nothing to offer: the shell offers files.
    [['refdata', 'load', ''], []],
    [['claims', 'check', '--csv', ''], []],
    [
      ['eligibility', 'check', '--n'],
      ['--npi', '--name'],
    ],
    [['eligibility', 'check', '--npi', '2000001117', '--js'], ['--json']],
    [['eligibility', 'check', 'x', '--pay'], ['--payee']],
    [['nonsense', 'el'], ['eligibility']],
  ])('%j', (words, expected) => {
    expect(offered(...words)).toEqual(expected)
  })
})

test('zsh and fish name every command', () => {
  for (const c of program.commands) {
    expect(completionScript(program, 'zsh')).toContain(c.name())
    expect(completionScript(program, 'fish')).toContain(`-a ${c.name()} `)
  }
  expect(completionScript(program, 'fish')).toMatch(
    /refdata; and __fish_seen_subcommand_from load' -l as -x -a 'nppes /,
  )
  expect(completionScript(program, 'fish')).toMatch(/refdata; and __fish_seen_subcommand_from load' -F$/m)
})
