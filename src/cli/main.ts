/** The command line: `npm run cli -- <command>`. Exit codes: 0 done, 1 failed or refused, 2 wrong usage, 3 not permitted. */
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { Command, CommanderError } from 'commander'
import { repositoryRoot } from '#outside/embedded-postgres/data-root.ts'
import { commandLine as t } from '#words/en/command-line.ts'
import { audit } from './audit.ts'
import { backup } from './backup.ts'
import { claims } from './claims.ts'
import { completion } from './completion.ts'
import { configCheck } from './config-check.ts'
import { exit, openContext } from './context.ts'
import { contractors } from './contractors.ts'
import { dates } from './dates.ts'
import { editions } from './editions.ts'
import { eligibility } from './eligibility.ts'
import { evidence } from './evidence.ts'
import { fee } from './fee.ts'
import { fhir } from './fhir.ts'
import { keys } from './keys.ts'
import { mail } from './mail.ts'
import { national } from './national.ts'
import { policies } from './policies.ts'
import { publicFiles } from './public-files.ts'
import { refdata } from './refdata.ts'
import { restore } from './restore.ts'
import { roster } from './roster.ts'
import { rules } from './rules.ts'
import { seed } from './seed.ts'

/** As package.json says it, which is in the sources and beside dist/. */
function versionHere(): string {
  const { version } = JSON.parse(readFileSync(join(repositoryRoot(), 'package.json'), 'utf8')) as { version: string }
  return version
}

/** Every command; nothing is opened before one of them runs. */
export function commandLine(): Command {
  const program = new Command('openpecos')
    .version(versionHere(), '--version', t.version)
    .exitOverride()
    .showHelpAfterError()
  contractors(program, openContext)
  refdata(program, openContext)
  eligibility(program, openContext)
  roster(program, openContext)
  national(program)
  dates(program)
  audit(program, openContext)
  backup(program, openContext)
  restore(program, openContext)
  keys(program, openContext)
  seed(program, openContext)
  claims(program, openContext)
  evidence(program, openContext)
  policies(program, openContext)
  rules(program, openContext)
  editions(program, openContext)
  fee(program, openContext)
  mail(program, openContext)
  fhir(program, openContext)
  publicFiles(program, openContext)
  configCheck(program)
  completion(program)
  return program
}

export async function main(argv: readonly string[]): Promise<void> {
  try {
    await commandLine().parseAsync(argv, { from: 'user' })
  } catch (fault) {
    if (fault instanceof CommanderError) {
      process.exitCode = fault.exitCode === 0 ? exit.ok : exit.usage
      return
    }
    process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`)
    process.exitCode = exit.failure
  }
}

/** Run by itself, as "node dist/cli.mjs <command>"; `npm run cli` imports it. */
const started = process.argv[1]
if (started && existsSync(started) && realpathSync(started) === import.meta.filename) await main(process.argv.slice(2))
