/** `refdata owners <file>`: loads one published All-Owners file. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Command, Option } from 'commander'
import { authorize } from '#domain/access/policy.ts'
import { facilityOfFile, type PublishedFacility, publishedFacilities } from '#domain/ownership/published-facilities.ts'
import { loadOwnersFile } from '#use-cases/ownership/load-owners-file.ts'
import { en } from '#words/index.ts'
import { type CliContext, exit } from './context.ts'

const words = en.ownership.command

export function refdataOwners(refdata: Command, open: () => Promise<CliContext>): void {
  refdata
    .command('owners')
    .description(words.about)
    .argument('<file>', words.file)
    .addOption(new Option('--facility <type>', words.facility).choices(publishedFacilities))
    .action(async (path: string, options: { readonly facility?: PublishedFacility }) => {
      const context = await open()
      try {
        const facility = options.facility ?? facilityOfFile(basename(path))
        const permit = authorize(context.actor, 'registry.manage', { id: 'registry' })
        if (!permit.ok) return refused(context, en.say(permit.problem), exit.notPermitted)
        if (!facility) return refused(context, words.whichFacility, exit.usage)
        const given = { facility, fileName: basename(path), bytes: await readFile(path) }
        const loaded = await loadOwnersFile(context.db, permit.value, given, context.clock.now())
        if (!loaded.ok) return refused(context, en.say(loaded.problem), exit.failure)
        context.out(words[loaded.value.outcome](loaded.value))
      } finally {
        await context.close()
      }
    })
}

function refused({ err }: CliContext, why: string, code: number): void {
  err(why)
  process.exitCode = code
}
