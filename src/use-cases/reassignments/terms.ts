/** The words that both sides of a reassignment sign, and their fingerprint: the same facts always give the same one. */
import { createHash } from 'node:crypto'
import { canonicalJson } from '#domain/canonical-json.ts'
import type { Day } from '#domain/dates.ts'

export interface Terms {
  readonly practitionerNpi: string
  /** Undefined while the first application is under way. */
  readonly practitionerEnrollment: string | undefined
  readonly groupNpi: string
  /** Undefined for a group that is not enrolled here: then its NPI names it. */
  readonly groupEnrollment: string | undefined
  readonly startsOn: Day
}

/** SHA-256 in hexadecimal digits over the facts, with the edition of the words. */
export const termsFingerprint = (t: Terms): string =>
  createHash('sha256')
    .update(
      canonicalJson({
        edition: 'reassignment-1',
        ...t,
        practitionerEnrollment: t.practitionerEnrollment ?? null,
        groupEnrollment: t.groupEnrollment ?? null,
      }),
    )
    .digest('hex')
