/** `fhir publish <folder>`: the public directory as NDJSON files with a manifest and checksums. Exit code 0 when written. */
import type { Command } from 'commander'
import { anonymous, authorize, systemActor } from '#domain/access/policy.ts'
import { createEligibilityKeeper } from '#use-cases/eligibility/keep-snapshot.ts'
import { publishNow } from '#use-cases/fhir/publish-now.ts'
import { writePublication } from '#use-cases/fhir/write-publication.ts'
import { fhir as words } from '#words/en/fhir.ts'
import { readConfig } from '../config.ts'
import { type CliContext, exit } from './context.ts'

const t = words.command

export function fhir(program: Command, open: () => Promise<CliContext>): void {
  program
    .command('fhir')
    .description(t.about)
    .command('publish')
    .description(t.publish)
    .argument('<folder>', t.folder)
    .option('--url <url>', t.url)
    .action(async (folder: string, options: { readonly url?: string }) => {
      const { db, clock, out, close } = await open()
      try {
        const permit = authorize(systemActor, 'system.run', { id: 'fhir' })
        const viewing = authorize(anonymous, 'public.view', { id: 'public' })
        if (!permit.ok || !viewing.ok) {
          process.exitCode = exit.notPermitted
          return
        }
        const keeper = await createEligibilityKeeper(db, clock)
        keeper.stop()
        const snapshot = keeper.current()
        const { site } = readConfig(process.env)
        await publishNow(db, permit.value, { site, snapshot: () => snapshot }, clock.now())
        const written = await writePublication(db, viewing.value, {
          folder,
          ...(options.url && { url: options.url }),
          snapshot,
          now: clock.now(),
        })
        for (const f of written) out(t.wrote({ file: `${f.type}.ndjson`, count: f.count, bytes: f.bytes }))
      } finally {
        await close()
      }
    })
}
