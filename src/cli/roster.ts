/**
 * `roster check`: a CSV of NPIs to standard output as answers, from a running portal, from the database of this
 * machine or from a snapshot file. Exit code 0 when every row may bill, 1 otherwise.
 */
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { type Command, InvalidArgumentError } from 'commander'
import { parse } from 'csv-parse'
import { type Day, dayIn, isDay, siteZone } from '#domain/dates.ts'
import type { Snapshot } from '#domain/eligibility/snapshot.ts'
import type { RosterSummary } from '#domain/roster/scan.ts'
import { systemClock } from '#outside/clock.ts'
import { loadSnapshot } from '#outside/snapshot-file.ts'
import { createEligibilityKeeper } from '#use-cases/eligibility/keep-snapshot.ts'
import { checkRosterStream } from '#use-cases/roster/check-stream.ts'
import { roster as words } from '#words/en/roster.ts'
import { type CliContext, exit } from './context.ts'

const t = words.command

interface Options {
  readonly on?: Day
  readonly url: string
  readonly database?: true
  readonly snapshot?: string
  readonly json?: true
}

export function roster(program: Command, openContext: () => Promise<CliContext>): void {
  program
    .command('roster')
    .description(t.about)
    .command('check')
    .description(t.check)
    .argument('<file>', t.file)
    .option('--on <day>', t.on, civilDay)
    .option('--url <url>', t.url, 'http://127.0.0.1:8080')
    .option('--database', t.database)
    .option('--snapshot <file>', t.snapshot)
    .option('--json', t.json)
    .action(async (file: string, options: Options) => {
      const input = file === '-' ? process.stdin : await opened(file)
      if (!options.database && !options.snapshot) return askPortal(input, options)
      const snapshot = options.snapshot ? loadSnapshot(options.snapshot).snapshot : await fromDatabase(openContext)
      let summary: RosterSummary | undefined
      const on = options.on ?? dayIn(siteZone, systemClock.now())
      await print(
        checkRosterStream(snapshot, input as AsyncIterable<Uint8Array>, on, (s) => (summary = s)),
        options.json,
      )
      process.stderr.write(`${words.summary(summary!)}\n`)
      process.exitCode = summary!.yes === summary!.rows ? exit.ok : exit.failure
    })
}

/** Throws in words for a file that cannot be read, before anything is asked of anybody. */
async function opened(path: string): Promise<Readable> {
  const file = await open(path).catch(() => undefined)
  if (!file || (await file.stat()).isDirectory()) throw new Error(t.unreadable(path))
  return file.createReadStream({ highWaterMark: 1 << 20 })
}

const civilDay = (text: string): Day => {
  if (!isDay(text)) throw new InvalidArgumentError(t.badDay)
  return text
}

/** Standard output stays open: other commands may follow in a test. */
const print = (answers: Readable, json: true | undefined): Promise<void> =>
  json
    ? pipeline(answers, parse({ columns: true }), linesOfJson, process.stdout, { end: false })
    : pipeline(answers, process.stdout, { end: false })

/** One object a row, by the names of the columns. */
async function* linesOfJson(rows: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`
}

async function fromDatabase(open: () => Promise<CliContext>): Promise<Snapshot> {
  const { db, clock, close } = await open()
  try {
    const keeper = await createEligibilityKeeper(db, clock)
    keeper.stop()
    return keeper.current()
  } finally {
    await close()
  }
}

async function askPortal(input: Readable | NodeJS.ReadStream, { url, on, json }: Options): Promise<void> {
  if (on) throw new Error(t.onNeedsRecord)
  const reply = await fetch(`${url.replace(/\/$/, '')}/api/v1/roster/check`, {
    method: 'POST',
    headers: { 'Content-Type': 'text/csv' },
    body: Readable.toWeb(input as Readable) as ReadableStream<Uint8Array>,
    duplex: 'half',
  } as RequestInit).catch(() => undefined)
  if (!reply) throw new Error(t.unreachable(url))
  if (!reply.ok || !reply.body) throw new Error(t.refused(url, (await reply.text()).slice(0, 500)))
  await print(Readable.fromWeb(reply.body as ReadableStream<Uint8Array>), json)
}
