/** One row of an exclusion list: the LEIE's columns, to which SAM, state lists and revocations are mapped. */
import type { Day } from '../dates.ts'

export interface Exclusion {
  readonly id: string
  readonly list: 'LEIE' | 'SAM' | 'STATE' | 'REVOCATION'
  /** The state whose list it is. */
  readonly listedBy?: string
  readonly last?: string
  readonly first?: string
  readonly middle?: string
  readonly suffix?: string
  readonly business?: string
  readonly general?: string
  readonly specialty?: string
  readonly npi?: string
  readonly bornOn?: Day
  readonly address?: string
  readonly city?: string
  readonly state?: string
  readonly zip?: string
  /** The list's own number of the entry, or the license that it names. */
  readonly number?: string
  /** "(also ACME LLC)": other names, as the list writes them. */
  readonly alsoKnownAs?: string
  /** Exclusion authority, e.g. "1128a1" (section of the Social Security Act), or the reason as the list says it. */
  readonly authority: string
  readonly excludedOn: Day
  readonly reinstatedOn?: Day
  /** The last day on which the entry counts: its end, or that of a bar to enroll again. */
  readonly until?: Day
  readonly waiverOn?: Day
  readonly waiverState?: string
}
