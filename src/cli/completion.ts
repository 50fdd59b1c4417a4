/**
 * `completion bash|zsh|fish`: a script that completes commands and options, written from the commands themselves.
 * `eval "$(openpecos completion bash)"` in a profile is enough.
 */
import { Argument, type Command } from 'commander'
import { completion as t } from '#words/en/command-line.ts'

export const shells = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof shells)[number]

/** What can follow some words of the command line. */
interface Place {
  /** "eligibility check"; empty at the beginning. */
  readonly words: string
  readonly next: readonly { readonly text: string; readonly about: string }[]
}

function placesOf(command: Command, words = ''): readonly Place[] {
  const options = command.options.flatMap((o) => (o.long ? [{ text: o.long, about: o.description }] : []))
  const commands = command.commands.map((c) => ({ text: c.name(), about: c.description() }))
  const below = command.commands.flatMap((c) => placesOf(c, `${words} ${c.name()}`.trim()))
  return [{ words, next: [...commands, ...options, { text: '--help', about: t.help }] }, ...below]
}

export function completionScript(program: Command, shell: Shell): string {
  const name = program.name()
  const places = placesOf(program)
  if (shell === 'fish') return fish(name, places)
  const cases = places.map((p) => `    '${p.words}') next='${p.next.map((n) => n.text).join(' ')}' ;;`).join('\n')
  const body = `_${name}() {
  local words="" word next=""
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in -*) ;; *) words="\${words:+$words }$word" ;; esac
  done
  while :; do
    case "$words" in
${cases}
    esac
    [ -n "$next" ] || [ -z "$words" ] && break
    case "$words" in *" "*) words="\${words% *}" ;; *) words="" ;; esac
  done
  COMPREPLY=($(compgen -W "$next" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _${name} ${name}
`
  return shell === 'bash' ? body : `autoload -U +X bashcompinit && bashcompinit\n${body}`
}

const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`

function fish(name: string, places: readonly Place[]): string {
  const lines = places.flatMap((p) => {
    const seen = p.words.split(' ').filter(Boolean)
    const here = seen.map((word) => `__fish_seen_subcommand_from ${word}`)
    const deeper = p.next.filter((n) => !n.text.startsWith('-')).map((n) => n.text)
    const when = [...here, ...(deeper.length > 0 ? [`not __fish_seen_subcommand_from ${deeper.join(' ')}`] : [])]
    return p.next.map((n) => {
      const what = n.text.startsWith('--') ? `-l ${n.text.slice(2)}` : `-a ${n.text}`
      return `complete -c ${name} -f${when.length > 0 ? ` -n ${quoted(when.join('; and '))}` : ''} ${what} -d ${quoted(n.about)}`
    })
  })
  return `${lines.join('\n')}\n`
}

export function completion(program: Command): void {
  program
    .command('completion')
    .description(t.about)
    .addArgument(new Argument('<shell>', t.shell).choices(shells))
    .action((shell: Shell) => {
      process.stdout.write(completionScript(program, shell))
    })
}
