/**
 * `public-files export <folder>`: the public files and a manifest with checksums; `public-files import <folder>`: the
 * record from such files. Exit code 0 when all of it was written or laid over the record.
 */
import type { Command } from 'commander'
import { authorize, systemActor } from '#domain/access/policy.ts'
import { dayIn, siteZone } from '#domain/dates.ts'
import { importFiles } from '#use-cases/public-files/import-files.ts'
import { writeFiles } from '#use-cases/public-files/write-files.ts'
import { specialtyWords } from '#words/en/reference/specialties.ts'
import { en } from '#words/index.ts'
import { type CliContext, exit } from './context.ts'
import { permitted } from './permitted.ts'

const t = en.publicFiles.command

export function publicFiles(program: Command, open: () => Promise<CliContext>): void {
  const command = program.command('public-files').description(t.about)
  command
    .command('export')
    .description(t.export)
    .argument('<folder>', t.folder)
    .action(async (folder: string) => {
      const { db, clock, out, close } = await open()
      try {
        const permit = authorize(systemActor, 'system.run', { id: 'public-files' })
        if (!permit.ok) {
          process.exitCode = exit.notPermitted
          return
        }
        const now = clock.now()
        const typeName = en.portal.enrollment.specialty
        const made = await writeFiles(db, permit.value, { folder, on: dayIn(siteZone, now), now, typeName })
        for (const file of made) out(t.wrote(file))
      } finally {
        await close()
      }
    })
  command
    .command('import')
    .description(t.import)
    .argument('<folder>', t.importFolder)
    .option('--json', t.json)
    .action((folder: string, { json }: { readonly json?: true }) =>
      permitted(open, { action: 'registry.manage', id: 'public-files' }, async ({ db, clock, out, err }, permit) => {
        const names = Object.entries(specialtyWords)
        const specialties = { names: names.map(([, n]) => n), codes: names.map(([code]) => `14-${code}`) }
        const done = await importFiles(db, permit, { folder, clock, specialties, dueReason: t.dueReason })
        if (!done.ok) {
          err(en.say(done.problem))
          process.exitCode = exit.failure
          return
        }
        if (json) out(JSON.stringify(done.value))
        else
          for (const f of done.value) {
            out(t.imported(f))
            for (const line of t.remarks(f)) err(line)
            if (f.problem) err(`  ${en.say(f.problem)}`)
          }
        if (done.value.some((f) => f.problem)) process.exitCode = exit.failure
      }),
    )
}
