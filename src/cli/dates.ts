/** `dates reactivate --received 2026-05-01 --deactivated 2026-03-01`: the date ledger. Opens nothing. */
import type { Command } from 'commander'
import { ledgerActs } from '#domain/enrollment/date-ledger/entry.ts'
import { ledgerFields, workOut } from '#domain/enrollment/date-ledger/read-question.ts'
import { sayEntry } from '#use-cases/date-ledger/say-entry.ts'
import { en } from '#words/index.ts'
import { exit } from './context.ts'

const t = en.dateLedger
const kebab = (name: string): string => name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)

export function dates(program: Command): void {
  const command = program.command('dates').description(t.cli.about).argument('<act>', t.cli.act(ledgerActs))
  for (const name of ledgerFields)
    command.option(`--${kebab(name)} <value>`, `${t.fields[name].ask}. ${t.fields[name].hint}`)
  command.option('--json', t.cli.json)
  command.action((asked: string, { json, ...texts }: Readonly<Record<string, string>> & { readonly json?: never }) => {
    const act = ledgerActs.find((a) => a === asked)
    const found = act && workOut(act, texts)
    if (!found?.ok) {
      const lines = found
        ? found.problems.map((p) => `--${kebab(p.at ?? '')}: ${en.say(p)}`)
        : [t.cli.badAct(ledgerActs)]
      process.stderr.write(`${lines.join('\n')}\n`)
      process.exitCode = exit.usage
      return
    }
    const entry = found.value
    if (json) process.stdout.write(`${JSON.stringify(entry)}\n`)
    else
      process.stdout.write(
        [
          ...sayEntry(entry, en).map((l) => `${l.key}: ${l.value}`),
          ...(entry.unconfirmed ? [t.unconfirmed] : []),
          ...entry.receipts.map((r) => `${r.on}  ${t.receipts[r.kind]}${r.sets ? ' *' : ''}`),
          '',
        ].join('\n'),
      )
  })
}
