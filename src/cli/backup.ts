/** `backup <folder>`: the whole installation but its key, while it runs. */
import type { Command } from 'commander'
import { backUp } from '#use-cases/backup/back-up.ts'
import { backup as t } from '#words/en/command-line-backup.ts'
import { exit } from './context.ts'
import { keeping, type OpenKeeping } from './keeping.ts'

const MIB = 1024 * 1024

export function backup(program: Command, open: OpenKeeping): void {
  program
    .command('backup')
    .description(t.about)
    .argument('<folder>', t.folder)
    .action((folder: string) =>
      keeping(open, async ({ db, files, clock, out, err }, permit) => {
        const m = await backUp(db, permit, files, folder, clock.now(), (name, part) => err(t.table(name, part.rows)))
        if (!m) {
          err(t.inUse(folder))
          process.exitCode = exit.failure
          return
        }
        const rows = m.tables.reduce((sum, p) => sum + p.rows, 0)
        const bytes = m.tables.reduce((sum, p) => sum + p.bytes, 0)
        out(t.done(m.tables.length, rows, m.files.rows, (bytes / MIB).toFixed(1), folder))
        if (m.files.missing.length === 0) return
        err(t.missing(m.files.missing))
        process.exitCode = exit.failure
      }),
    )
}
