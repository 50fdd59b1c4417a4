/**
 * A revalidation that comes before its window: it is kept until the window opens, and may be taken up at once for some
 * reasons. Pure. More than seven months early is returned (42 CFR 424.526(a)(8)); CMS may ask outside of the cycle
 * (42 CFR 424.515(d)). That it is kept instead of returned, and the other reason, are a policy of this site.
 */
import type { ApplicationReason } from '../application/reasons.ts'
import type { Day } from '../dates.ts'
import { opensOn } from './revalidation.ts'

/** The day until which it is kept; undefined when it is taken up at once. */
export const heldUntil = (f: {
  readonly reason: ApplicationReason
  readonly due: Day | undefined
  readonly receivedOn: Day
}): Day | undefined => {
  if (f.reason !== 'revalidation' || !f.due) return undefined
  const opens = opensOn(f.due)
  return f.receivedOn < opens ? opens : undefined
}

interface EarlyReason {
  readonly allowed: boolean
  readonly cite: string
}
const OURS = 'Policy of this portal'
/** Why it may be taken up before its time. What only suits the provider would use up the review twice. */
export const earlyReasons = {
  'cms-asked': { allowed: true, cite: '42 CFR 424.515(d)' },
  'another-filing': { allowed: true, cite: OURS },
  convenience: { allowed: false, cite: OURS },
} as const satisfies Record<string, EarlyReason>
export type EarlyReasonName = keyof typeof earlyReasons
export const earlyReasonNames = [
  'cms-asked',
  'another-filing',
  'convenience',
] as const satisfies readonly EarlyReasonName[]
export const isEarlyReason = (s: string | undefined): s is EarlyReasonName => Object.hasOwn(earlyReasons, s ?? '')
