/** `fee list` and `fee set`: the application fee of each calendar year, entered from its notice. */
import type { Command } from 'commander'
import { listFeeAmounts } from '#db/queries/fees/amounts.ts'
import type { Permit } from '#domain/access/policy.ts'
import { setFeeAmount } from '#use-cases/fee/set-amount.ts'
import { en } from '#words/index.ts'
import { type CliContext, exit } from './context.ts'
import { permitted } from './permitted.ts'

const t = en.fee.cli

export function fee(program: Command, open: () => Promise<CliContext>): void {
  const group = program.command('fee').description(t.about)
  const withPermit = (work: (c: CliContext, permit: Permit<'registry.manage'>) => Promise<void>) =>
    permitted(open, { action: 'registry.manage', id: 'fee' }, work)
  group
    .command('list')
    .description(t.list)
    .action(() =>
      withPermit(async ({ db, out }, permit) => {
        for (const a of await listFeeAmounts(db, permit))
          out(`${a.year}  ${a.cents === undefined ? t.none : en.fee.amountOnly(a.cents)}  ${a.cite}`)
      }),
    )
  group
    .command('set')
    .description(t.set)
    .argument('<year>')
    .requiredOption('--dollars <amount>', t.dollars)
    .requiredOption('--cite <notice>', t.cite)
    .action((year: string, o: { readonly dollars: string; readonly cite: string }) =>
      withPermit(async ({ db, out, err }, permit) => {
        const cents = Math.round(Number(o.dollars) * 100)
        const done = await setFeeAmount(db, permit, { year: Number(year), cents, cite: o.cite })
        if (done.ok) return out(`${year}  ${en.fee.amountOnly(cents)}  ${o.cite}`)
        err(`${done.problem.at ?? ''}: ${en.say(done.problem)}`)
        process.exitCode = exit.failure
      }),
    )
}
