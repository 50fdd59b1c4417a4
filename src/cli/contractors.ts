/** `contractors list` and `contractors add`: who decides applications from which states, set up once by the operator. */
import type { Command } from 'commander'
import { contractorsWithStates } from '#db/queries/contractors.ts'
import { stateCodes } from '#domain/party/states.ts'
import { addContractor } from '#use-cases/contractors/add-contractor.ts'
import { contractors as t } from '#words/en/command-line.ts'
import { en } from '#words/index.ts'
import { type CliContext, exit } from './context.ts'
import { permitted } from './permitted.ts'

interface Facts {
  readonly name: string
  readonly zone: string
  readonly phone: string
  readonly email: string
  readonly address: string
  readonly states: string
}

export function contractors(program: Command, open: () => Promise<CliContext>): void {
  const group = program.command('contractors').description(t.about)
  group
    .command('list')
    .description(t.list)
    .action(async () => {
      const { db, out, close } = await open()
      try {
        for (const c of await contractorsWithStates(db)) out(`${c.id}  ${c.name}  ${c.states.join(' ')}`)
      } finally {
        await close()
      }
    })
  group
    .command('add')
    .description(t.add)
    .argument('<id>', t.id)
    .requiredOption('--name <name>', t.name)
    .requiredOption('--zone <zone>', t.zone)
    .requiredOption('--phone <phone>', t.phone)
    .requiredOption('--email <address>', t.email)
    .requiredOption('--address <address>', t.address)
    .requiredOption('--states <states>', t.states)
    .action((id: string, { states: named, ...facts }: Facts) =>
      permitted(open, { action: 'registry.manage', id: 'contractors' }, async ({ db, out, err }, permit) => {
        const states = named === 'all' ? stateCodes : named.split(',').map((s) => s.trim().toUpperCase())
        const done = await addContractor(db, permit, { id, ...facts, states })
        if (done.ok) return out(t.added(id, states.length))
        err(`${done.problem.at ?? ''}: ${en.say(done.problem)}`)
        process.exitCode = exit.failure
      }),
    )
}
