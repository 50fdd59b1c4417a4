/** The commands about published source files. */
import type { Command } from 'commander'
import { en } from '#words/index.ts'
import type { CliContext } from './context.ts'
import { refdataLoad } from './refdata-load.ts'
import { refdataOwners } from './refdata-owners.ts'
import { refdataStatus } from './refdata-status.ts'

export function refdata(program: Command, open: () => Promise<CliContext>): void {
  const group = program.command('refdata').description(en.refdata.about)
  refdataLoad(group, open)
  refdataOwners(group, open)
  refdataStatus(group, open)
}
