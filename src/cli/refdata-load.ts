/** `refdata load <file>`: imports one published source file. */
import { type Command, Option } from 'commander'
import { listQuarantined } from '#db/queries/registry-files/source-imports.ts'
import { authorize } from '#domain/access/policy.ts'
import type { SourceKind } from '#domain/party/registry-provider.ts'
import type { Problem } from '#domain/result.ts'
import { keepMemoryFlat } from '#outside/flat-memory.ts'
import { sourceKinds } from '#outside/sources/layouts.ts'
import { openSourceFile } from '#outside/sources/source-file.ts'
import { type ImportSummary, importSource } from '#use-cases/sources/import-source.ts'
import { en } from '#words/index.ts'
import { type CliContext, exit } from './context.ts'
import { progressOn } from './progress.ts'

interface Options {
  readonly as?: SourceKind
  readonly increment?: boolean
  readonly allowShrink?: boolean
  readonly allowOlder?: boolean
  readonly json?: boolean
}

const words = en.refdata
const SHOWN = 10
const count = new Intl.NumberFormat('en-US')
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1)

export function refdataLoad(refdata: Command, open: () => Promise<CliContext>): void {
  refdata
    .command('load')
    .description(words.load.about)
    .argument('<file>', words.load.file)
    .addOption(new Option('--as <kind>', words.load.as).choices(sourceKinds))
    .option('--increment', words.load.increment)
    .option('--allow-shrink', words.load.allowShrink)
    .option('--allow-older', words.load.allowOlder)
    .option('--json', words.load.json)
    .action(async (path: string, options: Options) => {
      keepMemoryFlat()
      const progress = progressOn(process.stderr)
      const saying = (bytes: number) => progress.say(words.reading(megabytes(bytes)))
      const file = await openSourceFile(path, saying, options.as)
      progress.done()
      if (!file.ok && file.problem.code === 'file-missing') {
        process.stderr.write(`${words.unreadable(path)}\n`)
        process.exitCode = exit.failure
        return
      }
      const context = await open()
      try {
        if (!file.ok) return refused(context, file.problem, options)
        const permit = authorize(context.actor, 'registry.manage', { id: 'registry' })
        if (!permit.ok) return refused(context, permit.problem, options)
        const began = performance.now()
        const result = await importSource(context.db, permit.value, file.value, options, {
          clock: context.clock,
          onProgress: progress.show,
        })
        progress.done()
        if (!result.ok) return refused(context, result.problem, options)
        const seconds = (performance.now() - began) / 1000
        const aside =
          result.value.quarantined > 0
            ? await listQuarantined(context.db, permit.value, result.value.importId, SHOWN)
            : []
        if (options.json) context.out(JSON.stringify({ ...result.value, seconds: Number(seconds.toFixed(3)), aside }))
        else report(context, result.value, seconds, aside)
      } finally {
        progress.done()
        await context.close()
      }
    })
}

function report(
  { out, err }: CliContext,
  s: ImportSummary,
  seconds: number,
  aside: Awaited<ReturnType<typeof listQuarantined>>,
): void {
  const name = en.sourceNames[s.source]
  if (s.outcome === 'already-loaded') {
    out(words.alreadyLoaded(name))
    return
  }
  out((s.increment ? words.applied : words.loaded)(name, count.format(s.rows), s.asOf, seconds.toFixed(1)))
  if (s.resumedAt > 0) err(words.resumed(megabytes(s.resumedAt)))
  if (s.unknownColumns.length > 0) err(words.unknownColumns(s.unknownColumns.join(', ')))
  if (s.quarantined === 0) return
  err(words.setAside(count.format(s.quarantined)))
  for (const q of aside) err(words.setAsideRow({ ...q, reason: words.reasons[q.reason] ?? q.reason }))
  if (s.quarantined > aside.length) err(words.more(count.format(s.quarantined - aside.length)))
}

/** Says why, and sets the exit code. */
function refused({ out, err }: CliContext, problem: Problem, { json }: Options): void {
  if (json) out(JSON.stringify({ outcome: 'refused', problem, message: en.say(problem) }))
  else err(en.say(problem))
  process.exitCode = problem.code === 'not-permitted' ? exit.notPermitted : exit.failure
}
