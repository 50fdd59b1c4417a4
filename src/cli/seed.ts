/** `seed --enrollments N`: many invented enrollments into an installation that is not in production. */
import { type Command, InvalidArgumentError } from 'commander'
import { MOST, SEEDS } from '#demo/many/many-parties.ts'
import { seedMany } from '#demo/many/seed-many.ts'
import { seed as t } from '#words/en/command-line-seed.ts'
import { en } from '#words/index.ts'
import { readConfig } from '../config.ts'
import { exit } from './context.ts'
import { keeping, type OpenKeeping } from './keeping.ts'
import { progressOn } from './progress.ts'

interface Options {
  readonly enrollments: number
  readonly seed: number
  readonly json?: true
}

/** `production` is asked before anything is opened. */
export function seed(
  program: Command,
  open: OpenKeeping,
  production: () => boolean = () => readConfig(process.env).production,
): void {
  program
    .command('seed')
    .description(t.about)
    .requiredOption('--enrollments <count>', t.enrollments, upTo(MOST))
    .option('--seed <number>', t.seed, upTo(SEEDS), 1)
    .option('--json', t.json)
    .action(async ({ enrollments, seed, json }: Options) => {
      if (production()) {
        process.stderr.write(`${t.production}\n`)
        process.exitCode = exit.notPermitted
        return
      }
      await keeping(open, async ({ db, clock, out, err }, permit) => {
        const began = performance.now()
        const progress = progressOn(process.stderr)
        const told = (step: 'registry' | 'enrollments', done: number) => progress.say(t.progress[step](done))
        const done = await seedMany(db, permit, { count: enrollments, seed, clock, told })
        progress.done()
        if (!done.ok) {
          err(en.say(done.problem))
          process.exitCode = exit.failure
          return
        }
        const seconds = Number(((performance.now() - began) / 1000).toFixed(1))
        out(json ? JSON.stringify({ ...done.value, seed, seconds }) : t.done(done.value, seconds))
      })
    })
}

const upTo =
  (most: number) =>
  (text: string): number => {
    const n = Number(text)
    if (!/^\d+$/.test(text) || n < 1 || n > most) throw new InvalidArgumentError(t.between(most))
    return n
  }
