/**
 * kill -9 of a process at every write of a decision on an enrollment, from prepared over issued to delivered. Then nothing
 * of the step is there; after a second try all of it is, once.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '#domain/access/policy.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { en } from '#words/index.ts'
import { type DeskWorld, office, seedDesk } from '../case/desk.fixture.ts'
import { enroll, must, now, onDecision, onEnrollment, permitOn } from './decisions.fixture.ts'
import { deliverLetters } from './deliver-letters.ts'
import { issueDecision } from './issue-decision.ts'
import { killedAt } from './killed-at.fixture.ts'
import type { Act } from './one-act.fixture.ts'
import { type DecisionInput, prepareDecision } from './prepare-decision.ts'

const revocation: DecisionInput = {
  kind: 'revoke',
  reasons: ['noncompliance'],
  found: 'The office was empty on two visits.',
  barYears: 2,
}
let t: TestDatabase
let world: DeskWorld
let id = ''
let n = 0
beforeAll(async () => {
  t = await testDatabase()
  world = await seedDesk(t.db, now)
})
afterAll(() => t.close())

/** Everything that a decision leaves behind, counted. */
async function traces() {
  const { rows } = await t.pool.query<Record<string, string>>(
    `select
      (select string_agg(state, ',') from enrollment_decision d where d.enrollment_id = $1) as states,
      (select string_agg(e.event, ',' order by e.at, e.event) from decision_event e
        join enrollment_decision d on d.id = e.decision_id where d.enrollment_id = $1) as events,
      (select string_agg(status, ',' order by from_on) from enrollment_period
        where enrollment_id = $1 and known_to is null) as periods,
      (select count(*)::int from enrollment_period where enrollment_id = $1) as rows,
      (select count(*)::int from enrollment_change where enrollment_id = $1) as feed,
      (select count(*)::int from re_enrollment_bar b join enrollment_decision d on d.id = b.decision_id
        where d.enrollment_id = $1) as bars,
      (select count(*)::int from letter where enrollment_id = $1) as letters,
      (select count(*)::int from letter where enrollment_id = $1 and delivered_at is not null) as delivered,
      (select count(*)::int from message m join letter l on m.dedupe_key like 'letter:' || l.id || ':%'
        where l.enrollment_id = $1) as mails`,
    [id],
  )
  return rows[0]!
}

const decisionId = async () =>
  (await t.pool.query<{ id: string }>('select id from enrollment_decision where enrollment_id = $1', [id])).rows[0]!.id
const prepare = async () =>
  must(
    prepareDecision(
      t.db,
      await onEnrollment(t.db, world.analyst, 'enrollment.prepare-decision', id),
      revocation,
      en,
      now,
    ),
  )
const issue = async () =>
  must(issueDecision(t.db, await onDecision(t.db, world.supervisor, 'enrollment.decide', await decisionId()), en, now))
const deliver = () => deliverLetters(t.db, permitOn(systemActor, 'system.run', { id: 'jobs' }), office, now)

const bare = { periods: 'approved', rows: 1, feed: 0, bars: 0, letters: 0, delivered: 0, mails: 0 }
const nothing = { ...bare, states: null, events: null }
const prepared = { ...bare, states: 'prepared', events: 'prepare' }
const issued = {
  ...bare,
  states: 'issued',
  events: 'issue,prepare',
  periods: 'approved,revoked',
  rows: 3,
  feed: 1,
  bars: 1,
  letters: 1,
}
const delivered = { ...issued, states: 'delivered', events: 'deliver,issue,prepare', delivered: 1, mails: 1 }

test.each<[string, readonly (string | undefined)[]]>([
  ['prepare', ['decision_event', undefined]],
  [
    'issue',
    [
      'decision_event', // the state has moved
      'enrollment_period', // the record
      'enrollment_change', // the feed
      're_enrollment_bar',
      'letter',
      undefined,
    ],
  ],
  ['deliver', ['letter', 'decision_event', 'message', undefined]],
])(
  'kill -9 in the middle of "%s" leaves nothing half done and nothing done twice',
  async (verb, tables) => {
    id = await enroll(t.db, world, ++n)
    if (verb !== 'prepare') await prepare()
    if (verb === 'deliver') await issue()
    const before = verb === 'prepare' ? nothing : verb === 'issue' ? prepared : issued
    const after = verb === 'prepare' ? prepared : verb === 'issue' ? issued : delivered
    const act: Omit<Act, 'at'> =
      verb === 'prepare'
        ? { verb, id, actor: world.analyst, input: revocation }
        : verb === 'issue'
          ? { verb, id: await decisionId(), actor: world.supervisor }
          : { verb: 'deliver', id }
    expect(await traces()).toEqual(before)
    for (const table of tables) {
      await killedAt(t, table, act)
      // Only what was killed after its commit is there, and then all of it.
      expect(await traces(), `killed at ${table ?? 'the end'}`).toEqual(table ? before : after)
    }
    // The start after that tries again: nothing is done a second time.
    if (verb === 'prepare') await expect(prepare()).rejects.toThrow('decision-under-way')
    if (verb === 'issue') await expect(issue()).rejects.toThrow('over-already')
    if (verb === 'deliver') expect(await deliver()).toBe(0)
    expect(await traces()).toEqual(after)
  },
  60_000,
)
