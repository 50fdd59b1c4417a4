/** Writes of policies: every change is another version from a day on, and no value ever changes. */
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { PolicyTopic, PolicyValues } from '#domain/policies/desk-policy.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { nextVersion, type VersionState } from '#domain/versions.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

type Changing = Permit<'policy.change'>

export interface NewPolicy {
  readonly topic: PolicyTopic
  readonly key: string
  readonly value: PolicyValues[PolicyTopic]
  readonly from: Day
  readonly reason: string
  /** The newest version that was seen; 0 when there was none. */
  readonly seen: number
}

/** A version that waits for a second person. Refuses with `version-waits` while one does, and with `stale`. */
export async function insertPolicy(tx: Db, permit: Changing, p: NewPolicy, at: Date): Promise<Result<number>> {
  const last = await open(tx)
    .selectFrom('desk_policy')
    .select(['version', 'state'])
    .where('topic', '=', p.topic)
    .where('key', '=', p.key)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  const next = nextVersion(last, p.seen)
  if (!next.ok) return next
  const row = await open(tx)
    .insertInto('desk_policy')
    .values({
      topic: p.topic,
      key: p.key,
      version: next.value,
      value: JSON.stringify(p.value),
      from_on: p.from,
      reason: p.reason,
      state: 'waiting',
      proposed_by: permit.actor.userId,
      proposed_at: at,
      answered_by: null,
      answered_at: null,
      answer: null,
    })
    .onConflict((c) => c.doNothing())
    .returning('version')
    .executeTakeFirst()
  return row ? ok(row.version) : refuse({ code: 'stale' })
}

/** Names one version of one key. */
export interface PolicyPlace {
  readonly topic: PolicyTopic
  readonly key: string
  readonly version: number
}

/** Holds the version that waits, until the transaction ends; undefined when it was answered before. */
export const lockWaitingPolicy = (tx: Db, _: Changing, { topic, key, version }: PolicyPlace) =>
  open(tx)
    .selectFrom('desk_policy')
    .select(['proposed_by', 'from_on'])
    .where('topic', '=', topic)
    .where('key', '=', key)
    .where('version', '=', version)
    .where('state', '=', 'waiting')
    .forUpdate()
    .executeTakeFirst()

export async function answerWaitingPolicy(
  tx: Db,
  permit: Changing,
  { topic, key, version }: PolicyPlace,
  a: { readonly state: Exclude<VersionState, 'waiting'>; readonly from: Day; readonly answer: string | undefined },
  at: Date,
): Promise<void> {
  await open(tx)
    .updateTable('desk_policy')
    .set({
      state: a.state,
      from_on: a.from,
      answered_by: permit.actor.userId,
      answered_at: at,
      answer: a.answer ?? null,
    })
    .where('topic', '=', topic)
    .where('key', '=', key)
    .where('version', '=', version)
    .where('state', '=', 'waiting')
    .execute()
}
