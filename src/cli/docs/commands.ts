/** docs/generated/commands.md: every command with its options, and what exit codes mean. Pure. */
import type { Command } from 'commander'
import { commandLine as t } from '#words/en/command-line.ts'
import { code, documentOf, table } from './markdown.ts'

const leaves = (c: Command, words: string): readonly (readonly [string, Command])[] =>
  c.commands.length === 0 ? [[words, c]] : c.commands.flatMap((d) => leaves(d, `${words} ${d.name()}`.trim()))

export function commandsDocument(program: Command): string {
  const commands = leaves(program, '').flatMap(([words, c]) => {
    const args = c.registeredArguments.map((a) => (a.required ? `<${a.name()}>` : `[${a.name()}]`))
    const rows = c.options.map((o) => [code(o.flags), o.description])
    return [
      `## ${code([words, ...args].join(' '))}`,
      c.description(),
      ...(rows.length > 0 ? [table(['Option', 'Meaning'], rows)] : []),
    ]
  })
  const exits = table(
    ['Exit code', 'Meaning'],
    t.exits.map(([n, meaning]) => [code(n), meaning]),
  )
  return documentOf(t.title, '`src/cli`', t.intro, exits, ...commands)
}
