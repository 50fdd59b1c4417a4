/** Runs a command that keeps the whole installation: opens, asks for the operator's permit, closes. */
import type { Permit } from '#domain/access/policy.ts'
import type { KeepingContext } from './context.ts'
import { permitted } from './permitted.ts'

export type Operator = Permit<'registry.manage'>
export type OpenKeeping = () => Promise<KeepingContext>

/** `work` may set the exit code. */
export async function keeping(
  open: OpenKeeping,
  work: (context: KeepingContext, permit: Operator) => Promise<void>,
): Promise<void> {
  await permitted(open, { action: 'registry.manage', id: 'installation' }, work)
}
