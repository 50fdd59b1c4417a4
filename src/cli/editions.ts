/** `edition list` and `edition set`: when an edition of a form is in force, and until when it is taken. */
import type { Command } from 'commander'
import { listFormEditions } from '#db/queries/application/form-editions.ts'
import { day, isDay } from '#domain/dates.ts'
import { setFormEdition } from '#use-cases/editions/set-edition.ts'
import { en } from '#words/index.ts'
import { type CliContext, exit } from './context.ts'
import { permitted } from './permitted.ts'

const t = en.drafts.cli

interface Dates {
  readonly from: string
  readonly until?: string
  readonly cite: string
}

export function editions(program: Command, open: () => Promise<CliContext>): void {
  const group = program.command('edition').description(t.about)
  group
    .command('list')
    .description(t.list)
    .action(async () => {
      const { db, out, close } = await open()
      try {
        for (const e of await listFormEditions(db))
          out(`${e.form}  ${e.edition}  ${e.inForceOn}  ${e.acceptedUntil ?? t.open}  ${e.cite}`)
      } finally {
        await close()
      }
    })
  group
    .command('set')
    .description(t.set)
    .argument('<form>')
    .argument('<edition>')
    .requiredOption('--from <day>', t.from)
    .option('--until <day>', t.until)
    .requiredOption('--cite <notice>', t.cite)
    .action((form: string, edition: string, o: Dates) =>
      permitted(open, { action: 'registry.manage', id: 'editions' }, async ({ db, out, err }, permit) => {
        if (!isDay(o.from) || (o.until !== undefined && !isDay(o.until))) {
          err(t.badDay)
          process.exitCode = exit.failure
          return
        }
        const acceptedUntil = o.until === undefined ? undefined : day(o.until)
        const entered = { form, edition, inForceOn: day(o.from), acceptedUntil, cite: o.cite }
        const done = await setFormEdition(db, permit, entered)
        if (done.ok) return out(`${form}  ${edition}  ${o.from}  ${o.until ?? t.open}`)
        err(`${done.problem.at ?? ''}: ${en.say(done.problem)}`)
        process.exitCode = exit.failure
      }),
    )
}
