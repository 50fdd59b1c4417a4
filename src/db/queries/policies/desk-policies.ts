/** What an installation has set about screening and monitoring. What is in force is a public fact; who said it is not. */
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import { type PolicyTopic, type PolicyValues, type PolicyVersion, productPolicy } from '#domain/policies/desk-policy.ts'
import { versionOn } from '#domain/versions.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

/** Versions of one topic that were put in force, by key. */
export async function policiesInForce<T extends PolicyTopic>(
  db: Db,
  topic: T,
  key?: string,
): Promise<ReadonlyMap<string, readonly PolicyVersion<T>[]>> {
  const rows = await open(db)
    .selectFrom('desk_policy')
    .select(['key', 'version', 'value', 'from_on', 'state'])
    .where('topic', '=', topic)
    .where('state', '=', 'in-force')
    .$if(key !== undefined, (q) => q.where('key', '=', key!))
    .orderBy('key')
    .orderBy('version')
    .execute()
  const versions = rows.map((r): PolicyVersion<T> => {
    // What was taken over from before names only what differed from the product's own.
    const value = { ...productPolicy(topic, r.key, r.from_on), ...(r.value as PolicyValues[T]) }
    return { topic, key: r.key, version: r.version, value, from: r.from_on, state: r.state }
  })
  return Map.groupBy(versions, (v) => v.key)
}

/** The value that counts for one key on a day: what was set, or the product's own. */
export async function policyOn<T extends PolicyTopic>(
  db: Db,
  topic: T,
  key: string,
  on: Day,
): Promise<PolicyValues[T]> {
  const versions = (await policiesInForce(db, topic, key)).get(key) ?? []
  return versionOn(versions, on)?.value ?? productPolicy(topic, key, on)
}

export interface PolicyLine extends PolicyVersion {
  readonly reason: string
  /** Undefined for what was taken over from before. */
  readonly proposedBy: string | undefined
  readonly proposedByName: string | undefined
  readonly proposedAt: Date
  readonly answeredByName: string | undefined
  readonly answeredAt: Date | undefined
  readonly answer: string | undefined
}

/** Every version of a topic, or of one key of it, with who said it; the newest first. */
export async function listPolicies(
  db: Db,
  _: Permit<'policy.view' | 'policy.change'>,
  of: { readonly topic?: PolicyTopic; readonly key?: string; readonly waiting?: true },
): Promise<readonly PolicyLine[]> {
  const rows = await open(db)
    .selectFrom('desk_policy as p')
    .leftJoin('app_user as u', 'u.id', 'p.proposed_by')
    .leftJoin('app_user as v', 'v.id', 'p.answered_by')
    .selectAll('p')
    .select(['u.display_name as by_name', 'v.display_name as answered_name'])
    .$if(of.topic !== undefined, (q) => q.where('p.topic', '=', of.topic!))
    .$if(of.key !== undefined, (q) => q.where('p.key', '=', of.key!))
    .$if(of.waiting === true, (q) => q.where('p.state', '=', 'waiting'))
    .orderBy('p.proposed_at', 'desc')
    .orderBy('p.topic')
    .orderBy('p.key')
    .orderBy('p.version', 'desc')
    .limit(2000)
    .execute()
  return rows.map((r) => ({
    topic: r.topic,
    key: r.key,
    version: r.version,
    value: { ...productPolicy(r.topic, r.key, r.from_on), ...r.value } as PolicyValues[PolicyTopic],
    from: r.from_on,
    state: r.state,
    reason: r.reason,
    proposedBy: r.proposed_by ?? undefined,
    proposedByName: r.by_name ?? undefined,
    proposedAt: r.proposed_at,
    answeredByName: r.answered_name ?? undefined,
    answeredAt: r.answered_at ?? undefined,
    answer: r.answer ?? undefined,
  }))
}
