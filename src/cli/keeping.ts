/** Runs a command that keeps the whole installation: opens, asks for the operator's permit, closes. */
import { authorize, type Permit } from '#domain/access/policy.ts'
import { en } from '#words/index.ts'
import { exit, type KeepingContext } from './context.ts'

export type Operator = Permit<'registry.manage'>
export type OpenKeeping = () => Promise<KeepingContext>

/** `work` may set the exit code. */
export async function keeping(
  open: OpenKeeping,
  work: (context: KeepingContext, permit: Operator) => Promise<void>,
): Promise<void> {
  const context = await open()
  try {
    const permit = authorize(context.actor, 'registry.manage', { id: 'installation' })
    if (permit.ok) return await work(context, permit.value)
    context.err(en.say(permit.problem))
    process.exitCode = exit.notPermitted
  } finally {
    await context.close()
  }
}
