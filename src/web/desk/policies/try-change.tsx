/** What a value of a policy would change, tried dry; nothing for who may not try rules: an administrator sees no files. */
import type { JSX } from 'preact'
import type { Db } from '#db/db.ts'
import { authorize } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { PolicyTopic, PolicyValues } from '#domain/policies/desk-policy.ts'
import { tryMonitoring } from '#use-cases/policies/try-monitoring.ts'
import { tryPolicy } from '#use-cases/policies/try-policy.ts'
import { tryWatched } from '#use-cases/policies/try-watched.ts'
import type { Visit } from '#web/kit/page.ts'
import type { Words } from '#words/index.ts'
import { visitorsContractor } from '../contractor-subject.ts'
import { Tried } from './tried.tsx'
import { TriedMonitoring } from './tried-monitoring.tsx'
import { TriedWatch } from './tried-watch.tsx'

interface Trying {
  readonly db: Db
  readonly visit: Visit
  readonly today: Day
  readonly now: Date
  readonly w: Words
}

export async function tried(
  { db, visit, today, now, w }: Trying,
  topic: PolicyTopic,
  key: string,
  value: PolicyValues[PolicyTopic],
): Promise<JSX.Element | undefined> {
  const subject = visitorsContractor(db, {}, visit)
  const permit = subject && authorize(visit.actor, 'rules.try', subject)
  if (!permit?.ok) return undefined
  if (topic === 'monitoring') {
    const policy = value as PolicyValues['monitoring']
    return (
      <>
        <TriedWatch trial={await tryWatched(db, permit.value, policy, now)} w={w} />
        <TriedMonitoring trial={await tryMonitoring(db, permit.value, policy, today)} w={w} />
      </>
    )
  }
  const trial = await tryPolicy(db, permit.value, { topic, key, value }, today)
  return <Tried trial={trial ?? 'impossible'} w={w} />
}
