/** `keys verify`: does every sealed value open with the keys that are set. Changes nothing. */
import type { Command } from 'commander'
import { checkSealed } from '#db/queries/backup/sealed-values.ts'
import { keys as t } from '#words/en/command-line-backup.ts'
import { exit } from './context.ts'
import { keeping, type OpenKeeping } from './keeping.ts'

export function keys(program: Command, open: OpenKeeping): void {
  program
    .command('keys')
    .description(t.about)
    .command('verify')
    .description(t.verify)
    .action(() =>
      keeping(open, async ({ db, files, out, err }, permit) => {
        let [opened, failed] = [0, 0]
        for await (const k of checkSealed(db, permit, files.get)) {
          out(t.row(k.kind, k.opened, k.failed))
          opened += k.opened
          failed += k.failed
        }
        if (failed === 0) return out(t.good(opened))
        err(t.bad(failed))
        process.exitCode = exit.failure
      }),
    )
}
