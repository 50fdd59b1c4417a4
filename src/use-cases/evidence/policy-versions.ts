/** What this installation had set about screening when a case was decided, for its bundle of evidence. */
import type { Db } from '#db/db.ts'
import { policiesInForce } from '#db/queries/policies/desk-policies.ts'
import type { RuleVersion } from '#domain/bundle/rule-versions.ts'
import { canonicalJson } from '#domain/canonical-json.ts'
import type { Day } from '#domain/dates.ts'
import { versionOn } from '#domain/versions.ts'

/** Levels, what raises them and moratoria by the day of receipt, lists by the day of the decision. */
export async function policyVersions(
  db: Db,
  days: { receivedOn: Day; decidedOn: Day },
): Promise<readonly RuleVersion[]> {
  const rules: RuleVersion[] = []
  for (const topic of ['lists', 'levels', 'elevations', 'moratoria'] as const) {
    const on = topic === 'lists' ? days.decidedOn : days.receivedOn
    for (const [key, versions] of await policiesInForce(db, topic)) {
      const set = versionOn(versions, on)
      if (!set) continue
      const cite = 'cite' in set.value ? set.value.cite : 'policy of this installation'
      rules.push({ rule: `policy:${topic}:${key}`, cite, since: set.from, says: canonicalJson(set.value) })
    }
  }
  return rules
}
