/** Addresses of the pages of policies. */
import type { PolicyTopic } from '#domain/policies/desk-policy.ts'

/** Of a topic, or of one key of it. */
export const policyPath = (topic: PolicyTopic, key?: string): string =>
  `/desk/policies/${topic}${key === undefined ? '' : `/${encodeURIComponent(key)}`}`
