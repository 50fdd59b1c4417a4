/** Proposes another value from a day on, tries it dry on past files, and answers what somebody else proposed. */
import type { JSX } from 'preact'
import { listPolicies, type PolicyLine } from '#db/queries/policies/desk-policies.ts'
import type { Subject } from '#domain/access/policy.ts'
import { isDay } from '#domain/dates.ts'
import {
  isPolicyKey,
  isPolicyTopic,
  type PolicyTopic,
  type PolicyValues,
  productPolicy,
} from '#domain/policies/desk-policy.ts'
import { policyFields, readPolicy, typedPolicy } from '#domain/policies/read-policy.ts'
import type { Problem } from '#domain/result.ts'
import { versionOn } from '#domain/versions.ts'
import { text } from '#forms/kit/kinds.ts'
import { answerPolicy, changePolicy } from '#use-cases/policies/change-policy.ts'
import { nameOfKey } from '#use-cases/policies/say-policy.ts'
import { callerOf } from '#web/kit/caller.ts'
import { Control } from '#web/kit/fields.tsx'
import { type Ask, type Fields, page } from '#web/kit/page.ts'
import { Button, Form } from '#web/kit/parts.tsx'
import { notFound, redirect } from '#web/kit/reply.ts'
import { postedNames, typedFrom } from '#web/kit/typed-fields.ts'
import { time } from '#words/en/portal/time.ts'
import { deskScreen } from '../decisions/desk-screen.tsx'
import { Standing } from './key-page.tsx'
import { theSite } from './overview-page.tsx'
import { fromQuestion, PolicyBoxes } from './policy-boxes.tsx'
import { policyPath } from './policy-path.ts'
import { tried } from './try-change.tsx'

type Changing = Ask<'policy.change', Subject>
const answers = ['put-in-force', 'refuse', 'withdraw'] as const

export const policyChangePage = page({
  path: '/desk/policies/:topic/:key/change',
  action: 'policy.change',
  subject: theSite,
  get: (ask) => draw(ask, undefined, []),
  post: {
    once: true,
    fields: (_, { topic }) => [
      ...(isPolicyTopic(topic) ? policyFields[topic] : []),
      ...postedNames('from', fromQuestion),
      'reason',
      'seen',
      'why',
    ],
    many: ['sources', 'statuses'],
    async handle(ask) {
      const { db, permit, posted, params, now } = ask
      const { topic, key } = params
      if (!isPolicyTopic(topic) || !key || !isPolicyKey(topic, key)) return notFound
      const seen = Number(posted.seen ?? 0)
      const answer = answers.find((a) => a === posted.go)
      if (answer) {
        const given = { topic, key, version: seen, answer, why: posted.why ?? '' }
        const done = await answerPolicy(db, permit, given, callerOf(ask), now)
        return done.ok
          ? redirect(
              policyPath(topic, key),
              answer === 'put-in-force' ? { notice: 'policy-in-force' } : { notice: 'policy-answered' },
            )
          : draw(ask, undefined, done.problems, posted.why)
      }
      const typed = { ...posted, from: typedFrom('from', fromQuestion, posted) }
      const value = readPolicy(topic, typed)
      const { from } = typed
      const dated = from !== undefined && isDay(from)
      const problems: readonly Problem[] = [
        ...(value.ok ? [] : value.problems),
        ...(posted.go === 'try' || dated ? [] : [{ code: from ? 'not-a-date' : 'required', at: 'from' } as const]),
      ]
      if (posted.go === 'try' || !value.ok || !dated || problems.length > 0) return draw(ask, typed, problems)
      const change = { topic, key, value: value.value, from, reason: posted.reason ?? '', seen }
      const done = await changePolicy(db, permit, change, callerOf(ask), now)
      return done.ok ? redirect(policyPath(topic, key), { notice: 'policy-saved' }) : draw(ask, typed, done.problems)
    },
  },
})

async function draw(ask: Changing, typed: Fields | undefined, problems: readonly Problem[], why?: string) {
  const { db, permit, w, params, today, visit } = ask
  const { topic, key } = params
  if (!isPolicyTopic(topic) || !key || !isPolicyKey(topic, key)) return notFound
  const t = w.desk.policies
  const versions = await listPolicies(db, permit, { topic, key })
  const waiting = versions.find((v) => v.state === 'waiting')
  const inForce = versionOn(versions, today)?.value ?? productPolicy(topic, key, today)
  const read = typed?.go === 'try' ? readPolicy(topic, typed) : undefined
  // Whoever puts it in force sees what it would do, without asking.
  const trying = read?.ok ? read.value : waiting?.value
  const trial = trying && (await tried(ask, topic, key, trying))
  return deskScreen({
    w,
    title: t.changeTitle(nameOfKey(topic, key, w)),
    back: { href: policyPath(topic, key), label: nameOfKey(topic, key, w) },
    problems,
    children: (
      <>
        <Standing topic={topic} policy={key} versions={versions} on={today} w={w} />
        {trial}
        {waiting ? (
          Waiting({ ask, version: waiting, why, problems })
        ) : (
          <Form visit={visit}>
            <input type="hidden" name="seen" value={typed?.seen ?? String(versions[0]?.version ?? 0)} />
            {PolicyBoxes({ topic, typed: typed ?? firstTyped(topic, inForce), problems, w })}
            <p class="actions">
              <Button go="try" kind="outline">
                {topic === 'monitoring' ? t.tryOnEnrolled : t.tryIt}
              </Button>{' '}
              <Button go="save">{t.save}</Button>
            </p>
          </Form>
        )}
      </>
    ),
  })
}

/** What the boxes begin with: what counts today; of a moratorium the other thing, for which nobody has an authority yet. */
const firstTyped = (topic: PolicyTopic, value: PolicyValues[PolicyTopic]): Fields =>
  topic === 'moratoria' && 'stands' in value ? { stands: value.stands ? 'no' : 'yes', cite: '' } : typedPolicy(value)

interface WaitingProps {
  readonly ask: Changing
  readonly version: PolicyLine
  readonly why: string | undefined
  readonly problems: readonly Problem[]
}
function Waiting({ ask: { w, visit, permit }, version: v, why, problems }: WaitingProps): JSX.Element {
  const t = w.desk.policies
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{t.waits(v.version, time.day(v.from))}</h2>
      <p>{t.proposed(v.proposedByName ?? t.someone, v.reason)}</p>
      <Form visit={visit}>
        <input type="hidden" name="seen" value={String(v.version)} />
        {v.proposedBy === permit.actor.userId ? (
          <Button go="withdraw" kind="outline">
            {t.withdraw}
          </Button>
        ) : (
          <>
            <Control
              name="why"
              kind={text(300)}
              words={{ ask: t.answerWhy }}
              value={why ?? ''}
              problem={problems.find((p) => p.at === 'why')}
              w={w}
            />
            <p class="actions">
              <Button go="put-in-force">{t.putInForce}</Button>{' '}
              <Button go="refuse" kind="outline">
                {t.refuse}
              </Button>
            </p>
          </>
        )}
      </Form>
    </section>
  )
}
