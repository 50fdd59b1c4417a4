/** `restore <folder>`: into an empty database; with `--verify` only a trial, in a database that is dropped again. */
import type { Command } from 'commander'
import { checkSealed } from '#db/queries/backup/sealed-values.ts'
import { authorize } from '#domain/access/policy.ts'
import { openAuditSigner } from '#outside/audit-signer.ts'
import { keptFile, type Manifest } from '#outside/backup-folder.ts'
import { verifyAudit } from '#use-cases/audit/verify-audit.ts'
import { differingTables } from '#use-cases/backup/compare-restored.ts'
import { type Restored, restore as restoreInto } from '#use-cases/backup/restore.ts'
import { listKept } from '#use-cases/keys/settle-keys.ts'
import { restore as t } from '#words/en/command-line-backup.ts'
import { keys } from '#words/en/command-line-keys.ts'
import { exit, type KeepingContext } from './context.ts'
import { keeping, type OpenKeeping, type Operator } from './keeping.ts'

export function restore(program: Command, open: OpenKeeping): void {
  program
    .command('restore')
    .description(t.about)
    .argument('<folder>', t.folder)
    .option('--verify', t.verify)
    .action((folder: string, o: { readonly verify?: true }) =>
      keeping(open, async (context, permit) => {
        if (o.verify) return await trial(context, permit, folder)
        const done = await restoreInto(context.db, permit, folder, context.files)
        if (done.is !== 'restored') return refuse(context, refusal(done, folder))
        context.out(t.done(done.manifest.at, rowsOf(done.manifest), done.manifest.files.rows))
        warnOfMissing(context, done.manifest)
      }),
    )
}

async function trial(context: KeepingContext, permit: Operator, folder: string): Promise<void> {
  const scratch = await context.scratch()
  try {
    const done = await restoreInto(scratch.db, permit, folder)
    if (done.is !== 'restored') return refuse(context, refusal(done, folder))
    const { manifest } = done
    const faults: string[] = []
    const differing = await differingTables(scratch.db, permit, manifest)
    if (differing.length > 0) faults.push(t.differing(differing))
    let [opened, failed] = [0, 0]
    for await (const k of checkSealed(scratch.db, permit, (name) => keptFile(folder, name))) {
      opened += k.opened
      failed += k.failed
    }
    // What was missing when the backup was made is said, and is no fault of the backup's.
    if (failed > manifest.files.missing.length) faults.push(keys.bad(failed))
    const mayVerify = authorize(context.actor, 'audit.view', { id: 'audit' })
    if (!mayVerify.ok) throw new Error('an operator may verify the audit log')
    // The database may have been sealed under more keys than this one that it is tried in.
    const left = (await listKept(scratch.db)).map((k) => k.audit)
    const audit = await verifyAudit(scratch.db, mayVerify.value, openAuditSigner([...context.secrets.audit, ...left]))
    if (audit.firstBad) faults.push(t.badAudit(audit.firstBad.seq))
    if (faults.length > 0) return refuse(context, ...faults)
    context.out(t.good(manifest.at, rowsOf(manifest), opened, audit.rows))
    warnOfMissing(context, manifest)
  } finally {
    await scratch.close()
  }
}

const rowsOf = (m: Manifest): number => m.tables.reduce((sum, p) => sum + p.rows, 0)

function warnOfMissing({ err }: KeepingContext, { files }: Manifest): void {
  if (files.missing.length > 0) err(t.missing(files.missing.length))
}

function refuse({ err }: KeepingContext, ...lines: readonly string[]): void {
  for (const line of lines) err(line)
  process.exitCode = exit.failure
}

function refusal(r: Exclude<Restored, { is: 'restored' }>, folder: string): string {
  switch (r.is) {
    case 'no-backup':
      return t.refused['no-backup'](folder)
    case 'other-key':
      return t.refused['other-key']()
    case 'in-use':
      return t.refused['in-use'](r.table)
    case 'other-version':
      return t.refused['other-version'](r.backup, r.here)
    case 'damaged':
      return t.refused.damaged(r.parts)
  }
}
