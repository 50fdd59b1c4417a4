/**
 * `demo national`: an invented nation of enrollments, from a seed, as a snapshot file to check rosters and claims
 * against; or, with `--growth`, what a hundredth, a tenth and the whole of it take.
 */
import { type Command, InvalidArgumentError } from 'commander'
import { nationalCounts, nationalSnapshot } from '#demo/national/national-snapshot.ts'
import { memoryOf } from '#domain/eligibility/snapshot.ts'
import { saveSnapshot } from '#outside/snapshot-file.ts'
import { national as t } from '#words/en/roster.ts'

interface Options {
  readonly scale: number
  readonly seed: number
  readonly out?: string
  readonly growth?: true
}

export function national(program: Command): void {
  program
    .command('demo')
    .description(t.demo)
    .command('national')
    .description(t.about)
    .option('--scale <part>', t.scale, fraction, 0.01)
    .option('--seed <number>', t.seed, Number, 1)
    .option('--out <file>', t.out)
    .option('--growth', t.growth)
    .action(async (o: Options) => {
      for (const scale of o.growth ? [0.01, 0.1, 1] : [o.scale]) await make(scale, o)
    })
}

const fraction = (text: string): number => {
  const n = Number(text)
  if (!(n > 0 && n <= 1)) throw new InvalidArgumentError(t.badScale)
  return n
}

async function make(scale: number, { seed, out, growth }: Options): Promise<void> {
  const began = performance.now()
  const { snapshot, rows, periods } = nationalSnapshot(scale, { seed })
  const seconds = (performance.now() - began) / 1000
  const memory = memoryOf(snapshot)
  const bytes = memory.enrollments + memory.periods + memory.reassignments + memory.registry
  process.stdout.write(`${t.made({ ...nationalCounts(scale), scale, periods, rows, seconds, bytes })}\n`)
  if (!out || growth) return
  await saveSnapshot(out, snapshot)
  process.stdout.write(`${t.saved(out)}\n`)
}
