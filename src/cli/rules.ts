/** `rules try --since 2026-01-01 --param match.possible=14`: what a change would have done to files of the past. */
import type { Command } from 'commander'
import { authorize } from '#domain/access/policy.ts'
import { isDay } from '#domain/dates.ts'
import type { FailedRule } from '#domain/rules/judge-past.ts'
import { tryRules } from '#use-cases/rules/try-rules.ts'
import { en } from '#words/index.ts'
import { type CliContext, exit } from './context.ts'

const words = en.desk.rules
const collect = (one: string, all: readonly string[]): readonly string[] => [...all, one]

interface Options {
  readonly since: string
  readonly param: readonly string[]
  readonly json?: boolean
}

export function rules(program: Command, open: () => Promise<CliContext>): void {
  program
    .command('rules')
    .description(words.command.about)
    .command('try')
    .description(words.command.try)
    .requiredOption('--since <date>', words.command.since)
    .option('--param <name=value>', words.command.param, collect, [])
    .option('--json', words.command.json)
    .action(async (o: Options) => {
      if (!isDay(o.since)) {
        process.stderr.write(`${en.say({ code: 'not-a-date' })}\n`)
        process.exitCode = exit.usage
        return
      }
      const context = await open()
      try {
        const permit = authorize(context.actor, 'rules.try', { id: 'rules' })
        const tried = permit.ok ? await tryRules(context.db, permit.value, o.since, o.param) : permit
        if (!tried.ok) {
          const [problem] = tried.problems
          context.err(`${problem?.at ? `${problem.at}: ` : ''}${problem ? en.say(problem) : ''}`)
          process.exitCode = permit.ok ? exit.usage : exit.notPermitted
          return
        }
        const { files, passNow, passThen, differences } = tried.value
        if (o.json) {
          const lines = differences.map(({ file, newly, noLonger }) => ({
            trackingNumber: file.trackingNumber,
            newly,
            noLonger,
          }))
          context.out(JSON.stringify({ files, passNow, passThen, differences: lines }))
          return
        }
        context.out(words.tried(files, passNow, passThen, differences.length))
        for (const d of differences)
          context.out(words.command.line(d.file.trackingNumber, said(d.newly), said(d.noLonger)))
      } finally {
        await context.close()
      }
    })
}

const said = (failed: readonly FailedRule[]): string =>
  [...new Set(failed.map((f) => `${words.rules[f.rule] ?? f.rule} (${f.cite})`))].join(', ')
