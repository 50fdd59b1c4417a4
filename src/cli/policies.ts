/** `policies`: what screening and monitoring go by on a day, and what comes; changing it is two people's act on the pages. */
import type { Command } from 'commander'
import { policiesInForce } from '#db/queries/policies/desk-policies.ts'
import { type Day, dayIn, isDay, siteZone } from '#domain/dates.ts'
import {
  type PolicyTopic,
  type PolicyVersion,
  policyKeys,
  policyTopics,
  productPolicy,
} from '#domain/policies/desk-policy.ts'
import { versionOn, versionsAfter } from '#domain/versions.ts'
import { nameOfKey, sayPolicy } from '#use-cases/policies/say-policy.ts'
import { time } from '#words/en/portal/time.ts'
import { en } from '#words/index.ts'
import { type CliContext, exit } from './context.ts'
import { permitted } from './permitted.ts'

const words = en.desk.policies

interface Options {
  readonly on?: string
  readonly json?: boolean
}

export function policies(program: Command, open: () => Promise<CliContext>): void {
  program
    .command('policies')
    .description(words.command.about)
    .option('--on <date>', words.command.on)
    .option('--json', words.command.json)
    .action(async (o: Options) => {
      if (o.on !== undefined && !isDay(o.on)) {
        process.stderr.write(`${en.say({ code: 'not-a-date' })}\n`)
        process.exitCode = exit.usage
        return
      }
      await permitted(open, { action: 'policy.view', id: 'site' }, (context) => list(context, o))
    })
}

async function list({ db, clock, out }: CliContext, o: Options): Promise<void> {
  const on = (o.on as Day | undefined) ?? dayIn(siteZone, clock.now())
  for (const topic of policyTopics) {
    const set = await policiesInForce(db, topic)
    const keys = [...new Set([...policyKeys[topic], ...set.keys()])]
    if (!o.json) out(`${words.topics[topic].title}:`)
    for (const key of keys) out(line(topic, key, set.get(key) ?? [], on, o.json === true))
  }
}

function line(topic: PolicyTopic, key: string, versions: readonly PolicyVersion[], on: Day, json: boolean): string {
  const standing = versionOn(versions, on)
  const value = standing?.value ?? productPolicy(topic, key, on)
  const coming = versionsAfter(versions, on)
  if (json)
    return JSON.stringify({
      topic,
      key,
      on,
      value,
      version: standing?.version ?? null,
      coming: coming.map((v) => ({ version: v.version, from: v.from, value: v.value })),
    })
  const ahead = coming.map((v) => `; ${words.fromDay(time.day(v.from), sayPolicy(topic, v.value, en))}`)
  return `  ${nameOfKey(topic, key, en)}: ${sayPolicy(topic, value, en)}, ${standing ? words.setHere : words.product}${ahead.join('')}`
}
