/** `audit verify` and `audit checkpoints`: is the log as it was written, and the signatures to keep elsewhere. */
import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { listCheckpoints } from '#db/queries/staff/audit.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { Checkpoint } from '#domain/audit/chain.ts'
import { openAuditSigner } from '#outside/audit-signer.ts'
import { chainAudit } from '#use-cases/audit/chain-audit.ts'
import { verifyAudit } from '#use-cases/audit/verify-audit.ts'
import { en } from '#words/index.ts'
import { type CliContext, exit } from './context.ts'
import { permitted } from './permitted.ts'

const words = en.audit.command
const count = new Intl.NumberFormat('en-US')

interface Options {
  readonly json?: boolean
  readonly against?: string
}

export function audit(program: Command, open: () => Promise<CliContext>): void {
  const group = program.command('audit').description(words.about)
  const run = (work: (context: CliContext, permit: Permit<'audit.view'>) => Promise<void>) =>
    permitted(open, { action: 'audit.view', id: 'audit' }, work)
  group
    .command('verify')
    .description(words.verify)
    .option('--json', words.json)
    .option('--against <file>', words.against)
    .action((options: Options) => run((context, permit) => verify(context, permit, options)))
  group
    .command('checkpoints')
    .description(words.checkpoints)
    .action(() =>
      run(async ({ db, out }, permit) => {
        for (const c of await listCheckpoints(db, permit)) out(JSON.stringify(c))
      }),
    )
}

async function verify(
  { db, clock, secrets, out }: CliContext,
  permit: Permit<'audit.view'>,
  o: Options,
): Promise<void> {
  const signer = openAuditSigner(secrets.audit)
  const kept = o.against ? readCheckpoints(readFileSync(o.against, 'utf8')) : []
  await chainAudit(db, permit, signer, clock.now())
  const { rows, checkpoints, firstBad } = await verifyAudit(db, permit, signer, kept)
  if (firstBad) process.exitCode = exit.failure
  if (o.json) out(JSON.stringify({ ok: !firstBad, rows, checkpoints, firstBad: firstBad ?? null }))
  else if (firstBad) out(words.bad(firstBad.seq, en.audit.faults[firstBad.fault], count.format(rows)))
  else out(words.good(count.format(rows), count.format(checkpoints)))
}

/** The lines that `audit checkpoints` printed. Throws when one is something else. */
export const readCheckpoints = (text: string): readonly Checkpoint[] =>
  text
    .split('\n')
    .map((line, i) => [line.trim(), i + 1] as const)
    .filter(([line]) => line !== '')
    .map(([line, n]) => {
      const c = JSON.parse(line) as Record<string, unknown>
      const at = new Date(String(c.at))
      if (typeof c.seq !== 'number' || typeof c.hash !== 'string' || Number.isNaN(at.getTime()))
        throw new Error(words.badFile(n))
      return { seq: c.seq, hash: c.hash, at, keyId: String(c.keyId), signature: String(c.signature) }
    })
