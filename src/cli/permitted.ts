/** What every command that reads or writes the record does around its work: open, ask for the permit, close. */
import { type Action, authorize, type Permit } from '#domain/access/policy.ts'
import { en } from '#words/index.ts'
import { type CliContext, exit } from './context.ts'

/**
 * Runs `work` with the permit of whoever runs the command; it may set the exit code. `id` names what the permit is for.
 * Without the right it says so and ends with 3.
 */
export async function permitted<A extends Action, C extends CliContext>(
  open: () => Promise<C>,
  { action, id }: { readonly action: A; readonly id: string },
  work: (context: C, permit: Permit<A>) => Promise<void>,
): Promise<void> {
  const context = await open()
  try {
    const permit = authorize(context.actor, action, { id })
    if (permit.ok) return await work(context, permit.value)
    context.err(en.say(permit.problem))
    process.exitCode = exit.notPermitted
  } finally {
    await context.close()
  }
}
