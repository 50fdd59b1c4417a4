/**
 * `claims check`: a claim file, or standard input, against the database of this machine. Nothing of the file is kept.
 * Exit code 0 when nothing was found, 1 when claims or the file would be turned away, 2 for wrong usage.
 */
import { createReadStream } from 'node:fs'
import type { Command } from 'commander'
import type { CheckedFile } from '#domain/claims/claim-check.ts'
import type { ClaimFinding } from '#domain/claims/findings.ts'
import {
  ackOf,
  businessAnswerOf,
  type ClaimIntake,
  findingLine,
  findingsHeader,
  openClaimCheck,
} from '#use-cases/claims/check-claims.ts'
import { claimDocument, isTurnedAway, usualFindings } from '#use-cases/claims/claim-document.ts'
import { createEligibilityKeeper } from '#use-cases/eligibility/keep-snapshot.ts'
import { claims as words } from '#words/en/claims.ts'
import { type CliContext, exit } from './context.ts'

const t = words.command

interface Options {
  readonly json?: true
  readonly csv?: true
  readonly '999'?: true
  readonly '277ca'?: true
}

export function claims(program: Command, open: () => Promise<CliContext>): void {
  program
    .command('claims')
    .description(t.about)
    .command('check')
    .description(t.check)
    .argument('<file>', t.file)
    .option('--json', t.json)
    .option('--csv', t.csv)
    .option('--999', t.ack)
    .option('--277ca', t.business)
    .action(async (file: string, options: Options, command: Command) => {
      if (Object.keys(options).length > 1) command.error(t.oneOutput, { exitCode: exit.usage })
      process.exitCode = await check(file, options, open)
    })
}

async function check(file: string, options: Options, open: () => Promise<CliContext>): Promise<number> {
  const { db, clock, err, close } = await open()
  let intake: ClaimIntake | undefined
  try {
    const keeper = await createEligibilityKeeper(db, clock)
    keeper.stop()
    const findings: ClaimFinding[] = []
    let rows = options.csv ? findingsHeader : ''
    intake = openClaimCheck(keeper.current(), {
      keepAnswers: options['277ca'] ? Number.POSITIVE_INFINITY : 0,
      onFinding: (f) => {
        if (options.csv) rows += findingLine(f)
        else findings.push(f)
      },
      ...(!options.csv && { mostFindings: usualFindings }),
    })
    for await (const chunk of streamOf(file)) {
      await intake.feed(chunk)
      if (rows !== '') await written(rows)
      rows = ''
      if (intake.stopped) break
    }
    const checked = await intake.finish()
    const text = answer(checked, findings, options, rows, clock.now())
    if (text === undefined) err(t.noAnswer)
    else await written(text)
    return text === undefined || isTurnedAway(checked) ? exit.failure : exit.ok
  } catch (fault) {
    if (!isUnreadable(fault)) throw fault
    err(t.unreadable(file))
    return exit.usage
  } finally {
    intake?.stop()
    await close()
  }
}

function answer(
  file: CheckedFile,
  findings: readonly ClaimFinding[],
  options: Options,
  rows: string,
  now: Date,
): string | undefined {
  if (options.csv) return rows
  if (options.json) return `${JSON.stringify(claimDocument(file, findings))}\n`
  if (options['999']) return ackOf(file, now)
  if (options['277ca']) return businessAnswerOf(file, now)
  return `${said(file).join('\n')}\n`
}

function said({ summary: s }: CheckedFile): readonly string[] {
  const line = (answer: string, sum: { claims: number; cents: number }): string =>
    t.line(answer, words.claimCount(sum.claims), words.dollars(sum.cents))
  return [
    line(words.page.claims, s.claims),
    ...(['no', 'unknown', 'look'] as const).flatMap((k) => {
      const sum = k === 'no' ? s.atRisk : s[k]
      return sum.claims > 0 ? [line(words.answers[k], sum)] : []
    }),
    line(words.answers.clear, s.clear),
    ...s.fixFirst
      .slice(0, 20)
      .map((f) => t.fixLine(words.dollars(f.cents), words.claimCount(f.claims), f.npi, words.cause(f.cause, f.part))),
    ...(s.faults > 0
      ? [t.faultsLine(s.faults), ...s.structure.slice(0, 20).map((f) => `  ${words.fault(f.code)}`)]
      : []),
    t.version(s.version.sequence, s.version.asOf),
  ]
}

const streamOf = (file: string): AsyncIterable<Uint8Array> =>
  file === '-' ? process.stdin : createReadStream(file, { highWaterMark: 262_144 })

/** Waits while the reader of our output is slow. */
const written = (text: string): Promise<void> =>
  new Promise((done, failed) => process.stdout.write(text, (fault) => (fault ? failed(fault) : done())))

const isUnreadable = (fault: unknown): boolean =>
  fault instanceof Error && 'code' in fault && /^(ENOENT|EISDIR|EACCES)$/.test(String(fault.code))
