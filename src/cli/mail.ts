/** `mail bounce < report`: what a mail server or the mailbox of bounces pipes in is noted at the notices it is about. */
import { text } from 'node:stream/consumers'
import type { Command } from 'commander'
import { authorize, systemActor } from '#domain/access/policy.ts'
import { noteBounces } from '#use-cases/time/note-proof.ts'
import { en } from '#words/index.ts'
import { type CliContext, exit } from './context.ts'

const t = en.time.command

export function mail(program: Command, open: () => Promise<CliContext>): void {
  program
    .command('mail')
    .description(t.about)
    .command('bounce')
    .description(t.read)
    .action(async () => {
      const report = await text(process.stdin)
      const context = await open()
      try {
        const permit = authorize(systemActor, 'system.run', { id: 'mail' })
        if (!permit.ok) throw new Error('the policy lets the system run')
        const noted = await noteBounces(context.db, permit.value, report, new Date())
        context.out(t.noted(noted.addresses, noted.notices))
        if (noted.addresses === 0) process.exitCode = exit.failure
      } finally {
        await context.close()
      }
    })
}
