/**
 * `eligibility check`: one question, to a running portal over HTTP or to the database of this machine.
 * Exit code 0 for yes, 1 for no and for "not known", 2 for wrong usage, so that scripts can branch on it.
 */
import { type Command, InvalidArgumentError, Option } from 'commander'
import { type Day, dayIn, isDay, siteZone } from '#domain/dates.ts'
import {
  type ClaimRole,
  claimRoles,
  type OrderedService,
  orderedServices,
  type Question,
} from '#domain/eligibility/question.ts'
import { billedName, checkEligibility, type EligibilityAnswer } from '#use-cases/eligibility/check-eligibility.ts'
import { createEligibilityKeeper } from '#use-cases/eligibility/keep-snapshot.ts'
import { eligibility as words } from '#words/en/eligibility.ts'
import { type CliContext, exit } from './context.ts'

const t = words.command

interface Options {
  readonly npi: string
  readonly on?: Day
  readonly role: ClaimRole
  readonly name?: string
  readonly payee?: string
  readonly service?: OrderedService
  readonly place?: string
  readonly knownOn?: Day
  readonly json?: true
  readonly url: string
  readonly database?: true
}

export function eligibility(program: Command, open: () => Promise<CliContext>): void {
  program
    .command('eligibility')
    .description(t.about)
    .command('check')
    .description(t.check)
    .requiredOption('--npi <npi>', t.npi, shaped(/^\d{10}$/, t.badNpi))
    .option('--on <day>', t.on, civilDay)
    .addOption(new Option('--role <role>', t.role).choices(claimRoles).default('billing'))
    .option('--name <name>', t.name, shaped(/^[^,]{1,60},[^,]{1,40}$/, t.badName))
    .option('--payee <npi>', t.payee, shaped(/^\d{10}$/, t.badNpi))
    .addOption(new Option('--service <service>', t.service).choices(orderedServices))
    .option('--place <state>', t.place, shaped(/^[A-Z]{2}$/, t.badState))
    .option('--known-on <day>', t.knownOn, civilDay)
    .option('--json', t.json)
    .option('--url <url>', t.url, 'http://127.0.0.1:8080')
    .option('--database', t.database)
    .action(async (options: Options) => {
      const answer = options.database ? await askDatabase(options, open) : await askPortal(options)
      for (const line of options.json ? [JSON.stringify(answer)] : said(answer)) process.stdout.write(`${line}\n`)
      process.exitCode = answer.answer === 'yes' ? exit.ok : exit.failure
    })
}

const shaped = (shape: RegExp, otherwise: string) => (text: string) => {
  if (!shape.test(text)) throw new InvalidArgumentError(otherwise)
  return text
}
const civilDay = (text: string): Day => {
  if (!isDay(text)) throw new InvalidArgumentError(t.badDay)
  return text
}

async function askDatabase(o: Options, open: () => Promise<CliContext>): Promise<EligibilityAnswer> {
  const { db, clock, close } = await open()
  try {
    const keeper = await createEligibilityKeeper(db, clock)
    keeper.stop()
    const question: Question = {
      npi: o.npi,
      on: o.on ?? dayIn(siteZone, clock.now()),
      role: o.role,
      ...(o.name && { name: billedName(o.name) }),
      ...(o.payee && { payee: o.payee }),
      ...(o.service && { service: o.service }),
      ...(o.place && { place: o.place }),
      ...(o.knownOn && { knownOn: o.knownOn }),
    }
    return checkEligibility(keeper.current(), question)
  } finally {
    await close()
  }
}

/** Throws with a sentence for the person when the portal does not answer, or refuses. */
async function askPortal(o: Options): Promise<EligibilityAnswer> {
  const { npi, on, role, name, payee, service, place, knownOn } = o
  const given = Object.entries({ npi, on, role, name, payee, service, place, knownOn })
  const query = new URLSearchParams(given.filter((e): e is [string, string] => e[1] !== undefined))
  const reply = await fetch(`${o.url.replace(/\/$/, '')}/api/v1/eligibility?${query}`, {
    signal: AbortSignal.timeout(10_000),
  }).catch(() => undefined)
  if (!reply) throw new Error(t.unreachable(o.url))
  if (!reply.ok) throw new Error(t.refused(o.url, (await reply.text()).slice(0, 500)))
  return (await reply.json()) as EligibilityAnswer
}

function said(a: EligibilityAnswer): readonly string[] {
  return [
    t.line(words.answers[a.answer], a.npi, words.roles[a.role], a.on, a.message),
    ...(a.fix ? [a.fix.message] : []),
    ...(a.enrollmentId && a.effectiveFrom
      ? [t.enrollment(a.enrollmentId, a.effectiveFrom, a.effectiveTo ?? t.open)]
      : []),
    ...[a.carc, a.rarc].flatMap((c) => (c ? [`${c.code} (${c.confidence}; ${c.source})`] : [])),
    t.version(a.version.sequence, a.version.asOf),
  ]
}
