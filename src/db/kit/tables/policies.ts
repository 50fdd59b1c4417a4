/** Rows of sql/migrations/000035_desk_policies.sql. */
import type { Day } from '#domain/dates.ts'
import type { PolicyTopic, PolicyValues } from '#domain/policies/desk-policy.ts'
import type { VersionState } from '#domain/versions.ts'
import type { Json } from './core.ts'

export interface PolicyTables {
  desk_policy: {
    topic: PolicyTopic
    key: string
    version: number
    value: Json<PolicyValues[PolicyTopic]>
    from_on: Day
    reason: string
    state: VersionState
    proposed_by: string | null
    proposed_at: Date
    answered_by: string | null
    answered_at: Date | null
    answer: string | null
  }
}
