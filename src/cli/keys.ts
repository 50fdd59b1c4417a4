/** `keys verify`: does every sealed value open with the keys that are set. `keys rotate`: seals all of it anew. */
import type { Command } from 'commander'
import { checkSealed } from '#db/queries/backup/sealed-values.ts'
import { rotateKey } from '#use-cases/keys/rotate-key.ts'
import { keys as t } from '#words/en/command-line-keys.ts'
import { readConfig } from '../config.ts'
import { beginRotation, endRotation } from '../master-key.ts'
import { exit, type KeepingContext } from './context.ts'
import { keeping, type OpenKeeping, type Operator } from './keeping.ts'

/** How the new key comes and the former one goes, where the installation keeps its key itself. */
export interface KeyKeeping {
  /** False: whoever runs the command has to set the new key first. */
  begin(): boolean
  /** True: the former key's file was removed. */
  end(): boolean
}

const ofInstallation: KeyKeeping = {
  begin: () => beginRotation(readConfig(process.env)),
  end: () => endRotation(readConfig(process.env)),
}

export function keys(program: Command, open: OpenKeeping, keeper: KeyKeeping = ofInstallation): void {
  const group = program.command('keys').description(t.about)
  group
    .command('verify')
    .description(t.verify)
    .action(() => keeping(open, verify))
  group
    .command('rotate')
    .description(t.rotate)
    .action(async () => {
      if (keeper.begin()) return await keeping(open, (context, permit) => rotate(context, permit, keeper))
      process.stderr.write(`${t.setBoth}\n`)
      process.exitCode = exit.failure
    })
}

async function verify({ db, files, out, err }: KeepingContext, permit: Operator): Promise<void> {
  let [opened, former, failed] = [0, 0, 0]
  for await (const k of checkSealed(db, permit, files.get)) {
    out(t.row(k.kind, k.opened, k.former, k.failed))
    opened += k.opened
    former += k.former
    failed += k.failed
  }
  if (failed === 0) out(t.good(opened))
  if (former > 0) out(t.former(former))
  if (failed === 0) return
  err(t.bad(failed))
  process.exitCode = exit.failure
}

async function rotate(context: KeepingContext, permit: Operator, keeper: KeyKeeping): Promise<void> {
  const { db, files, actor, clock, out, err } = context
  const done = await rotateKey(
    db,
    permit,
    { files, actorId: actor.userId, told: (k) => err(t.resealed(k.kind, k.resealed, k.already)) },
    clock.now(),
  )
  switch (done.is) {
    case 'done':
      out(t.done(done.resealed, done.retired))
      return out(keeper.end() ? t.forget.file : t.forget.outside)
    case 'nothing-to-do':
      err(t.setBoth)
      break
    case 'in-use':
      err(t.inUse(done.connections))
      break
    case 'not-all':
      err(t.notAll(done.failed))
      break
  }
  process.exitCode = exit.failure
}
