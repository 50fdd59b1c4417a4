/**
 * `completion bash|zsh|fish`: a script that completes commands, options and what they may be, written from the commands themselves.
 * `eval "$(openpecos completion bash)"` in a profile is enough.
 */
import { Argument, type Command } from 'commander'
import { completion as t } from '#words/en/command-line.ts'

export const shells = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof shells)[number]

/** What can stand after some words of the command line. */
interface Place {
  /** "eligibility check"; empty at the beginning. */
  readonly words: string
  /** Commands below, and what an argument may be when it is one of few. */
  readonly next: readonly Offer[]
  readonly options: readonly (Offer & {
    /** What the option may be; empty when it is anything, undefined when it has no value. */
    readonly values?: readonly string[]
  })[]
  /** There are arguments that may be anything: files are offered. */
  readonly files: boolean
}
interface Offer {
  readonly text: string
  readonly about: string
}

function placesOf(command: Command, words = ''): readonly Place[] {
  const options = command.options.flatMap((o) => {
    const values = o.required || o.optional ? { values: o.argChoices ?? [] } : {}
    return o.long ? [{ text: o.long, about: o.description, ...values }] : []
  })
  const commands = command.commands.map((c) => ({ text: c.name(), about: c.description() }))
  const given = command.registeredArguments
  const choices = given.flatMap((a) => (a.argChoices ?? []).map((text) => ({ text, about: a.description })))
  const below = command.commands.flatMap((c) => placesOf(c, `${words} ${c.name()}`.trim()))
  const here = {
    words,
    next: [...commands, ...choices],
    options: [...options, { text: '--help', about: t.help }],
    files: given.some((a) => a.argChoices === undefined),
  }
  return [here, ...below]
}

const texts = (offers: readonly Offer[]): string => offers.map((o) => o.text).join(' ')

export function completionScript(program: Command, shell: Shell): string {
  const name = program.name()
  const places = placesOf(program)
  if (shell === 'fish') return fish(name, places)
  const cases = places.map((p) => `    '${p.words}') next='${texts(p.next)}' options='${texts(p.options)}' ;;`)
  const values = places.flatMap((p) =>
    p.options.flatMap((o) => (o.values ? [`    '${p.words} ${o.text}') next='${o.values.join(' ')}' ;;`] : [])),
  )
  const body = `_${name}() {
  local words="" word next="" options="" typed="\${COMP_WORDS[COMP_CWORD]}"
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in -*) ;; *) words="\${words:+$words }$word" ;; esac
  done
  while :; do
    case "$words" in
${cases.join('\n')}
    esac
    [ -n "$options" ] || [ -z "$words" ] && break
    case "$words" in *" "*) words="\${words% *}" ;; *) words="" ;; esac
  done
  case "$typed" in
  -*) next="$options" ;;
  *)
    case "$words \${COMP_WORDS[COMP_CWORD-1]}" in
${values.join('\n')}
    esac ;;
  esac
  COMPREPLY=($(compgen -W "$next" -- "$typed"))
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
    const when = [...here, ...(p.next.length > 0 ? [`not __fish_seen_subcommand_from ${texts(p.next)}`] : [])]
    const line = (what: string): string =>
      `complete -c ${name}${when.length > 0 ? ` -n ${quoted(when.join('; and '))}` : ''} ${what}`
    const options = p.options.map(({ text, about, values }) => {
      const value = values === undefined ? '-f' : values.length > 0 ? `-x -a ${quoted(values.join(' '))}` : '-r -F'
      return line(`-l ${text.slice(2)} ${value} -d ${quoted(about)}`)
    })
    return [
      line(p.files ? '-F' : '-f'),
      ...p.next.map((n) => line(`-f -a ${n.text} -d ${quoted(n.about)}`)),
      ...options,
    ]
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
