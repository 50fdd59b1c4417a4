/** Tries a policy dry on files of the past: which would have come to something else. Nothing is written. */
import type { Db } from '#db/db.ts'
import { listPastFiles } from '#db/queries/application/past-files.ts'
import type { Permit } from '#domain/access/policy.ts'
import { addDays, type Day } from '#domain/dates.ts'
import type { PolicyTopic, PolicyValues } from '#domain/policies/desk-policy.ts'
import { tryPolicy as differences, type PolicyDifference } from '#domain/policies/try-policy.ts'

/** Half a year shows what a change does without reading everything. */
export const DAYS_TRIED = 180

export interface PolicyTrial {
  readonly files: number
  readonly differences: readonly PolicyDifference[]
}

/** Undefined where a change of the topic cannot be tried on files; what monitoring finds is tried by try-monitoring.ts. */
export async function tryPolicy(
  db: Db,
  permit: Permit<'rules.try'>,
  p: { readonly topic: PolicyTopic; readonly key: string; readonly value: PolicyValues[PolicyTopic] },
  today: Day,
): Promise<PolicyTrial | undefined> {
  const files = await listPastFiles(db, permit, addDays(today, -DAYS_TRIED))
  const differ = differences(p.topic, p.key, p.value, files)
  return differ && { files: files.length, differences: differ }
}
